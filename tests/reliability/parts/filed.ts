// The attachments of an office as they lie on the disk, compared with the rows that name them.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Db } from '@main/database/open'
import { Contents } from '@main/files/contents'

export class Filed {
  readonly #folder: string
  /** Read and found whole after an earlier kill: a content is never written again. */
  readonly #read = new Set<string>()

  constructor(dataDir: string) {
    this.#folder = join(dataDir, 'files')
  }

  /** Every attachment named is there, whole; and once the rest is cleaned nothing else is. */
  async check(db: Db): Promise<void> {
    const named = db.prepare<[], string>('SELECT DISTINCT hash FROM attachments ORDER BY hash').pluck().all()
    for (const hash of named) {
      const file = this.#fileOf(hash)
      expect(existsSync(file), `content ${hash}`).toBe(true)
      if (this.#read.has(hash)) continue
      expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(hash)
      this.#read.add(hash)
    }
    const needed = new Set(named)
    const { signal } = new AbortController()
    await new Contents(this.#folder).clean({ isNeeded: (hash) => needed.has(hash), before: Infinity, signal })
    expect(this.#onDisk()).toEqual(named)
  }

  #fileOf(hash: string): string {
    return join(this.#folder, hash.slice(0, 2), hash.slice(2))
  }

  #onDisk(): string[] {
    if (!existsSync(this.#folder)) return []
    return readdirSync(this.#folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => parentPath.slice(this.#folder.length + 1) + name)
      .sort()
  }
}
