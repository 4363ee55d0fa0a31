// One thing that is measured, and the SQL that one would write by hand for the same answer.
import type { OfficePerson } from './people'

export type Way = (run: number) => unknown

export interface Operation {
  name: string
  person: OfficePerson
  path: string
  input(run: number): unknown
  /** Ways to write it by hand; the one that is quickest on this file stands beside the program. */
  raw: readonly Way[]
  /** Records told of by an answer and by the bare SQL: they have to be the same. */
  told?: { answer(answer: unknown): unknown; bare(bare: unknown): unknown }
}
