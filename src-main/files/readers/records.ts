// Cuts decoded text into records. A quote that never ends, or stands where none may, costs its own line and no other.
import Papa from 'papaparse'
import { limits } from './limits'
import { ReadingError } from './readingError'

export interface RawRecord {
  cells: string[]
  /** Its quotes do not fit; it was read as well as possible. */
  stray?: boolean
}

/** @param pieces text with \n as line end */
export async function* records(pieces: AsyncIterable<string>, separator: string): AsyncIterable<RawRecord> {
  let rest = ''
  for await (const piece of pieces) {
    rest += piece
    const taken = take(rest, separator, false)
    yield* taken.records
    rest = rest.slice(taken.used)
    if (rest.length > limits.lineLetters) throw new ReadingError('notATable')
  }
  yield* take(rest, separator, true).records
}

interface Taken {
  records: RawRecord[]
  used: number
}

/** The whole records at the start of a text: all at once if its quotes are sound, otherwise one by one. */
function take(text: string, separator: string, atEnd: boolean): Taken {
  if (text === '') return { records: [], used: 0 }
  const parsed = parse(text, separator, atEnd)
  const used = atEnd ? text.length : parsed.used
  if (!parsed.faulty && text.length - used < limits.quotedLetters) {
    return { records: parsed.rows.map((cells) => ({ cells })), used }
  }
  return takeSingly(text, separator, atEnd)
}

function takeSingly(text: string, separator: string, atEnd: boolean): Taken {
  const found: RawRecord[] = []
  let used = 0
  while (used < text.length) {
    const rest = text.slice(used)
    const end = rest.indexOf('\n')
    if (end < 0 && !atEnd) break
    const first = parse(rest, separator, atEnd, 1)
    const cells = first.rows[0]
    const oneLine = end < 0 || first.used <= end + 1
    const waits = cells === undefined && !atEnd && rest.length < limits.quotedLetters
    if (waits) break
    if (cells && first.used > 0 && !first.open && (oneLine || !first.faulty)) {
      found.push({ cells, ...(first.faulty && { stray: true }) })
      used += first.used
    } else {
      found.push({ cells: splitPlainly(end < 0 ? rest : rest.slice(0, end), separator), stray: true })
      used += end < 0 ? rest.length : end + 1
    }
  }
  return { records: found, used }
}

const splitPlainly = (line: string, separator: string): string[] =>
  line.split(separator).map((cell) => (/^".*"$/u.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell))

interface Parsed {
  rows: string[][]
  faulty: boolean
  /** A quote was never closed. */
  open: boolean
  used: number
}

interface Result {
  data: string[][]
  errors: { code: string }[]
  meta: { cursor: number }
}

/** @param preview records at most; 0 for all */
function parse(text: string, separator: string, atEnd: boolean, preview = 0): Parsed {
  const parser = new Papa.Parser({ delimiter: separator, newline: '\n', quoteChar: '"', preview, fastMode: false })
  // the low-level parser is typed `any`; this is the shape it documents
  const result = parser.parse(text, 0, !atEnd) as Result
  return {
    rows: result.data,
    faulty: result.errors.length > 0,
    open: result.errors.some((error) => error.code === 'MissingQuotes'),
    used: result.meta.cursor,
  }
}
