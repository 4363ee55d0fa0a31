// The lines of one worksheet out of its XML events.
import { cleanText, numberText, type CellText } from './cellText'
import { limits } from './limits'
import { columnOf } from './merges'
import type { Line } from './source'
import { textReader, withSigns } from './xlsxParts'
import type { XmlEvents } from './xmlStream'

export interface SheetContext {
  date1904: boolean
  /** Number format by style index. */
  formats: string[]
  /** Shared texts by index, cleaned. */
  texts: string[]
}

export interface SheetReader {
  events: XmlEvents
  /** The lines finished since the last call. */
  take(): Line[]
}

interface Cell {
  column: number
  type: string
  format: string
  value?: string
  formula: boolean
}

export function sheetReader(context: SheetContext): SheetReader {
  let done: Line[] = []
  let line: Line = { line: 0, cells: [] }
  let cell: Cell | undefined
  let inValue = false
  const inline = textReader()

  const finishCell = () => {
    if (cell) put(line, cell.column, textOf(cell, inline.whole(), context))
    cell = undefined
  }
  const events: XmlEvents = {
    open(name, attributes) {
      if (name === 'row') line = { line: Number(attributes['r']) || line.line + 1, cells: [] }
      else if (name === 'c') {
        cell = startCell(attributes, line, context)
        inline.start()
      } else if (name === 'f' && cell) cell.formula = true
      else if (name === 'v' && cell) {
        inValue = true
        cell.value = ''
      } else inline.open(name)
    },
    text(text) {
      if (inValue && cell) cell.value += text
      else inline.text(text)
    },
    close(name) {
      if (name === 'v') inValue = false
      else if (name === 'c') finishCell()
      else if (name === 'row') done.push(line)
      else inline.close(name)
    },
  }
  const take = () => {
    const finished = done
    done = []
    return finished
  }
  return { events, take }
}

/** A cell without a place follows the one before it. */
function startCell(attributes: Readonly<Record<string, string>>, line: Line, context: SheetContext): Cell {
  const { r: place, t: type = 'n', s: style } = attributes
  return {
    column: place ? columnOf(place) : line.cells.length,
    type,
    format: context.formats[Number(style ?? 0)] ?? 'General',
    formula: false,
  }
}

function put(line: Line, column: number, { text, note }: CellText): void {
  if (column >= limits.columns) {
    if (text && !line.notes?.some(({ code }) => code === 'columnsCut')) (line.notes ??= []).push({ code: 'columnsCut' })
    return
  }
  while (line.cells.length < column) line.cells.push('')
  line.cells[column] = text
  if (note) (line.notes ??= []).push({ code: note, column })
}

function textOf(cell: Cell, inline: string, { texts, date1904 }: SheetContext): CellText {
  const { type, value, formula } = cell
  if (type === 'e') return { text: '', note: 'cellErrors' }
  if (type === 'inlineStr') return cleanText(inline)
  if (value === undefined) return formula ? { text: '', note: 'formulasWithoutValue' } : { text: '' }
  if (type === 's') return { text: texts[Number(value)] ?? '' }
  if (type === 'b') return { text: value === '1' ? 'TRUE' : 'FALSE' }
  if (type === 'd') return cleanText(value.replace('T', ' '))
  const number = value.trim() === '' ? Number.NaN : Number(value)
  return type === 'n' && Number.isFinite(number)
    ? numberText(number, cell.format, date1904)
    : cleanText(withSigns(value))
}
