// A cell that somebody edited: what it said when it was exported, and the value it says now.
import type { Context } from '@main/api/context'
import type { Cell } from '@main/files/writers/cell'
import { timeText } from '@main/files/writers/csv'
import { dayOf } from '@shared/dates'
import type { Field } from '@shared/fields/field'
import { splitTags } from '@shared/features/importExport/cellLists'
import { cellValue } from '@shared/features/importExport/cellValue'
import type { EditedList } from '@shared/features/importExport/sheetEdits'
import { namedFinder } from './named'
import { ownerFinder } from './owners'

/** The text of an exported cell as the reader of files gives it back. */
export function writtenText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if ('number' in cell) return String(cell.number)
  return 'day' in cell ? cell.day : timeText(cell.at)
}

/** Line ends, spaces at the ends and letters nobody can see are the programs' own. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?/gu, '\n')
    .replace(/[^\P{Cc}\n\t]|[\u{200b}\u{2060}\u{feff}]/gu, '')
    .trim()
export const sameText = (a: string, b: string): boolean => a === b || plain(a) === plain(b)

export type EditedValue = { value: unknown } | { problem: string }
export type CellReader = (key: string, field: Field, heading: string, text: string) => EditedValue

/** Kept by the host, or what ties a record to others: that is changed with its own rules, not by a cell. */
export const isFixed = (key: string, field: Field | undefined): boolean =>
  !field ||
  field.computed === true ||
  (field.kind === 'reference' && !field.custom) ||
  field.kind === 'file' ||
  key === 'id'

export function cellReader(ctx: Context, list: EditedList): CellReader {
  const people = ownerFinder(ctx)
  const named = namedFinder(ctx)
  return (key, field, heading, text) => {
    if (text.trim() === '') return field.required ? { problem: 'required' } : { value: null }
    if (field.kind === 'person') {
      const found = key === 'ownerId' ? people.owner(text, `${list}.update` as 'customers.update') : null // only customers have owners
      if (found) return 'id' in found ? { value: found.id } : { problem: found.code }
      const id = people.person(text)
      return id === null ? { problem: 'owner' } : { value: id }
    }
    if (field.kind === 'reference') return named(field, text)
    if (field.custom?.optionLabels) return optionOf(field, text)
    const rules = { today: dayOf(ctx.now), heading, ahead: key === 'nextAt' }
    const read = cellValue(`${list}.${key}`, field, text, rules)
    if ('problem' in read) return read
    // an import keeps the rest in the note; an edit is taken whole or not at all
    if (read.warning) return { problem: read.warning === 'cut' ? 'tooLong' : read.warning }
    return { value: read.value }
  }
}

/** The labels an admin gave to the options of a field of their own. */
function optionOf({ kind, custom, options = [], open }: Field, text: string): EditedValue {
  const codeOf = (word: string): string | undefined =>
    Object.entries(custom?.optionLabels ?? {}).find(([code, label]) => label === word && options.includes(code))?.[0] ??
    (open || options.includes(word) ? word : undefined)
  if (kind === 'choice') {
    const code = codeOf(text.trim())
    return code === undefined ? { problem: 'choice' } : { value: code }
  }
  const codes = splitTags(text).map(codeOf)
  return codes.includes(undefined) ? { problem: 'choice' } : { value: codes }
}
