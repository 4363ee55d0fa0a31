// Asks this computer what locationOf needs to know.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { locationOf, mountsOfLinux, mountsOfMac, mountsOfWindows, type Location, type Mount } from './location'

/** Judges a data folder on this computer; one that does not exist yet is judged by its nearest parent. */
export function locationHere(folder: string): Location {
  return locationOf(resolved(folder), { platform: process.platform, mounts: mountsHere(), env: process.env })
}

function resolved(folder: string): string {
  let existing = folder
  while (!existsSync(existing) && dirname(existing) !== existing) existing = dirname(existing)
  return realpathSync.native(existing) + folder.slice(existing.length)
}

// Not knowing the mounts must not keep an office from starting.
function mountsHere(): Mount[] {
  try {
    if (process.platform === 'linux') return mountsOfLinux(readFileSync('/proc/mounts', 'utf8'))
    if (process.platform === 'darwin')
      return mountsOfMac(execFileSync('/sbin/mount', { encoding: 'utf8', timeout: 3000 }))
    if (process.platform === 'win32')
      return mountsOfWindows(execFileSync('net', ['use'], { encoding: 'utf8', timeout: 3000 }))
  } catch {
    return []
  }
  return []
}
