// The pieces kept for a record in its full-text row, and the pieces a query asks for.
// Marks before a piece tell what it is: ¦ begins a name, § is a whole name, ¤ initials of syllables, ¥ one syllable.
import type { SearchedField } from './documents'
import { type Piece, readingsOf, syllablesFrom } from './pinyin'
import { addGrams, fold, foldList, gramsAsked } from './text'

export const foldField = ({ reading }: SearchedField, text: string): string =>
  reading === 'number' ? foldList(text) : fold(text)

/** The full-text row of a record, from the values of its searched fields in their order. */
export function piecesOf(fields: readonly SearchedField[], values: readonly unknown[]): string {
  const pieces = new Set<string>()
  fields.forEach((field, i) => {
    const value = values[i]
    if (typeof value !== 'string' || value === '') return
    const text = foldField(field, value)
    addGrams(pieces, text, field.reading === 'number' ? 3 : 1)
    if (field.reading === 'name') addNamePieces(pieces, text)
  })
  return [...pieces].join(' ')
}

function addNamePieces(into: Set<string>, name: string): void {
  if (name === '') return
  into.add(`§${name}`)
  into.add(`¦${name.charAt(0)}`)
  if (name.length > 1) into.add(`¦${name.slice(0, 2)}`)
  for (let i = 0; i < name.length; i++)
    for (const reading of readingsOf(name.charAt(i))) {
      const initial = reading.charAt(0)
      const pairs = i + 1 < name.length ? readingsOf(name.charAt(i + 1)).map((next) => initial + next.charAt(0)) : []
      into.add(`¥${reading}`)
      for (const spoken of [initial, ...pairs]) {
        into.add(`¤${spoken}`)
        if (i === 0) into.add(`¦¤${spoken}`)
      }
    }
}

const quoted = (pieces: readonly string[]): string[] => pieces.map((piece) => `"${piece}"`)
const allOf = (conditions: readonly string[]): string =>
  conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' AND ')})`
const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' OR ')})`

/** `begins`: only names that begin with it. */
export function literalAsked(word: string, { begins }: { begins: boolean }): string {
  const start = begins ? [`¦${word.slice(0, 2)}`] : []
  return allOf(quoted([...start, ...gramsAsked(word)]))
}

/** Asking for more alternatives costs more than testing what their initial offers. */
const askedSyllables = 4

export function spokenAsked(pattern: readonly Piece[], { begins }: { begins: boolean }): string {
  const pieces = begins ? [beginning(pattern)] : []
  pattern.forEach((piece, i) => {
    const next = pattern[i + 1]
    if (piece.as === 'sign') pieces.push(next?.as === 'sign' ? piece.text + next.text : piece.text)
    const [own, following] = [initialOf(piece), next ? initialOf(next) : '']
    if (own && following) pieces.push(`¤${own}${following}`)
  })
  // each piece asked for costs as much as many rows tested: one syllable is enough beside the initials
  const whole = pattern.filter(({ as }) => as === 'whole').sort((a, b) => b.text.length - a.text.length)[0]
  if (whole) pieces.push(`¥${whole.text}`)
  return allOf([...new Set(quoted(pieces)), ...(whole ? [] : lastSyllable(pattern))])
}

/** The end of what was typed may be half a syllable. */
function lastSyllable(pattern: readonly Piece[]): string[] {
  const last = pattern.at(-1)
  if (last?.as !== 'start') return []
  const meant = syllablesFrom(last.text)
  if (last.text.length > 1 && meant.length <= askedSyllables) return [anyOf(quoted(meant.map((one) => `¥${one}`)))]
  return pattern.length === 1 ? quoted([`¤${last.text.charAt(0)}`]) : []
}

/** What the piece's character begins with when spoken; unknown for a Chinese character itself. */
const initialOf = ({ text }: Piece): string => (/^[a-z0-9]/.test(text) ? text.charAt(0) : '')

function beginning([first, second]: readonly Piece[]): string {
  if (!first) return ''
  if (first.as === 'sign' && second?.as === 'sign') return `¦${first.text}${second.text}`
  const own = initialOf(first)
  if (!own) return `¦${first.text}`
  return `¦¤${own}${second ? initialOf(second) : ''}`
}

export { allOf, anyOf }
