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

export function spokenAsked(pattern: readonly Piece[], { begins }: { begins: boolean }): string {
  const conditions: string[] = []
  if (begins) conditions.push(...quoted([beginning(pattern)]))
  pattern.forEach((piece, i) => {
    const next = pattern[i + 1]
    if (piece.as === 'sign' && next?.as === 'sign') conditions.push(...quoted([piece.text + next.text]))
    else if (piece.as === 'sign') conditions.push(...quoted([piece.text]))
    const [own, following] = [initialOf(piece), next ? initialOf(next) : '']
    if (own && following) conditions.push(...quoted([`¤${own}${following}`]))
    else if (own && pattern.length === 1 && piece.text.length === 1) conditions.push(...quoted([`¤${own}`]))
    if (piece.as === 'whole') conditions.push(...quoted([`¥${piece.text}`]))
    else if (piece.as === 'start' && (piece.text.length > 2 || (piece.text.length === 2 && pattern.length === 1)))
      conditions.push(anyOf(quoted(syllablesFrom(piece.text).map((syllable) => `¥${syllable}`))))
  })
  return allOf([...new Set(conditions)])
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
