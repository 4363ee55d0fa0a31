// A query is what was typed, made ready: its words, how they may be spoken, and the test of a record's values.
import type { SearchedField, SearchedKind } from './documents'
import { allOf, anyOf, foldField, literalAsked, spokenAsked } from './pieces'
import { patternsOf, type Piece, spokenAt } from './pinyin'
import { allLatin, fold, gramsAsked } from './text'

interface Word {
  text: string
  /** Ways to read it as syllables; only names are tested by them. */
  patterns: readonly (readonly Piece[])[]
  /** May stand in a field of numbers. */
  asNumber: boolean
}

export interface Query {
  words: readonly Word[]
  /** All of it without spaces: a name equal to it comes first. */
  whole: string
}

/** 0: a name equals what was typed; 1: a name begins with it; 2: found elsewhere. */
export type Rank = 0 | 1 | 2

export interface Found {
  rank: Rank
  /** Index of the field shown, and the match in its folded text. */
  field: number
  match: [number, number]
}

const phoneLike = /^[+(]?\d[\d\s\-—–()./]*$/
const wordsRead = 6

/** Null when nothing searchable was typed. */
export function readQuery(typed: string): Query | null {
  const plain = typed.normalize('NFKC').trim()
  // one number however it is spaced; a country code in front is not part of how offices write it
  const parts = phoneLike.test(plain)
    ? [fold(plain).replace(/^(0086|86)(?=1\d{10}$)/, '')]
    : plain.split(/\s+/u).map(fold)
  const texts = parts.filter((part) => part !== '').slice(0, wordsRead)
  if (texts.length === 0) return null
  const words = texts.map((text) => ({
    text,
    patterns: patternsOf(text),
    asNumber: text.length >= 3 && allLatin(text),
  }))
  return { words, whole: texts.join('') }
}

/** Whether the query is one piece of the index: what the index gives then needs no test. */
export const isOnePiece = ({ words: [word, ...others] }: Query): boolean =>
  word !== undefined && others.length === 0 && word.patterns.length === 0 && gramsAsked(word.text)[0] === word.text

/** The full-text expression that every record matching `query` fulfils. */
export function expressionOf({ words, whole }: Query, { fields }: SearchedKind, rank: Rank): string {
  const named = fields.some((field) => field.reading === 'name')
  if (rank === 0) return `"§${whole}"`
  return allOf(
    words.map(({ text, patterns }, i) => {
      const begins = rank === 1 && i === 0
      const spoken = named ? patterns.map((pattern) => spokenAsked(pattern, { begins })) : []
      return anyOf([literalAsked(text, { begins }), ...spoken])
    }),
  )
}

/** The folded text of a record's field. */
export type FoldedAt = (field: number) => string

/** Where each word stands in the fields that may be seen; null unless all of them do. `values` in the fields' order. */
export function test(query: Query, fields: readonly SearchedField[], values: readonly unknown[]): Found | null {
  // most are found in the first field: the others need not be folded then
  const folded: string[] = []
  return testFolded(query, fields, (i) => {
    const [field, value] = [fields[i], values[i]]
    return (folded[i] ??= field && typeof value === 'string' ? foldField(field, value) : '')
  })
}

/** The same of texts that are folded. */
export function testFolded(query: Query, fields: readonly SearchedField[], textAt: FoldedAt): Found | null {
  let first: Found | null = null
  for (const word of query.words) {
    const at = wordAt(word, fields, textAt)
    if (!at) return null
    first ??= at
  }
  return first && { ...first, rank: rankOf(query, fields, textAt) }
}

function wordAt({ text, patterns, asNumber }: Word, fields: readonly SearchedField[], textAt: FoldedAt): Found | null {
  for (const [i, { reading }] of fields.entries()) {
    if (reading === 'number' && !asNumber) continue
    const own = textAt(i)
    if (own === '') continue
    const start = own.indexOf(text)
    if (start >= 0) return { rank: 2, field: i, match: [start, start + text.length] }
    const spoken = reading === 'name' && patterns.length > 0 ? spokenAt(own, patterns) : null
    if (spoken) return { rank: 2, field: i, match: spoken }
  }
  return null
}

function rankOf({ words, whole }: Query, fields: readonly SearchedField[], textAt: FoldedAt): Rank {
  let rank: Rank = 2
  const [first] = words
  for (const [i, { reading }] of fields.entries()) {
    if (reading !== 'name' || !first) continue
    const name = textAt(i)
    if (name === '') continue
    if (name === whole) return 0
    if (name.startsWith(first.text) || beginsSpoken(name, first)) rank = 1
  }
  return rank
}

const beginsSpoken = (name: string, { patterns }: Word): boolean =>
  patterns.some((pattern) => spokenAt(name.slice(0, pattern.length), [pattern]) !== null)
