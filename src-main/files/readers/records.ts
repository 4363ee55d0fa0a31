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
    const end = text.indexOf('\n', used)
    if (end < 0 && !atEnd) break
    const next = end < 0 ? text.length : end + 1
    const line = text.slice(used, end < 0 ? next : end)
    const alone = parse(line, separator, true, 1)
    if (!alone.open) {
      found.push({ cells: alone.rows[0] ?? [''], ...(alone.faulty && { stray: true }) })
      used = next
      continue
    }
    const goesOn = alone.inner ? undefined : closedLater(text, used, next, separator, atEnd)
    if (goesOn === 'wait') break
    found.push(goesOn ? { cells: goesOn.cells } : { cells: splitPlainly(line, separator), stray: true })
    used = goesOn ? used + goesOn.used : next
  }
  return { records: found, used }
}

/** A record whose quoted cell goes on in the next lines; undefined when its quote never ends soundly. */
function closedLater(
  text: string,
  from: number,
  lineEnd: number,
  separator: string,
  atEnd: boolean,
): { cells: string[]; used: number } | 'wait' | undefined {
  // the window grows step by step: a stray quote must not cost a walk through the whole file
  for (let size = (lineEnd - from) * 2 + 500; ; size *= 4) {
    const window = text.slice(from, from + Math.min(size, limits.quotedLetters))
    const reachesEnd = from + window.length >= text.length
    const { rows, faulty, used } = parse(window, separator, atEnd && reachesEnd, 1)
    if (faulty) return undefined
    if (rows[0]) return { cells: rows[0], used }
    if (window.length >= limits.quotedLetters) return undefined
    if (reachesEnd) return atEnd ? undefined : 'wait'
  }
}

const splitPlainly = (line: string, separator: string): string[] =>
  line.split(separator).map((cell) => (/^".*"$/u.test(cell) ? cell.slice(1, -1).replaceAll('""', '"') : cell))

interface Parsed {
  rows: string[][]
  faulty: boolean
  /** A quote stands where none may. */
  inner: boolean
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
    inner: result.errors.some((error) => error.code === 'InvalidQuotes'),
    open: result.errors.some((error) => error.code === 'MissingQuotes'),
    used: result.meta.cursor,
  }
}
