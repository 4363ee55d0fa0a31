// A place where backups lie: the folder beside the data, or the second one on another disk.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { syncFolderOf } from '@main/database/durable'
import { fileListName, fileListSchema, isBackupName, manifestName, manifestSchema } from './manifest'
import type { ListedFile, Manifest } from './manifest'

const draftPrefix = '.draft-'
const removedPrefix = '.gone-'

/** Every finished backup of the folder, newest first. */
export function listBackups(folder: string): Manifest[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter(isBackupName)
    .flatMap((name) => readManifest(folder, name) ?? [])
    .sort((a, b) => b.createdAt - a.createdAt || b.name.localeCompare(a.name))
}

/** The manifest of one backup; null when there is none of that name or it is not readable. */
export function readManifest(folder: string, name: string): Manifest | null {
  if (!isBackupName(name)) return null
  try {
    const manifest = manifestSchema.parse(JSON.parse(readFileSync(join(folder, name, manifestName), 'utf8')))
    return manifest.name === name ? manifest : null
  } catch {
    return null
  }
}

/** The attachments the backup refers to; throws when its list cannot be read. */
export function readFileList(folder: string, name: string): ListedFile[] {
  return fileListSchema.parse(JSON.parse(readFileSync(join(folder, name, fileListName), 'utf8')))
}

/** A fresh folder to build a backup in; nobody takes it for a backup. */
export function openDraft(folder: string): string {
  mkdirSync(folder, { recursive: true })
  const draft = join(folder, `${draftPrefix}${process.pid}-${Date.now()}`)
  mkdirSync(draft)
  return draft
}

/** Gives a finished draft its name: from this moment on it is a backup. */
export function publishDraft(folder: string, draft: string, name: string): void {
  syncFolderOf(join(draft, manifestName))
  renameSync(draft, join(folder, name))
  syncFolderOf(join(folder, name))
}

/** `name`, or `name-2` … when it is taken. */
export function freeName(folder: string, name: string): string {
  let free = name
  for (let count = 2; existsSync(join(folder, free)); count += 1) free = `${name}-${count}`
  return free
}

/** Takes a backup out of the list at once, then frees its space. */
export function removeBackup(folder: string, name: string): void {
  if (!isBackupName(name) || !existsSync(join(folder, name))) return
  const gone = join(folder, `${removedPrefix}${name}`)
  renameSync(join(folder, name), gone)
  rmSync(gone, { recursive: true, force: true })
}

/** Clears what a kill left half made or half removed. Only while no backup is being made. */
export function sweep(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (name.startsWith(draftPrefix) || name.startsWith(removedPrefix))
      rmSync(join(folder, name), { recursive: true, force: true })
  }
}
