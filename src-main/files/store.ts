// Files on their way in or out: uploads in pieces, prepared downloads. Kept under tmp/ for a day, by token, for one person.
import { randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync } from 'node:fs'
import { open, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fail } from '@shared/api/errors'
import { safeName } from '@shared/fileNames'

interface Stored {
  name: string
  path: string
  size: number
  personId: number
  /** Bytes announced; null for downloads. */
  announced: number | null
  madeAt: number
  writing: boolean
}

const pieceBytes = 512 * 1024

/** A file for each token, forgotten after a day; a person's oldest make room for new ones. */
const keptMs = 86_400_000
const filesAPerson = 300

async function writeAt(path: string, offset: number, data: Buffer): Promise<void> {
  const handle = await open(path, 'r+')
  try {
    await handle.write(data, 0, data.length, offset)
  } finally {
    await handle.close()
  }
}

export class FileStore {
  readonly #folder: string
  readonly #files = new Map<string, Stored>()

  constructor(folder: string) {
    this.#folder = folder
    mkdirSync(folder, { recursive: true })
    // what an earlier run left has no token any more
    for (const left of readdirSync(folder)) rmSync(join(folder, left), { force: true, recursive: true })
  }

  /** Announces an upload of `size` bytes. */
  begin(name: string, size: number, personId: number): string {
    const { token, stored } = this.#make(name, personId, size)
    closeSync(openSync(stored.path, 'w'))
    return token
  }

  /** Adds the next piece; pieces out of order are refused, a repeated one is answered as before. */
  async append(token: string, personId: number, offset: number, data: Buffer): Promise<number> {
    const stored = this.#own(token, personId)
    if (stored.announced === null) throw fail('notFound')
    if (offset + data.length === stored.size) return stored.size
    if (offset !== stored.size || stored.size + data.length > stored.announced)
      throw fail('rule', { code: 'uploadOutOfStep' })
    if (stored.writing) throw fail('busy')
    stored.writing = true
    try {
      // a piece that failed half-way is written over by its repetition
      await writeAt(stored.path, offset, data)
      stored.size += data.length
    } finally {
      stored.writing = false
    }
    return stored.size
  }

  /** A finished upload; throws when it is not whole. */
  take(token: string, personId: number): { name: string; path: string; size: number } {
    const { name, path, size, announced } = this.#own(token, personId)
    if (announced !== null && announced !== size) throw fail('rule', { code: 'uploadUnfinished' })
    return { name, path, size }
  }

  /** Offers a file for download; gives its token. */
  async offer(name: string, content: Buffer, personId: number): Promise<string> {
    const { token, stored } = this.#make(name, personId, null)
    await writeFile(stored.path, content)
    stored.size = content.length
    return token
  }

  /** A path to write a download to, e.g. from a worker; call `done` when it is written. */
  prepare(name: string, personId: number): { path: string; done(): string } {
    const { token, stored } = this.#make(name, personId, null)
    return {
      path: stored.path,
      done() {
        stored.size = statSync(stored.path).size
        return token
      },
    }
  }

  /** At most 512 KB from `offset`, as base64. */
  async piece(token: string, personId: number, offset: number): Promise<{ name: string; size: number; data: string }> {
    const { name, path, size } = this.#own(token, personId)
    const handle = await open(path, 'r')
    try {
      const buffer = Buffer.alloc(Math.max(0, Math.min(pieceBytes, size - offset)))
      await handle.read(buffer, 0, buffer.length, offset)
      return { name, size, data: buffer.toString('base64') }
    } finally {
      await handle.close()
    }
  }

  #own(token: string, personId: number): Stored {
    const found = this.#files.get(token)
    if (!found || found.personId !== personId) throw fail('notFound', { code: 'fileGone' })
    return found
  }

  #make(name: string, personId: number, announced: number | null): { token: string; stored: Stored } {
    this.#forgetOld(personId)
    const token = randomBytes(24).toString('base64url')
    const path = join(this.#folder, token)
    const stored = { name: safeName(name), path, size: 0, personId, announced, madeAt: Date.now(), writing: false }
    this.#files.set(token, stored)
    return { token, stored }
  }

  #forgetOld(personId: number): void {
    // a Map keeps the order in which tokens were made
    const mine = [...this.#files].filter(([, stored]) => stored.personId === personId)
    const surplus = new Set(mine.slice(0, Math.max(0, mine.length + 1 - filesAPerson)).map(([token]) => token))
    for (const [token, { path, madeAt }] of this.#files) {
      if (!surplus.has(token) && Date.now() - madeAt <= keptMs) continue
      this.#files.delete(token)
      rmSync(path, { force: true })
    }
  }
}

declare module '@main/api/context' {
  interface Services {
    files: FileStore
  }
}
