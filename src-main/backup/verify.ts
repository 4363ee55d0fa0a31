// Whether a backup is still what it was when it was made. Only hashes notice every changed bit.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hashInWorker } from './inWorker'
import { listBackups, readFileList, readManifest } from './folder'
import { databaseName, fileListName, poolName, type Manifest } from './manifest'

export interface Verdict {
  good: boolean
  /** Attachments of the backup that are missing or damaged; its database may still be good. */
  damagedAttachments: string[]
}

const bad: Verdict = { good: false, damagedAttachments: [] }

/** Reads the whole backup and compares every hash. */
export async function verifyBackup(folder: string, name: string): Promise<Verdict> {
  const manifest = readManifest(folder, name)
  if (manifest === null || !hasGoodFileList(folder, manifest)) return bad
  const files = readFileList(folder, name)
  const places = files.map(({ path }) => join(folder, poolName, path))
  const [database, ...hashes] = await hashInWorker([join(folder, name, databaseName), ...places])
  if (database !== manifest.database.sha256) return bad
  return {
    good: true,
    damagedAttachments: files.filter(({ sha256 }, at) => hashes[at] !== sha256).map(({ path }) => path),
  }
}

/** The newest backup whose database is good; damaged ones are passed over. */
export async function newestGoodBackup(folder: string): Promise<Manifest | null> {
  for (const manifest of listBackups(folder)) if (await hasGoodDatabase(folder, manifest)) return manifest
  return null
}

async function hasGoodDatabase(folder: string, { name, database }: Manifest): Promise<boolean> {
  const file = join(folder, name, databaseName)
  if (!existsSync(file) || statSync(file).size !== database.size) return false
  return (await hashInWorker([file]))[0] === database.sha256
}

function hasGoodFileList(folder: string, { name, attachments }: Manifest): boolean {
  const file = join(folder, name, fileListName)
  return existsSync(file) && createHash('sha256').update(readFileSync(file)).digest('hex') === attachments.sha256
}
