// The host's side of the backup worker: asks for one copy or for hashes and waits.
import { z } from 'zod'
import { startWorker } from '@main/jobs/workers'
import { copySchema, type Copy } from './manifest'

export type BackupTask = { task: 'copy'; source: string; target: string } | { task: 'hash'; files: readonly string[] }

// A gigabyte on a slow disk takes minutes, and nothing is said until it is done.
const patienceMs = 60 * 60_000

const hashesSchema = z.array(z.string().nullable())

/** Makes a checked copy of the live database in the new file `target`. */
export async function copyInWorker(source: string, target: string): Promise<Copy> {
  return copySchema.parse(await ask({ task: 'copy', source, target }))
}

/** sha256 of each file; null where it cannot be read. */
export async function hashInWorker(files: readonly string[]): Promise<(string | null)[]> {
  return files.length === 0 ? [] : hashesSchema.parse(await ask({ task: 'hash', files }))
}

async function ask(task: BackupTask): Promise<unknown> {
  for await (const answer of startWorker<unknown>('backup', task, { timeoutMs: patienceMs })) return answer
  throw new Error('the backup worker gave no answer')
}
