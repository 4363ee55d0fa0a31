// Whose note a line belongs to: where the rows of a customer disagree it is the row's own contact's, else the customer's.
import { type NoteLine, noteText } from './draft'
import type { Unit, UnitRow } from './mergeRows'

export const noteMax = 10_000

export interface UnitNotes {
  customer: string
  /** Lines without a heading only: the table's own column of notes. */
  plain: boolean
  contact: Map<UnitRow, string>
  /** Rows whose lines found no room. */
  full: Set<UnitRow>
}

export function unitNotes(unit: Unit): UnitNotes {
  const notes: UnitNotes = { customer: '', plain: true, contact: new Map(), full: new Set() }
  const disputed = disputedHeadings(unit)
  const said = new Set<string>()
  for (const row of unit.rows) {
    const personal =
      row.contacts.length > 0 ? row.notes.filter(({ heading, personal }) => personal || disputed.has(heading)) : []
    const rest = row.notes.filter(
      (line) => !personal.includes(line) && (disputed.has(line.heading) || !said.has(noteText([line]))),
    )
    const several = row.contacts.length === 0 && rest.some(({ heading }) => disputed.has(heading))
    for (const line of rest) said.add(noteText([line]))
    if (!addLines(notes, rest, several ? '；' : '\n')) notes.full.add(row)
    else if (personal.length > 0) notes.contact.set(row, noteText(personal))
  }
  return notes
}

/** Headings under which rows of one customer say different things. */
function disputedHeadings(unit: Unit): Set<string> {
  const first = new Map<string, string>()
  const disputed = new Set<string>()
  for (const { heading, value } of unit.rows.flatMap((row) => row.notes)) {
    if (heading === '') continue
    const before = first.get(heading)
    if (before === undefined) first.set(heading, value)
    else if (before !== value) disputed.add(heading)
  }
  return disputed
}

/** Whether there was room. */
function addLines(notes: UnitNotes, lines: readonly NoteLine[], between: string): boolean {
  const text = lines.map((line) => noteText([line])).join(between)
  const longer = [notes.customer, text].filter((one) => one !== '').join('\n')
  if (longer.length > noteMax) return false
  notes.customer = longer
  notes.plain &&= lines.every(({ heading, bare }) => heading === '' || bare)
  return true
}

/** Adds the lines that are not there yet; null when the note would be too long. */
export function appended(before: string, more: string): string | null {
  const lines = more.split('\n').filter((line) => line !== '' && !before.split('\n').includes(line))
  const text = [before, ...lines].filter((line) => line !== '').join('\n')
  return text.length > noteMax ? null : text
}
