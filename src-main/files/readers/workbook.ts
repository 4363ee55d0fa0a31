// Workbooks that are read whole: old Excel and WPS (.xls, .et), LibreOffice (.ods), binary .xlsb, and the HTML tables
// that web programs call .xls.
import { readFile, stat } from 'node:fs/promises'
import { read, set_cptable, type CellObject, type DenseWorkSheet, type Range, type WorkBook } from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'
import type { SheetInfo, TableFormat } from '@shared/features/importExport/reading'
import { cleanText, numberText, type CellText } from './cellText'
import { bytes, limits } from './limits'
import { withMerges, type Merge } from './merges'
import { surveyOds } from './odsSurvey'
import { ReadingError } from './readingError'
import type { Line, SheetSource, TableSource } from './source'

set_cptable(codepages)

const options = { dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: true } as const

/** @throws ReadingError passwordProtected, damaged, tooLarge */
export async function openWorkbook(path: string, format: TableFormat): Promise<TableSource> {
  if ((await stat(path)).size > bytes(limits.workbookFileMb)) {
    throw new ReadingError('tooLarge', { limitMb: limits.workbookFileMb })
  }
  const hidden = format === 'ods' ? await surveyOds(path) : new Set<string>()
  const content = await readFile(path)
  const book = parse(() => read(content, { ...options, type: 'buffer', codepage: 936 }))
  const source = sourceOf(book, format)
  for (const sheet of source.sheets) if (hidden.has(sheet.name)) sheet.hidden = 'hidden'
  return source
}

/** A table inside a page, or a workbook as XML: texts whose encoding we found out ourselves. */
export function openMarkup(text: string): TableSource {
  return sourceOf(
    parse(() => read(text, { ...options, type: 'string', raw: true })),
    'html',
  )
}

function parse(reading: () => WorkBook): WorkBook {
  try {
    return reading()
  } catch (error) {
    const words = error instanceof Error ? error.message : ''
    throw new ReadingError(/password|encrypt/iu.test(words) ? 'passwordProtected' : 'damaged')
  }
}

function sourceOf(book: WorkBook, format: TableFormat): TableSource {
  const about = book.Workbook
  const date1904 = about?.WBProps?.date1904 ?? false
  const sheets = book.SheetNames.slice(0, limits.sheets).flatMap((name, index): SheetSource[] => {
    // `dense` was asked for, which the library's type of a book does not tell
    const sheet = book.Sheets[name] as DenseWorkSheet | undefined
    if (!sheet?.['!data']) return []
    return [
      {
        name,
        hidden: hiddenness(about?.Sheets?.[index]?.Hidden),
        lines: () => withMerges(linesOf(sheet, date1904), mergesOf(sheet)),
      },
    ]
  })
  return { format, sheets, problems: [] }
}

const hiddenness = (flag: number | undefined): SheetInfo['hidden'] =>
  flag === 2 ? 'veryHidden' : flag === 1 ? 'hidden' : 'no'

function* linesOf(sheet: DenseWorkSheet, date1904: boolean): Iterable<Line> {
  let cells = 0
  for (const [row, found] of sheet['!data'].entries()) {
    if (!found) continue
    cells += found.length
    if (cells > limits.heldCells) throw new ReadingError('tooManyCells', { limit: limits.heldCells })
    yield lineOf(row, found, date1904)
  }
}

const mergesOf = (sheet: DenseWorkSheet): Merge[] =>
  (sheet['!merges'] ?? []).map(({ s, e }: Range) => ({ top: s.r, left: s.c, bottom: e.r, right: e.c }))

function lineOf(row: number, cells: readonly (CellObject | undefined)[], date1904: boolean): Line {
  const line: Line = { line: row + 1, cells: [] }
  if (cells.length > limits.columns) line.notes = [{ code: 'columnsCut' }]
  for (const [column, cell] of cells.slice(0, limits.columns).entries()) {
    const { text, note } = cell ? cellText(cell, date1904) : { text: '' }
    line.cells.push(text)
    if (note) (line.notes ??= []).push({ code: note, column })
  }
  return line
}

function cellText(cell: CellObject, date1904: boolean): CellText {
  if (cell.t === 'e') return { text: '', note: 'cellErrors' }
  if (cell.f !== undefined && (cell.v === undefined || cell.v === null))
    return { text: '', note: 'formulasWithoutValue' }
  if (typeof cell.v === 'number') return numberText(cell.v, String(cell.z ?? 'General'), date1904)
  if (typeof cell.v === 'boolean') return { text: cell.v ? 'TRUE' : 'FALSE' }
  return cleanText(typeof cell.v === 'string' ? cell.v : '')
}
