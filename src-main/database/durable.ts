// Making a file's bytes and its name survive a power cut.
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** Flushes a file. Never for the live database: closing it here would drop SQLite's locks. */
export function syncFile(file: string): void {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Flushes the folder that names the file, so that a rename or removal is not lost. */
export function syncFolderOf(file: string): void {
  // Windows cannot flush a folder; NTFS journals names by itself.
  if (process.platform === 'win32') return
  const handle = openSync(dirname(file), 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Writes a small text file whole or not at all. */
export function writeDurably(file: string, text: string): void {
  const draft = `${file}.part`
  writeFileSync(draft, text, { flush: true })
  renameSync(draft, file)
  syncFolderOf(file)
}
