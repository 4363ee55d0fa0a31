// A list taken out as a workbook, edited in a spreadsheet program and brought back: how its rows are known again,
// and what is told of the differences. The key stands in a hidden last column, so that it moves with its row.
import { z } from 'zod'

export const editedLists = ['customers', 'contacts', 'followUps'] as const
export type EditedList = (typeof editedLists)[number]

/** Most rows of a sheet that is compared; longer ones are taken out in parts by a filter. */
export const editedRowsMost = 20_000
/** Most records with differences. */
export const editedRecordsMost = 5000

const heading = '知客编号'
/** @example keyHeading('customers', 1795330857433) // '知客编号 customers 1795330857433' */
export const keyHeading = (list: EditedList, at: number): string => `${heading} ${list} ${at}`
export const isKeyHeading = (text: string): boolean => readKeyHeading(text) !== null

export function readKeyHeading(text: string): { list: EditedList; at: number } | null {
  const [, name, at] = /^知客编号 (\w+) (\d{1,15})$/u.exec(text.trim()) ?? []
  const list = editedLists.find((one) => one === name)
  return list ? { list, at: Number(at) } : null
}

export interface RowKey {
  id: number
  version: number
  /** 1 for the first row of the file. */
  place: number
  /** The last row of the file: its place is how many there were. */
  last: boolean
}

/** Two letters that show a key nobody made: one a program has counted on while filling cells downwards. */
function checkOf({ id, version, place, last }: RowKey): string {
  const sum = (id * 31 + version * 17 + place * 7 + (last ? 3 : 0)) % 676
  return String.fromCharCode(97 + Math.floor(sum / 26), 97 + (sum % 26))
}

/** @example writeRowKey({ id: 12, version: 3, place: 1, last: false }) // '12.3.1.qk' */
export const writeRowKey = (key: RowKey): string =>
  `${key.id}.${key.version}.${key.place}${key.last ? 'e' : ''}.${checkOf(key)}`

export function readRowKey(text: string): RowKey | null {
  const [, id, version, place, end, check] =
    /^(\d{1,15})\.(\d{1,9})\.(\d{1,9})(e?)\.([a-z]{2})$/u.exec(text.trim()) ?? []
  const key = { id: Number(id), version: Number(version), place: Number(place), last: end === 'e' }
  return check !== undefined && checkOf(key) === check ? key : null
}

const count = z.number().int()

/** For the words of a code. */
const params = z.record(z.string(), z.union([z.string(), z.number()])).optional()

export const editedCell = z.strictObject({
  /** Key of the field, custom ones as `custom.key`. */
  field: z.string(),
  heading: z.string(),
  /** At the time of the export, now, and in the file; as they are written there. */
  was: z.string(),
  now: z.string(),
  to: z.string(),
  /** Changed here since the export as well. */
  clash: z.boolean(),
  /** Why it cannot be taken; a key under `imports.edits.problems` or `errors.fields`. */
  problem: z.string().nullable(),
})
export type EditedCell = z.output<typeof editedCell>

export const editedRow = z.strictObject({
  line: count,
  kind: z.enum(['edit', 'new']),
  id: count.nullable(),
  label: z.string(),
  /** The key of an earlier line stands here again: a row was copied. */
  copied: z.boolean(),
  /** There is such a record already, by its name or a number: as it would be refused. Whoever takes the row means another. */
  exists: z.strictObject({ code: z.string(), params }).nullable(),
  cells: z.array(editedCell),
})
export type EditedRow = z.output<typeof editedRow>

/** The result of the job `compareEdits`. */
export const comparison = z.strictObject({
  /** Names it when its cells are taken. */
  name: z.string(),
  list: z.enum(editedLists),
  exportedAt: count,
  read: count,
  unchanged: count,
  /** Rows of the export that are not in the file: they stay as they are. Null: the last row is gone too, so at least these. */
  removed: count,
  removedExactly: z.boolean(),
  /** Lines whose record is archived, or no longer to be seen. */
  gone: z.array(count),
  /** Lines whose key was damaged. */
  broken: z.array(count),
  /** Headings of columns that are no field. */
  ignored: z.array(z.string()),
  rows: z.array(editedRow),
})
export type Comparison = z.output<typeof comparison>

/** The result of the job `takeEdits`. */
export const takenEdits = z.strictObject({
  updated: count,
  created: count,
  /** `row`: its place among the rows of the comparison, which is kept for these. */
  failed: z.array(z.strictObject({ row: count, line: count, label: z.string(), code: z.string(), params })),
  /** Why it ended early; what was written stays and can be undone. */
  stopped: z.string().nullable(),
  changeSetId: count.nullable(),
})
export type TakenEdits = z.output<typeof takenEdits>

/** By their place among the rows of the comparison, with the fields to take; `despiteDuplicates` of one refused before. */
export const acceptedRows = z
  .array(
    z.strictObject({
      row: count.min(0),
      fields: z.array(z.string().max(80)).min(1).max(100),
      despiteDuplicates: z.boolean().optional(),
    }),
  )
  .min(1)
  .max(editedRecordsMost)
export type AcceptedRows = z.output<typeof acceptedRows>
