// The shell's own small files (window places, language, token): whole or absent, never half.
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'

/** Null when the file is missing or unreadable: the shell then starts as on the first day. */
export const readSmallFile = (path: string): Buffer | null => {
  try {
    return readFileSync(path)
  } catch {
    return null
  }
}

export const writeSmallFile = (path: string, content: string | Buffer): void => {
  const beside = `${path}.new`
  writeFileSync(beside, content, { mode: 0o600 })
  renameSync(beside, path)
}

export const removeSmallFile = (path: string): void => rmSync(path, { force: true })
