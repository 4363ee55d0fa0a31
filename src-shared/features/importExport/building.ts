// A draft while its row is being read.
import type { Column, Draft, DraftRules, Values } from './draft'
import type { ProblemCode } from './problemCode'

/** Ways to reach somebody, before it is settled whose they are. */
export interface Reach {
  phones: Found[]
  mails: Found[]
  wechat: Found[]
  qq: Found[]
}
export interface Found {
  text: string
  column: Column
}
export const noReach = (): Reach => ({ phones: [], mails: [], wechat: [], qq: [] })

export interface Building {
  draft: Draft
  rules: DraftRules
  company: Reach
  auto: Reach
  people: { values: Values; reach: Reach; from: Map<string, Column> }[]
  followUp: Values & { content?: string }
}

/** Keeps a cell in the note under its heading. */
export const addNote = ({ draft }: Building, column: Column, value: string): void =>
  void draft.notes.push({
    heading: column.heading,
    value,
    ...(column.target?.entity === 'contacts' ? { personal: true } : {}),
  })

/** A warning: the cell was not taken as it stood, and the note keeps it. */
export function warn(building: Building, column: Column, value: string, code: ProblemCode): void {
  const { draft } = building
  draft.problems.push({ line: draft.line, column: column.heading, value: value.slice(0, 200), code, warning: true })
  addNote(building, column, value)
}
