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
  for (let i = 0; i < name.length; i++) {
    const [first, second, third] = [
      readingsOf(name.charAt(i)),
      readingsOf(name.charAt(i + 1)),
      readingsOf(name.charAt(i + 2)),
    ]
    for (const a of first) {
      into.add(`¥${a}`)
      addInitials(into, initial(a), i)
      for (const b of second) {
        into.add(`¥${a}${b}`)
        addInitials(into, initial(a) + initial(b), i)
        for (const c of third) into.add(`¤${initial(a)}${initial(b)}${initial(c)}`)
      }
    }
  }
}

const initial = (reading: string): string => reading.charAt(0)

function addInitials(into: Set<string>, initials: string, at: number): void {
  into.add(`¤${initials}`)
  if (at === 0) into.add(`¦¤${initials}`)
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

/**
 * More alternatives than this cost more than testing what an initial offers. Two syllables that follow one another
 * are rare, and their initials are not, so more of them are asked for.
 */
const askedAlone = 4
const askedAsPair = 12

export function spokenAsked(pattern: readonly Piece[], { begins }: { begins: boolean }): string {
  const start = begins ? [[beginning(pattern)]] : []
  const alternatives = pattern.length === 1 ? pattern.map(loneAsked) : pattern.flatMap((_, i) => askedAt(pattern, i))
  const conditions = [...start, ...alternatives].filter((any) => any.length > 0).map((any) => anyOf(quoted(any)))
  return allOf([...new Set(conditions)])
}

const loneAsked = (piece: Piece): string[] =>
  syllablesMeant(piece, askedAlone)?.map((syllable) => `¥${syllable}`) ?? [`¤${initialOf(piece)}`]

/** What must be there for the character at `i` and those after it: of each list any one. Nothing where asked for already. */
function askedAt(pattern: readonly Piece[], i: number): (readonly string[])[] {
  const [before, piece, next, third] = [pattern[i - 1], pattern[i], pattern[i + 1], pattern[i + 2]]
  if (!piece) return []
  if (piece.as === 'sign' && next?.as === 'sign') return [[piece.text + next.text]]
  const own = initialOf(piece)
  if (piece.as === 'sign' && !own) return before?.as === 'sign' ? [] : [[piece.text]]
  const pair = pairMeant(piece, next)
  if (pair) return [pair]
  const inPair = pairMeant(before, piece) !== null
  const alone = piece.as === 'whole' && !inPair ? [[`¥${piece.text}`]] : []
  const [first, second, last] = [before, next, third].map((one) => (one ? initialOf(one) : ''))
  // after a character the syllable stands for itself
  if (!second) return inPair || first ? alone : [loneAsked(piece)]
  if (last || !first) return [...alone, [`¤${own}${second}${last ?? ''}`]]
  // the initials of the one before reach this far, unless it was asked for as part of a pair
  return inPair ? [[`¤${first}${own}${second}`]] : alone
}

/** A whole syllable and what may follow it. */
function pairMeant(piece: Piece | undefined, next: Piece | undefined): readonly string[] | null {
  if (piece?.as !== 'whole' || !next) return null
  return syllablesMeant(next, askedAsPair)?.map((syllable) => `¥${piece.text}${syllable}`) ?? null
}

/** The syllables a piece stands for, when these are few. */
function syllablesMeant({ text, as }: Piece, most: number): readonly string[] | null {
  if (as === 'sign') return null
  const meant = as === 'whole' ? [text] : syllablesFrom(text)
  return text.length > 1 && meant.length <= most ? meant : null
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
