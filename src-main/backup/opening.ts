// What the program does first: finish an interrupted restore, look at the office's file, and when it cannot be
// used, find the newest good backup to offer.
import { join } from 'node:path'
import { inspectFile } from '@main/database/inspect'
import type { OpenOptions } from '@main/database/open'
import type { DatabaseProblemCode } from '@main/database/problem'
import { listBackups } from './folder'
import { databaseName, type Manifest } from './manifest'
import { finishRestore } from './restore'
import { newestGoodBackup } from './verify'

export type Opening =
  | { state: 'new' }
  | { state: 'ready'; version: number }
  | {
      state: 'refused'
      /** Worded in locales/<lang>/database.ts under `problems`. */
      code: DatabaseProblemCode
      details: Readonly<Record<string, string | number>>
      /** The newest backup whose hashes hold; offered, never restored unasked. */
      backup: Manifest | null
    }

/** The office's folder as it is found. Nothing has the file open yet. `known`: this program's migrations. */
export async function checkOpening(
  { dataDir, folder }: { dataDir: string; folder: string },
  known: number,
  options: OpenOptions = {},
): Promise<Opening> {
  finishRestore(dataDir)
  const found = inspectFile(join(dataDir, databaseName), known, options)
  if (found.state === 'ready') return found
  // Backups without a file: not a first start, the file is gone.
  if (found.state === 'new' && listBackups(folder).length === 0) return found
  const refused = found.state === 'new' ? { state: 'refused' as const, code: 'missing' as const, details: {} } : found
  return { ...refused, backup: await newestGoodBackup(folder) }
}
