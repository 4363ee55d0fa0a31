// A zip opened at its central directory; nothing is unpacked before it is asked for.
import { openSync } from 'node:fs'
import type { Readable } from 'node:stream'
import { fromFd, type Entry, type ZipFile } from 'yauzl'
import { limits } from './limits'
import { ReadingError } from './readingError'

export interface OpenZip {
  entries: Entry[]
  stream(entry: Entry): Promise<Readable>
  /** By name without regard to case or a leading slash. */
  find(name: string): Entry | undefined
  close(): void
}

/** @throws ReadingError damaged, suspicious */
export async function openZip(path: string): Promise<OpenZip> {
  const zip = await open(path)
  const entries = await list(zip).catch((error: unknown) => {
    zip.close()
    throw error
  })
  const byName = new Map(entries.map((entry) => [plainName(entry.fileName), entry]))
  return {
    entries,
    stream: (entry) => stream(zip, entry),
    find: (name) => byName.get(plainName(name)),
    close: () => zip.close(),
  }
}

const plainName = (name: string): string => name.replace(/^\/+/u, '').toLowerCase()

const open = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromFd(openSync(path, 'r'), { lazyEntries: true, autoClose: true }, (error, zip) =>
      error ? reject(new ReadingError('damaged')) : resolve(zip),
    )
  })

const list = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    // closed by hand: entries are read long after the directory
    zip.autoClose = false
    const entries: Entry[] = []
    const add = (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    }
    zip.on('entry', add)
    zip.on('end', () => resolve(entries))
    zip.on('error', () => reject(new ReadingError('damaged')))
    if (zip.entryCount > limits.zipEntries) reject(new ReadingError('suspicious'))
    else zip.readEntry()
  })

const stream = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => (error ? reject(new ReadingError('damaged')) : resolve(opened)))
  })
