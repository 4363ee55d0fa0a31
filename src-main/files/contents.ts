// Contents of attachments, each kept once under the SHA-256 of its bytes: <folder>/ab/cdef…. A content is never
// written over; it is on the disk, flushed, before any row names it.
import { createHash, randomBytes } from 'node:crypto'
import { createReadStream, existsSync } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { syncFolderOf } from '@main/database/durable'

export interface Content {
  hash: string
  size: number
}
export type ContentState = 'whole' | 'missing' | 'damaged'

const hashPattern = /^[0-9a-f]{64}$/
const draftEnding = '.part'

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 18 })) hash.update(piece as Buffer) // a stream of a file gives buffers
  return hash.digest('hex')
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

  /** Keeps a copy of a file; one that is there already is made young again, so that no cleaning takes it. */
  async keep(path: string): Promise<Content> {
    await mkdir(this.#folder, { recursive: true })
    const draft = join(this.#folder, `${randomBytes(12).toString('hex')}${draftEnding}`)
    try {
      const content = await copyFlushed(path, draft)
      const target = this.pathOf(content.hash)
      if ((await this.check(content.hash)) === 'whole') {
        const now = new Date()
        await utimes(target, now, now)
        return content
      }
      await mkdir(dirname(target), { recursive: true })
      await rename(draft, target)
      syncFolderOf(target)
      syncFolderOf(dirname(target))
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
  async clean(needed: ReadonlySet<string>, before: number): Promise<number> {
    let removed = 0
    for (const file of await this.#files()) {
      if (needed.has(file.hash) || (await stat(file.path)).mtimeMs >= before) continue
      await rm(file.path, { force: true })
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

async function copyFlushed(from: string, to: string): Promise<Content> {
  const hash = createHash('sha256')
  let size = 0
  const handle = await open(to, 'wx')
  try {
    for await (const piece of createReadStream(from, { highWaterMark: 1 << 18 })) {
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
