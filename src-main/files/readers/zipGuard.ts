// Looks through a zip before any parser may: number of entries, stated sizes, then the bytes that really come out.
// Counts cells on the way, so that a workbook with too many is refused before a parser builds them.
import { fromFd, type Entry, type ZipFile } from 'yauzl'
import { openSync } from 'node:fs'
import { bytes, limits } from './limits'
import { ReadingError, unsupported } from './readingError'

export interface ZipContents {
  names: Set<string>
  expanded: number
  /** Cells by worksheet entry. */
  cells: number
}

/** @throws ReadingError tooLarge, tooManyCells, suspicious, passwordProtected, damaged */
export async function guardZip(path: string): Promise<ZipContents> {
  const zip = await open(path)
  try {
    const entries = await list(zip)
    checkStated(entries)
    let expanded = 0
    let cells = 0
    for (const entry of entries) {
      const counted = await inflate(zip, entry, bytes(limits.expandedMb) - expanded)
      expanded += counted.bytes
      cells += counted.cells
      if (cells > limits.cells) throw new ReadingError('tooManyCells', { limit: limits.cells })
    }
    return { names: new Set(entries.map((entry) => entry.fileName)), expanded, cells }
  } finally {
    zip.close()
  }
}

export type WorkbookKind = 'xlsx' | 'xlsb' | 'ods'

/** @throws ReadingError unsupported */
export function workbookKind(names: Set<string>): WorkbookKind {
  const has = (pattern: RegExp) => [...names].some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.bin$/iu)) return 'xlsb'
  if (has(/^\/?xl\/.*\.xml$/iu)) return 'xlsx'
  if (has(/^content\.xml$/u) && !has(/^(Object 1|Thumbnails\/slides)/u)) return 'ods'
  if (has(/^word\//u)) throw unsupported('word')
  if (has(/^ppt\//u)) throw unsupported('slides')
  if (has(/^Index\/.*\.iwa$/u)) throw unsupported('numbers')
  throw unsupported('archive')
}

const open = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    fromFd(openSync(path, 'r'), { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(new ReadingError('damaged')) : resolve(zip),
    )
  })

const list = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    if (zip.entryCount > limits.zipEntries) reject(new ReadingError('suspicious'))
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      if (entries.length > limits.zipEntries) reject(new ReadingError('suspicious'))
      else zip.readEntry()
    })
    zip.on('end', () => resolve(entries))
    zip.on('error', () => reject(new ReadingError('damaged')))
    zip.readEntry()
  })

function checkStated(entries: Entry[]): void {
  if (entries.some((entry) => entry.isEncrypted())) throw new ReadingError('passwordProtected')
  const expanded = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0)
  if (expanded > bytes(limits.expandedMb)) throw new ReadingError('tooLarge', { limitMb: limits.expandedMb })
  if (expanded > bytes(limits.ratioFromMb) && expanded > packed * limits.ratio) throw new ReadingError('suspicious')
}

/** Reads an entry to its end and counts; yauzl stops it as soon as more comes out than was stated. */
const inflate = (zip: ZipFile, entry: Entry, left: number): Promise<{ bytes: number; cells: number }> =>
  new Promise((resolve, reject) => {
    if (entry.fileName.endsWith('/')) return resolve({ bytes: 0, cells: 0 })
    zip.openReadStream(entry, (error, stream) => {
      if (error) return reject(new ReadingError('damaged'))
      const counting = /^\/?xl\/worksheets\/.*\.xml$/iu.test(entry.fileName)
      const counted = { bytes: 0, cells: 0 }
      stream.on('data', (chunk: Buffer) => {
        counted.bytes += chunk.length
        if (counting) counted.cells += count(chunk, cellEnd) + count(chunk, valueStart)
        if (counted.bytes > left) stream.destroy(new ReadingError('tooLarge', { limitMb: limits.expandedMb }))
        if (counted.cells > limits.cells) stream.destroy(new ReadingError('tooManyCells', { limit: limits.cells }))
      })
      stream.on('end', () => resolve(counted))
      stream.on('error', (problem) => reject(problem instanceof ReadingError ? problem : new ReadingError('damaged')))
    })
  })

// a filled cell holds one value or one inline text; a marker cut by a chunk border is missed, which is close enough
const cellEnd = Buffer.from('</v>')
const valueStart = Buffer.from('<is>')

function count(chunk: Buffer, marker: Buffer): number {
  let found = 0
  for (let at = chunk.indexOf(marker); at >= 0; at = chunk.indexOf(marker, at + 1)) found++
  return found
}
