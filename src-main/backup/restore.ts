// Puts a backup in the place of the office's file while nothing has it open. A note on disk, written when the
// new file lies ready, makes the exchange one step: killed before it the old office opens, after it the new.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { syncFile, syncFolderOf, writeDurably } from '@main/database/durable'
import { bringFiles, damagedFiles } from './attachments'
import { hashInWorker } from './inWorker'
import { readFileList, readManifest } from './folder'
import { databaseName, poolName } from './manifest'
import { BackupProblem, asBackupProblem } from './problem'
import { verifyBackup } from './verify'

export interface RestoreOrder {
  dataDir: string
  /** Where the backup lies: beside the data or the second folder. */
  folder: string
  name: string
  now: () => number
}

export interface RestoreOutcome {
  /** Where the file that was in use lies now, inside the data folder; null when there was none. */
  kept: string | null
  /** Attachments the backup could not give back and the office no longer has. */
  missingAttachments: string[]
}

const noteSchema = z.object({ fresh: z.string(), kept: z.string() })
const noteName = 'restore.json'
/** Folder inside the data folder where replaced files are kept; the program never deletes from it. */
export const keptName = 'replaced'

/**
 * Restores a verified backup. The database must be closed. Throws BackupProblem `notFound`, `damagedBackup`
 * or `diskFull`, and then nothing has changed.
 */
export async function restoreBackup(order: RestoreOrder): Promise<RestoreOutcome> {
  finishRestore(order.dataDir)
  const fresh = join(order.dataDir, 'tmp', `restore-${process.pid}-${order.now()}.db`)
  try {
    await bringDatabase(order, fresh)
    const missingAttachments = await bringAttachments(order)
    const had = existsSync(join(order.dataDir, databaseName))
    const kept = join(keptName, String(order.now()))
    writeDurably(join(order.dataDir, noteName), JSON.stringify({ fresh: basename(fresh), kept }))
    finishRestore(order.dataDir)
    return { kept: had ? kept : null, missingAttachments }
  } catch (error) {
    if (!existsSync(join(order.dataDir, noteName))) rmSync(fresh, { force: true })
    throw asBackupProblem(error)
  }
}

/** Completes an exchange that a kill interrupted; call before the office's file is looked at. */
export function finishRestore(dataDir: string): void {
  const note = join(dataDir, noteName)
  if (!existsSync(note)) return
  const { fresh, kept } = noteSchema.parse(JSON.parse(readFileSync(note, 'utf8')))
  const from = join(dataDir, 'tmp', basename(fresh))
  // Once the fresh file has its place there is nothing old left to move.
  if (existsSync(from)) {
    keepOld(dataDir, join(dataDir, kept))
    renameSync(from, join(dataDir, databaseName))
    syncFolderOf(from)
    syncFolderOf(note)
  }
  rmSync(note)
  syncFolderOf(note)
}

// The log goes with its file: beside another file it would be replayed into it.
function keepOld(dataDir: string, kept: string): void {
  mkdirSync(kept, { recursive: true })
  for (const ending of ['', '-wal', '-shm']) {
    const name = `${databaseName}${ending}`
    if (existsSync(join(dataDir, name))) renameSync(join(dataDir, name), join(kept, name))
  }
  syncFolderOf(join(kept, databaseName))
  syncFolderOf(kept)
}

async function bringDatabase({ dataDir, folder, name }: RestoreOrder, fresh: string): Promise<void> {
  const manifest = readManifest(folder, name)
  if (manifest === null) throw new BackupProblem('notFound')
  mkdirSync(join(dataDir, 'tmp'), { recursive: true })
  await copyFile(join(folder, name, databaseName), fresh)
  syncFile(fresh)
  if ((await hashInWorker([fresh]))[0] !== manifest.database.sha256) throw new BackupProblem('damagedBackup')
}

// Attachments are only ever added: what the old office had stays, so the restore can itself be undone.
async function bringAttachments({ dataDir, folder, name }: RestoreOrder): Promise<string[]> {
  const { good, damagedAttachments } = await verifyBackup(folder, name)
  if (!good) throw new BackupProblem('damagedBackup')
  const target = join(dataDir, 'files')
  const lacking = await damagedFiles(readFileList(folder, name), target)
  const gone = new Set(damagedAttachments)
  const there = lacking.filter(({ path }) => !gone.has(path))
  await bringFiles(there, join(folder, poolName), target)
  return lacking.filter(({ path }) => gone.has(path)).map(({ path }) => path)
}
