// Delimited text: csv, tsv, txt. Read as a stream; a quote that never ends does not swallow the lines behind it.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import iconv from 'iconv-lite'
import type { RowNote } from '@shared/features/importExport/reading'
import { cleanText } from './cellText'
import type { TextEncoding } from './encoding'
import { bytes, limits } from './limits'
import { ReadingError } from './readingError'
import { records, type RawRecord } from './records'
import { chooseSeparator, declaredSeparator } from './separator'
import type { Line, TableSource } from './source'

/** @param separator what the user chose instead of our guess */
export async function openDelimited(path: string, text: TextEncoding, separator?: string): Promise<TableSource> {
  if ((await stat(path)).size > bytes(limits.textFileMb)) {
    throw new ReadingError('tooLarge', { limitMb: limits.textFileMb })
  }
  const chosen = separator ?? chooseSeparator(await startOf(path, text.encoding))
  return {
    format: 'csv',
    text: { ...text, separator: chosen },
    sheets: [{ name: '', hidden: 'no', lines: () => linesOf(path, text.encoding, chosen) }],
    problems: [],
  }
}

/** Decoded text in pieces, all line ends as \n, without the mark at the start. */
export async function* decoded(path: string, encoding: string): AsyncIterable<string> {
  const source = createReadStream(path, { highWaterMark: 256 * 1024 }).pipe(iconv.decodeStream(encoding))
  let held = ''
  for await (const piece of source) {
    const text = held + String(piece)
    held = text.endsWith('\r') ? '\r' : ''
    yield (held ? text.slice(0, -1) : text).replace(/\r\n?/gu, '\n')
  }
  if (held) yield '\n'
}

export async function startOf(path: string, encoding: string, letters = 65_536): Promise<string> {
  let text = ''
  for await (const piece of decoded(path, encoding)) {
    text += piece
    if (text.length >= letters) break
  }
  return text.slice(0, letters)
}

async function* linesOf(path: string, encoding: string, separator: string): AsyncIterable<Line> {
  let number = 0
  for await (const record of records(decoded(path, encoding), separator)) {
    number++
    if (number === 1 && declaredSeparator(record.cells.join(separator))) continue
    yield lineOf(number, record)
  }
}

function lineOf(number: number, record: RawRecord): Line {
  const notes: RowNote[] = record.stray ? [{ code: 'strayQuote' }] : []
  if (record.cells.length > limits.columns) notes.push({ code: 'columnsCut' })
  const cells = record.cells.slice(0, limits.columns).map((raw, column) => {
    const { text, note } = cleanText(raw)
    if (note) notes.push({ code: note, column })
    if (text.includes('\u{fffd}')) notes.push({ code: 'unreadableCharacters', column })
    if (/^\d(\.\d+)?E\+\d{2}$/u.test(text)) notes.push({ code: 'scientific', column })
    return text
  })
  return { line: number, cells, ...(notes.length > 0 && { notes }) }
}
