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

/** More alternatives than this cost more than testing what an initial offers. */
const askedSyllables = 4

export function spokenAsked(pattern: readonly Piece[], { begins }: { begins: boolean }): string {
  const start = begins ? [[beginning(pattern)]] : []
  const alternatives = pattern.length === 1 ? pattern.map(loneAsked) : pattern.map((_, i) => piecesAt(pattern, i))
  const conditions = [...start, ...alternatives].filter((any) => any.length > 0).map((any) => anyOf(quoted(any)))
  return allOf([...new Set(conditions)])
}

const loneAsked = (piece: Piece): string[] =>
  syllablesMeant(piece)?.map((syllable) => `¥${syllable}`) ?? [`¤${initialOf(piece)}`]

/** What must be there for the character at `i` and those after it; any one of the pieces. Empty when asked for already. */
function piecesAt(pattern: readonly Piece[], i: number): string[] {
  const [before, piece, next, third] = [pattern[i - 1], pattern[i], pattern[i + 1], pattern[i + 2]]
  if (!piece) return []
  if (piece.as === 'sign' && next?.as === 'sign') return [piece.text + next.text]
  if (piece.as === 'sign' && !initialOf(piece)) return before?.as === 'sign' ? [] : [piece.text]
  const following = next && piece.as === 'whole' ? syllablesMeant(next) : null
  if (following) return following.map((syllable) => `¥${piece.text}${syllable}`)
  const initials = [piece, next, third].map((one) => (one ? initialOf(one) : ''))
  const [own, second = '', last = ''] = initials
  if (second === '') return piece.as === 'whole' && !before ? [`¥${piece.text}`] : []
  return last === '' && before && initialOf(before) ? [] : [`¤${own}${second}${last}`]
}

/** The syllables a piece stands for, when these are few. */
function syllablesMeant({ text, as }: Piece): readonly string[] | null {
  if (as === 'sign') return null
  const meant = as === 'whole' ? [text] : syllablesFrom(text)
  return text.length > 1 && meant.length <= askedSyllables ? meant : null
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
