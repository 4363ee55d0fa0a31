// Looks through a zip before any parser may: number of entries, stated sizes, then the bytes that really come out.
import type { Entry } from 'yauzl'
import { bytes, limits } from './limits'
import { ReadingError, unsupported } from './readingError'
import { openZip, type OpenZip } from './zipFile'

export type WorkbookKind = 'xlsx' | 'xlsb' | 'ods'

/** @throws ReadingError tooLarge, suspicious, passwordProtected, damaged, unsupported */
export async function guardZip(path: string): Promise<WorkbookKind> {
  const zip = await openZip(path)
  try {
    checkStated(zip.entries)
    const kind = workbookKind(zip.entries.map((entry) => entry.fileName))
    let left = bytes(limits.expandedMb)
    for (const entry of zip.entries) if (!entry.fileName.endsWith('/')) left -= await expand(zip, entry, left)
    return kind
  } finally {
    zip.close()
  }
}

function workbookKind(names: string[]): WorkbookKind {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name))
  if (has(/^xl\/workbook\.bin$/iu)) return 'xlsb'
  if (has(/^\/?xl\/.*\.xml$/iu)) return 'xlsx'
  if (has(/^word\//u)) throw unsupported('word')
  if (has(/^ppt\//u)) throw unsupported('slides')
  if (has(/^Index\/.*\.iwa$/u)) throw unsupported('numbers')
  if (has(/^content\.xml$/u) && has(/^mimetype$/u)) return 'ods'
  throw unsupported('archive')
}

function checkStated(entries: Entry[]): void {
  if (entries.some((entry) => entry.isEncrypted())) throw new ReadingError('passwordProtected')
  const expanded = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0)
  const packed = entries.reduce((sum, entry) => sum + entry.compressedSize, 0)
  if (expanded > bytes(limits.ratioFromMb) && expanded > packed * limits.ratio) throw new ReadingError('suspicious')
  if (expanded > bytes(limits.expandedMb)) throw new ReadingError('tooLarge', { limitMb: limits.expandedMb })
}

/** Bytes that come out; yauzl stops an entry as soon as more comes out than was stated. */
async function expand(zip: OpenZip, entry: Entry, left: number): Promise<number> {
  let size = 0
  try {
    for await (const chunk of await zip.stream(entry)) {
      // a zip stream gives buffers
      size += (chunk as Buffer).length
      if (size > left) throw new ReadingError('tooLarge', { limitMb: limits.expandedMb })
    }
  } catch (error) {
    throw error instanceof ReadingError ? error : new ReadingError('damaged')
  }
  return size
}
