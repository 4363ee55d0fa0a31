// Contents of attachments, each kept once under the SHA-256 of its bytes: <folder>/ab/cdef…. A content is never
// written over; it is on the disk, flushed, before any row names it.
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, existsSync, rmSync, statSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolderOf } from '@main/database/durable'
import { rest } from '@main/jobs/rest'

export interface Content {
  hash: string
  size: number
}
export type ContentState = 'whole' | 'missing' | 'damaged'

export interface Cleaning {
  /** Whether anything names this content now. */
  isNeeded(hash: string): boolean
  /** What was kept after this waits for the row that will name it. */
  before: number
  signal: AbortSignal
}

const hashPattern = /^[0-9a-f]{64}$/
const draftEnding = '.part'
const filesAPiece = 200

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) hash.update(piece as Buffer) // a stream of a file gives buffers
  return hash.digest('hex')
}

async function makeYoung(path: string): Promise<void> {
  const now = new Date()
  await utimes(path, now, now).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  })
}

function isOlder(path: string, before: number): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  return found !== undefined && found.mtimeMs < before
}

export class Contents {
  readonly #folder: string

  constructor(folder: string) {
    this.#folder = folder
  }

  /** Where a content lies. */
  pathOf(hash: string): string {
    if (!hashPattern.test(hash)) throw new Error('no hash of a content')
    return join(this.#folder, hash.slice(0, 2), hash.slice(2))
  }

  /** Keeps a copy of a file, or bytes; one that is there already is made young again, so that no cleaning takes it. */
  async keep(from: string | Buffer): Promise<Content> {
    await mkdir(this.#folder, { recursive: true })
    const draft = join(this.#folder, `${randomBytes(12).toString('hex')}${draftEnding}`)
    try {
      const content = await copyFlushed(from, draft)
      const target = this.pathOf(content.hash)
      // young first: a cleaning under way must not take it once it was found whole
      await makeYoung(target)
      if ((await this.check(content.hash)) === 'whole') return content
      await mkdir(dirname(target), { recursive: true })
      await rename(draft, target)
      for (const inside of [target, dirname(target), this.#folder]) syncFolderOf(inside)
      return content
    } finally {
      await rm(draft, { force: true })
    }
  }

  /** Reads the whole content: a flipped bit is noticed. */
  async check(hash: string): Promise<ContentState> {
    const path = this.pathOf(hash)
    if (!existsSync(path)) return 'missing'
    return (await hashOf(path)) === hash ? 'whole' : 'damaged'
  }

  /** Removes contents (and drafts) older than `before` that nobody needs. Gives how many. */
  async clean({ isNeeded, before, signal }: Cleaning): Promise<number> {
    let removed = 0
    for (const [at, { path, hash }] of (await this.#files()).entries()) {
      if (at % filesAPiece === filesAPiece - 1) await rest()
      if (signal.aborted) break
      // asked and removed in one step: nobody names it or makes it young in between
      if (isNeeded(hash) || !isOlder(path, before)) continue
      rmSync(path, { force: true })
      removed++
    }
    return removed
  }

  async #files(): Promise<{ path: string; hash: string }[]> {
    if (!existsSync(this.#folder)) return []
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true })
    return entries.flatMap((entry) => {
      const folder = entry.parentPath.slice(this.#folder.length + 1)
      const hash = folder + entry.name
      const ours = hashPattern.test(hash) || (folder === '' && entry.name.endsWith(draftEnding))
      // what somebody else put here is left alone
      return entry.isFile() && ours ? [{ path: join(entry.parentPath, entry.name), hash }] : []
    })
  }
}

async function copyFlushed(from: string | Buffer, to: string): Promise<Content> {
  const hash = createHash('sha256')
  let size = 0
  const handle = await open(to, 'wx')
  try {
    for await (const piece of typeof from === 'string' ? createReadStream(from, { highWaterMark: 1 << 18 }) : [from]) {
      // a stream of a file gives buffers
      const bytes = piece as Buffer
      hash.update(bytes)
      await handle.write(bytes)
      size += bytes.length
    }
    await handle.sync()
  } finally {
    await handle.close()
  }
  return { hash: hash.digest('hex'), size }
}

declare module '@main/api/context' {
  interface Services {
    contents: Contents
  }
}
