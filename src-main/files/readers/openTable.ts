// Finds the right reader for a file, by what the file holds.
import { open } from 'node:fs/promises'
import { openDelimited, decoded, startOf } from './delimited'
import { detectContainer, detectText } from './detectFormat'
import { detectEncoding, type TextEncoding } from './encoding'
import { bytes, limits } from './limits'
import { ReadingError } from './readingError'
import type { TableSource } from './source'
import { openVcards } from './vcards'
import { guardZip } from './zipGuard'

/** What the user may say instead of our guess. */
export interface ReadingChoices {
  encoding?: string
  separator?: string
}

/** @throws ReadingError */
export async function openTable(path: string, choices: ReadingChoices = {}): Promise<TableSource> {
  const container = detectContainer(await headOf(path))
  if (container === 'text') return openText(path, choices)
  const kind = container === 'ole' ? 'xls' : await guardZip(path)
  if (kind === 'xlsx') return (await import('./xlsx')).openXlsx(path)
  // loaded only when needed: the library and its codepages are large
  const { openWorkbook } = await import('./workbook')
  return openWorkbook(path, kind === 'xlsb' ? 'xlsx' : kind)
}

async function openText(path: string, choices: ReadingChoices): Promise<TableSource> {
  const text: TextEncoding = choices.encoding ? { encoding: choices.encoding, bom: false } : await detectEncoding(path)
  const start = await startOf(path, text.encoding)
  if (start.trim() === '') throw new ReadingError('empty')
  const kind = detectText(start)
  if (kind === 'vcf') return openVcards(path, text)
  if (kind === 'csv') return openDelimited(path, text, choices.separator)
  const { openMarkup } = await import('./workbook')
  return { ...openMarkup(await wholeText(path, text.encoding)), text: { ...text, separator: null } }
}

async function wholeText(path: string, encoding: string): Promise<string> {
  let whole = ''
  for await (const piece of decoded(path, encoding)) {
    whole += piece
    if (whole.length > bytes(limits.workbookFileMb) / 2)
      throw new ReadingError('tooLarge', { limitMb: limits.workbookFileMb / 2 })
  }
  return whole
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r').catch(() => {
    throw new ReadingError('fileMissing')
  })
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(8192), 0, 8192, 0)
    return buffer.subarray(0, bytesRead)
  } catch {
    throw new ReadingError('fileMissing')
  } finally {
    await file.close()
  }
}
