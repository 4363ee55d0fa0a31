// Files on their way in or out: uploads in pieces, prepared downloads. Kept under tmp/ for a day, by token, for one person.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { appendFile, open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail } from '@shared/api/errors'

interface Stored {
  name: string
  path: string
  size: number
  personId: number
  /** Bytes announced; null for downloads. */
  announced: number | null
}

const pieceBytes = 512 * 1024

/** The last part of a name from outside, without what file systems or people could be fooled by. */
export function safeName(name: string): string {
  const last = name.split(/[/\\]/).pop() ?? ''
  const clean = last.normalize('NFC').replace(/[\u0000-\u001f\u007f<>:"|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').replace(/^\.+|[. ]+$/g, '')
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(clean)
  return (reserved ? `_${clean}` : clean).slice(-120) || 'file'
}

export function createFileStore(folder: string) {
  mkdirSync(folder, { recursive: true })
  // what an earlier run left has no token any more
  for (const left of readdirSync(folder)) rmSync(join(folder, left), { force: true, recursive: true })
  const files = new Map<string, Stored>()

  const own = (token: string, personId: number): Stored => {
    const found = files.get(token)
    if (!found || found.personId !== personId) throw fail('notFound')
    return found
  }
  const make = (name: string, personId: number, announced: number | null): { token: string; stored: Stored } => {
    const token = randomBytes(24).toString('base64url')
    const stored = { name: safeName(name), path: join(folder, token), size: 0, personId, announced }
    files.set(token, stored)
    return { token, stored }
  }

  return {
    /** Announces an upload of `size` bytes. */
    begin(name: string, size: number, personId: number): string {
      return make(name, personId, size).token
    },
    /** Adds the next piece; pieces out of order are refused, a repeated one is answered as before. */
    async append(token: string, personId: number, offset: number, data: Buffer): Promise<number> {
      const stored = own(token, personId)
      if (stored.announced === null) throw fail('notFound')
      if (offset + data.length === stored.size) return stored.size
      if (offset !== stored.size || stored.size + data.length > stored.announced) throw fail('rule', { code: 'uploadOutOfStep' })
      stored.size += data.length
      await appendFile(stored.path, data)
      return stored.size
    },
    /** A finished upload; throws when it is not whole. */
    take(token: string, personId: number): { name: string; path: string; size: number } {
      const stored = own(token, personId)
      if (stored.announced !== null && stored.announced !== stored.size) throw fail('rule', { code: 'uploadUnfinished' })
      return { name: stored.name, path: stored.path, size: stored.size }
    },
    /** Offers a file for download; gives its token. */
    async offer(name: string, content: Buffer, personId: number): Promise<string> {
      const { token, stored } = make(name, personId, null)
      await writeFile(stored.path, content)
      stored.size = content.length
      return token
    },
    /** A path to write a download to, e.g. from a worker; call `done` when it is written. */
    prepare(name: string, personId: number): { path: string; done(): string } {
      const { token, stored } = make(name, personId, null)
      return {
        path: stored.path,
        done() {
          stored.size = statSync(stored.path).size
          return token
        },
      }
    },
    async piece(token: string, personId: number, offset: number): Promise<{ name: string; size: number; data: string }> {
      const stored = own(token, personId)
      const handle = await open(stored.path, 'r')
      try {
        const buffer = Buffer.alloc(Math.max(0, Math.min(pieceBytes, stored.size - offset)))
        await handle.read(buffer, 0, buffer.length, offset)
        return { name: stored.name, size: stored.size, data: buffer.toString('base64') }
      } finally {
        await handle.close()
      }
    },
  }
}
export type FileStore = ReturnType<typeof createFileStore>
