// A draft is one row of a foreign table in our terms: a customer, its contacts, what was said, what is left for the note.
import type { CellRules } from './cellValue'
import type { ProblemCode } from './problemCode'
import type { Target } from './targets'

export type Values = Record<string, unknown>

export interface Column {
  index: number
  heading: string
  /** Null: not mapped. */
  target: Target | null
  dayFirst?: boolean
}

export interface DraftRules {
  columns: readonly Column[]
  /** 'YYYY-MM-DD' */
  today: string
  now: number
  /** Columns that are not mapped go to the note instead of nowhere. */
  unmappedToNote: boolean
  /** A file we wrote ourselves: a dash is a dash there, not a way to say that there is nothing. */
  ours: boolean
  named?: CellRules['named']
  /** Words written where the table has none. */
  words: { lastContact: string; nextContact: string }
}

export interface Problem {
  line: number
  column: string
  value: string
  code: ProblemCode
  warning: boolean
}

export interface FollowUpDraft {
  content: string
  followedAt: number | null
  way: string
  result?: string
  nextAt?: number
  nextStep?: string
  /** Name of who followed up. */
  person?: string
}

/** A picture of the row's person; its content is kept already. */
export interface PhotoDraft {
  hash: string
  size: number
  /** With a dot, e.g. '.jpg'. */
  ending: string
}

export interface NoteLine {
  heading: string
  value: string
  /** Written without its heading: the table's own column of notes. */
  bare?: boolean
  /** About the row's contact, whatever other rows say. */
  personal?: boolean
}

export interface Draft {
  line: number
  customer: Values
  /** The customer is a person: the row names no company. */
  individual: boolean
  /** The name in the column of owners, and its heading. */
  owner: NoteLine | null
  createdAt: number | null
  contacts: Values[]
  followUps: FollowUpDraft[]
  photos: PhotoDraft[]
  notes: NoteLine[]
  problems: Problem[]
  /** Why the row is not imported; of an example in a template nothing is told. */
  refused: ProblemCode | 'example' | null
}

/** @example noteText([{ heading: '传真', value: '62880001' }]) // '传真：62880001' */
export const noteText = (lines: readonly NoteLine[]): string =>
  lines.map(({ heading, value, bare }) => (heading === '' || bare ? value : `${heading}：${value}`)).join('\n')
