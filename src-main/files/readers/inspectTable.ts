// Walks a table once and says what is in it: sheets, size, headings, the first lines, and what a clerk should know.
import type { FileInspection, NoteCode, ReadingNote, SheetInfo, SheetRow } from '@shared/features/importExport/reading'
import { guessHeaderRow, headingsOf, type Candidate } from './headerRow'
import { ReadingError } from './readingError'
import type { Line, SheetSource, TableSource } from './source'

const PREVIEW = 20

/** @throws ReadingError empty when no sheet holds anything */
export async function inspectTable(source: TableSource): Promise<FileInspection> {
  const sheets: SheetInfo[] = []
  const problems = [...source.problems]
  for (const sheet of source.sheets) {
    const { info, notes } = await inspectSheet(sheet)
    sheets.push(info)
    problems.push(...notes.map((note) => (source.sheets.length > 1 ? { ...note, sheet: sheet.name } : note)))
  }
  if (!sheets.some((sheet) => sheet.preview.length > 0)) throw new ReadingError('empty')
  const hidden = sheets.filter((sheet) => sheet.hidden !== 'no' && sheet.preview.length > 0)
  if (hidden.length > 0) {
    problems.unshift({
      code: 'hiddenSheets',
      params: { count: hidden.length, names: hidden.map(({ name }) => name).join('、') },
    })
  }
  const text = source.text ?? { encoding: null, bom: false, separator: null }
  return { format: source.format, ...text, sheets, problems }
}

/** Trims a line to what is handed out; undefined when nothing is in it. */
export function rowOf(line: Line): SheetRow | undefined {
  let filled = line.cells.length
  while (filled > 0 && !line.cells[filled - 1]) filled--
  if (filled === 0 && !line.notes && !line.files) return undefined
  const { notes, files } = line
  return { line: line.line, cells: line.cells.slice(0, filled), ...(notes && { notes }), ...(files && { files }) }
}

async function inspectSheet(sheet: SheetSource): Promise<{ info: SheetInfo; notes: ReadingNote[] }> {
  const preview: Candidate[] = []
  const groups = new Map<number, Map<number, string>>()
  const counted = new Map<NoteCode, { count: number; line: number }>()
  let rows = 0
  let columns = 0
  for await (const line of sheet.lines()) {
    const row = rowOf(line)
    if (!row) continue
    rows++
    columns = Math.max(columns, row.cells.length)
    for (const { code } of row.notes ?? []) count(counted, code, row.line)
    if (preview.length >= PREVIEW) continue
    preview.push({ ...withoutFiles(row), covered: coveredColumns(line) })
    groups.set(row.line, groupHeadings(line))
  }
  const headerRow = sheet.headerRow ?? guessHeaderRow(preview)
  const at = preview.findIndex((row) => row.line === headerRow)
  const headings = headingsOf(preview[at], groups.get(preview[at - 1]?.line ?? 0) ?? new Map())
  const info = {
    name: sheet.name,
    hidden: sheet.hidden,
    rows: rows - at - 1,
    columns,
    headerRow,
    headings,
    preview: preview.map(withoutFiles),
  }
  const notes = [...counted].map(([code, params]): ReadingNote => ({ code, params }))
  return { info, notes }
}

const withoutFiles = ({ line, cells, notes }: SheetRow): SheetRow => ({ line, cells, ...(notes && { notes }) })

function count(counted: Map<NoteCode, { count: number; line: number }>, code: NoteCode, line: number): void {
  const known = counted.get(code)
  if (known) known.count++
  else counted.set(code, { count: 1, line })
}

const coveredColumns = (line: Line): number =>
  [...(line.spans ?? [])].reduce((sum, [first, last]) => sum + last - first, 0)

/** Column → the text that reaches over it from a merged cell; a title over the whole table is no group. */
function groupHeadings(line: Line): Map<number, string> {
  const groups = new Map<number, string>()
  const alone = line.cells.filter(Boolean).length <= 1
  for (const [first, last] of line.spans ?? []) {
    const text = line.cells[first]
    if (!text || (alone && first === 0)) continue
    for (let column = first; column <= last; column++) groups.set(column, text)
  }
  return groups
}
