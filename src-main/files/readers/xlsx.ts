// Workbooks of Excel 2007 and later, read as a stream: a line is handed over as soon as it is there.
import type { ReadingNote } from '@shared/features/importExport/reading'
import { bytes, limits } from './limits'
import { parseMerge, withMerges, type Merge } from './merges'
import { ReadingError } from './readingError'
import type { Line, TableSource } from './source'
import { openZip, type OpenZip } from './zipFile'
import { readBook, readFormats, readSharedTexts } from './xlsxParts'
import { sheetReader, type SheetContext } from './xlsxSheet'
import { parsed } from './xmlStream'

/** The zip must have passed its guard. @throws ReadingError damaged, tooManyCells */
export async function openXlsx(path: string): Promise<TableSource> {
  const zip = await openZip(path)
  try {
    const { sheets, date1904 } = await readBook(zip)
    const context = { date1904, formats: await readFormats(zip), texts: await readSharedTexts(zip) }
    const problems: ReadingNote[] = []
    return {
      format: 'xlsx',
      sheets: sheets.map(({ name, hidden, part }) => ({ name, hidden, lines: () => linesOf(path, part, context) })),
      problems,
    }
  } finally {
    zip.close()
  }
}

async function* linesOf(path: string, part: string, context: SheetContext): AsyncIterable<Line> {
  const zip = await openZip(path)
  try {
    yield* withMerges(rows(zip, part, context), await mergesOf(zip, part))
  } finally {
    zip.close()
  }
}

async function* rows(zip: OpenZip, part: string, context: SheetContext): AsyncIterable<Line> {
  const reader = sheetReader(context)
  let cells = 0
  for await (const _ of parsed(zip, part, reader.events)) {
    for (const line of reader.take()) {
      cells += line.cells.length
      if (cells > limits.streamedCells) throw new ReadingError('tooManyCells', { limit: limits.streamedCells })
      yield line
    }
  }
}

/** Merged cells are listed behind the lines they concern, so they are looked up first. */
async function mergesOf(zip: OpenZip, part: string): Promise<Merge[]> {
  const entry = zip.find(part)
  if (!entry) return []
  let tail = ''
  let beyond = false
  for await (const chunk of (await zip.stream(entry)).setEncoding('latin1')) {
    const text: string = tail + String(chunk)
    const end = beyond ? 0 : text.indexOf('sheetData>', text.search(/<\/(\w+:)?sheetData>/u))
    beyond ||= /<\/(\w+:)?sheetData>/u.test(text)
    tail = beyond ? text.slice(end) : text.slice(-40)
    if (tail.length > bytes(20)) break
  }
  const ranges = tail.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([^"]*)"/gu)
  return [...ranges].map((match) => parseMerge(match[1] ?? '')).filter((merge) => merge !== undefined)
}
