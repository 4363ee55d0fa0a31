// Makes one backup: draft folder → copy → flush → reopened and checked → hashes → its name.
import { createHash } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BackupReason } from '@shared/features/backup/reasons'
import { copyInWorker } from './inWorker'
import { bringFiles, filesLacking, listAttachments } from './attachments'
import { freeName, listBackups, openDraft, publishDraft, readFileList } from './folder'
import { backupName, databaseName, fileListName, manifestName, poolName } from './manifest'
import type { ListedFile, Manifest } from './manifest'
import { asBackupProblem } from './problem'

export interface BackupOrder {
  /** The live database file; read only through SQLite. */
  source: string
  /** The attachments of the office; may not exist. */
  attachments: string
  folder: string
  reason: BackupReason
  now: () => number
}

/** Makes a verified backup in the folder. Throws BackupProblem; a failure leaves nothing behind. */
export async function makeBackup(order: BackupOrder): Promise<Manifest> {
  let draft: string | null = null
  try {
    draft = openDraft(order.folder)
    return await fill(draft, order)
  } catch (error) {
    if (draft !== null) rmSync(draft, { recursive: true, force: true })
    throw asBackupProblem(error)
  }
}

async function fill(draft: string, order: BackupOrder): Promise<Manifest> {
  const { folder, reason, source } = order
  const createdAt = order.now()
  const copied = await copyInWorker(source, join(draft, databaseName))
  // After the snapshot: whatever a row of it refers to was on disk before that row was written.
  const files = await listAttachments(order.attachments, listedBefore(folder))
  const pool = join(folder, poolName)
  await bringFiles(await filesLacking(files, pool), order.attachments, pool)
  const list = JSON.stringify(files)
  writeFileSync(join(draft, fileListName), list, { flush: true })
  const name = freeName(folder, backupName(createdAt, reason))
  const manifest: Manifest = {
    format: 1,
    name,
    reason,
    createdAt,
    verifiedAt: order.now(),
    ...copied,
    attachments: {
      count: files.length,
      bytes: files.reduce((sum, { size }) => sum + size, 0),
      sha256: createHash('sha256').update(list).digest('hex'),
    },
  }
  writeFileSync(join(draft, manifestName), JSON.stringify(manifest, null, 2), { flush: true })
  publishDraft(folder, draft, name)
  return manifest
}

function listedBefore(folder: string): ListedFile[] {
  const [newest] = listBackups(folder)
  try {
    return newest === undefined ? [] : readFileList(folder, newest.name)
  } catch {
    return []
  }
}
