// vCard files: every card is a line of one sheet with fixed headings.
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { vcardColumns } from '@shared/features/importExport/reading'
import { decoded } from './delimited'
import type { TextEncoding } from './encoding'
import { bytes, limits } from './limits'
import { ReadingError } from './readingError'
import type { Line, TableSource } from './source'
import { parseProperty, unfolded, type Property } from './vcardLines'
import { cardLine, type Card } from './vcardRow'

export async function openVcards(path: string, text: TextEncoding): Promise<TableSource> {
  if ((await stat(path)).size > bytes(limits.textFileMb)) {
    throw new ReadingError('tooLarge', { limitMb: limits.textFileMb })
  }
  const lines = () => cardLines(path, text.encoding)
  return {
    format: 'vcf',
    text: { ...text, separator: null },
    sheets: [{ name: '', hidden: 'no', headerRow: 1, lines }],
    problems: [],
  }
}

/** `before`: how many lines other files gave already; the headings stand above the first only. */
export async function* cardLines(path: string, encoding: string, before = 0): AsyncIterable<Line> {
  if (before === 0) yield { line: 1, cells: [...vcardColumns] }
  let number = Math.max(1, before)
  for await (const card of cards(unfolded(physicalLines(path, encoding)))) yield cardLine(card, ++number, encoding)
}

/** Some programs write \r twice. */
const lineEnd = /\r*\n|\r/u

/** Lines as bytes in Latin-1 letters; UTF-16 becomes UTF-8 first. */
async function* physicalLines(path: string, encoding: string): AsyncIterable<string> {
  const wide = encoding.startsWith('utf-16')
  const source = wide ? decoded(path, encoding) : createReadStream(path, { encoding: 'latin1' })
  let held: string[] = []
  let size = 0
  for await (const piece of source) {
    const text = wide ? Buffer.from(String(piece)).toString('latin1') : String(piece)
    held.push(text)
    size += text.length
    if (size > bytes(limits.photoMb) * 10) throw new ReadingError('damaged')
    // joined only when a line ends: a photo may come in hundreds of pieces
    if (!text.includes('\n') && !text.includes('\r')) continue
    const whole = held.join('')
    const end = Math.max(whole.lastIndexOf('\n'), whole.endsWith('\r') ? -1 : whole.lastIndexOf('\r'))
    held = [whole.slice(end + 1)]
    size = whole.length - end - 1
    if (end >= 0) yield* whole.slice(0, end).split(lineEnd)
  }
  yield* held.join('').split(lineEnd)
}

/** Cards in a stream of properties. A card inside a card (AGENT) belongs to the outer one. */
async function* cards(lines: AsyncIterable<string>): AsyncIterable<Card> {
  let card: Card | undefined
  let agent: Property | undefined
  for await (const line of lines) {
    const property = parseProperty(line)
    const marks = property && /^(BEGIN|END)$/u.test(property.name) && /^\s*vcard\s*$/iu.test(property.raw)
    if (agent && property) {
      agent.raw += `${property.name}:${property.raw}\\n`
      if (marks && property.name === 'END') agent = undefined
    } else if (marks && property.name === 'BEGIN') {
      if (card) yield notClosed(card)
      card = { properties: [], notes: [] }
    } else if (marks) {
      if (card) yield card
      card = undefined
    } else if (card && property) {
      card.properties.push(property)
      if (property.name === 'AGENT' && property.raw.trim() === '') agent = property
    } else if (card && line.trim() && !card.notes.some(({ code }) => code === 'cardBroken')) {
      card.notes.push({ code: 'cardBroken' })
    }
  }
  if (card) yield notClosed(card)
}

const notClosed = (card: Card): Card => ({ ...card, notes: [...card.notes, { code: 'cardNotClosed' }] })
