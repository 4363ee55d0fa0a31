// A second home for backups, usually another disk: the finished backup is copied there and read back.
import { existsSync, rmSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import { syncFile } from '@main/database/durable'
import { bringFiles, damagedFiles, filesLacking } from './attachments'
import { hashInWorker } from './inWorker'
import { freeName, openDraft, publishDraft, readFileList } from './folder'
import { databaseName, fileListName, manifestName, poolName, type Manifest } from './manifest'
import { BackupProblem, asBackupProblem } from './problem'

/** Copies one backup from `folder` to `second`. Throws BackupProblem; a failure leaves nothing behind. */
export async function copyToSecond(folder: string, second: string, manifest: Manifest): Promise<void> {
  let draft: string | null = null
  try {
    // A disk that is not plugged in must not get a folder of its name on this one.
    if (!existsSync(second)) throw new BackupProblem('folder')
    draft = openDraft(second)
    for (const name of [databaseName, fileListName, manifestName]) {
      await copyFile(join(folder, manifest.name, name), join(draft, name))
      syncFile(join(draft, name))
    }
    await bringAttachments(folder, second, manifest)
    if ((await hashInWorker([join(draft, databaseName)]))[0] !== manifest.database.sha256)
      throw new BackupProblem('damagedBackup')
    if (freeName(second, manifest.name) === manifest.name) publishDraft(second, draft, manifest.name)
    else rmSync(draft, { recursive: true, force: true })
  } catch (error) {
    if (draft !== null) rmSync(draft, { recursive: true, force: true })
    throw asBackupProblem(error)
  }
}

async function bringAttachments(folder: string, second: string, { name }: Manifest): Promise<void> {
  const pool = join(second, poolName)
  const lacking = await filesLacking(readFileList(folder, name), pool)
  await bringFiles(lacking, join(folder, poolName), pool)
  if ((await damagedFiles(lacking, pool)).length > 0) throw new BackupProblem('damagedBackup')
}
