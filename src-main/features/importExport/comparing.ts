// The edited sheet beside the records: cell by cell what it said at the export, what is there now, what it says.
import type { Context } from '@main/api/context'
import type { FieldDiff } from '@main/api/changeSets'
import { statement } from '@main/database/statements'
import type { JobHandle } from '@main/jobs/jobs'
import { slices } from '@main/jobs/rest'
import { comparedOf, duplicateRefusal } from '@main/duplicates/refusing'
import { customFieldsOf } from '@main/records/customFields'
import type { Entity } from '@main/records/entity'
import { list as listRecords } from '@main/records/list'
import { restrictedFields } from '@main/records/masks'
import { read, within } from '@main/records/read'
import { sameValue } from '@main/records/values'
import { ApiError, fail } from '@shared/api/errors'
import type { Field } from '@shared/fields/field'
import {
  type Comparison,
  type EditedCell,
  type EditedRow,
  editedRecordsMost,
  type RowKey,
} from '@shared/features/importExport/sheetEdits'
import { permissionOf } from '@shared/permissions'
import { keepComparison, type KeptRow } from './comparisons'
import { cellReader, type CellReader, isFixed, sameText, writtenText } from './editedCells'
import { type EditedSheet, readEditedSheet, type SheetLine } from './editedSheet'
import { type ExportColumn, exportColumns } from './exportCells'

type Row = Record<string, unknown> & {
  id: number
  version: number
  custom: Record<string, unknown>
  masked?: string[]
}

interface Work {
  ctx: Context
  entity: Entity
  sheet: EditedSheet
  columns: (EditedSheet['columns'][number] & { field: string; cell: ExportColumn['cell']; kind: Field | undefined })[]
  restricted: Readonly<Record<string, unknown>>
  value: CellReader
  seen: Set<number>
  result: Comparison
  kept: KeptRow[]
}

/** @throws ApiError forbidden without the right to change such records; rule editsNoKeys, editsTooMany */
export async function compareEdits(ctx: Context, token: string, job: JobHandle): Promise<Comparison> {
  const sheet = await readEditedSheet(ctx, token, job)
  if (!ctx.rights.can(`${sheet.list}.update`) || !ctx.rights.can(`${sheet.list}.view`)) throw fail('forbidden')
  const work = begin(ctx, sheet)
  const slice = slices(() => job.breathe())
  for (const [index, line] of sheet.lines.entries()) {
    compareLine(work, line)
    if (work.result.rows.length > editedRecordsMost)
      throw fail('rule', { code: 'editsTooMany', params: { limit: editedRecordsMost } })
    if (!slice.isOver()) continue
    job.progress(index, sheet.lines.length, 'matching')
    await slice.next()
  }
  countRemoved(work)
  work.result.name = keepComparison(ctx, sheet.list, work.kept)
  return work.result
}

function begin(ctx: Context, sheet: EditedSheet): Work {
  const entity = ctx.services.entities.get(sheet.list)
  const custom = customFieldsOf(ctx.db, entity.name)
  const restricted = restrictedFields(ctx, entity)
  const shown = sheet.columns.filter(({ field }) => restricted[field] !== 'hidden')
  // what is hidden from this person was not in the file
  const ignored = [...sheet.ignored, ...sheet.columns.filter((one) => !shown.includes(one)).map((one) => one.heading)]
  const keys = shown.map(({ field }) => field)
  const cells = new Map(
    (keys.length === 0 ? [] : exportColumns(ctx, entity, keys, 'zh-CN')).map((one) => [one.key, one.cell]),
  )
  const columns = shown.map((one) => ({
    ...one,
    cell: cells.get(one.field) ?? (() => null),
    kind: one.field.startsWith('custom.') ? custom[one.field.slice(7)] : entity.set.fields[one.field],
  }))
  const { list, exportedAt } = sheet
  const result: Comparison = {
    name: '',
    list,
    exportedAt,
    read: sheet.lines.length,
    unchanged: 0,
    removed: 0,
    removedExactly: false,
    gone: [],
    broken: [],
    ignored,
    rows: [],
  }
  return { ctx, entity, sheet, columns, restricted, value: cellReader(ctx, list), seen: new Set(), result, kept: [] }
}

const isBlank = ({ columns }: Work, { cells }: SheetLine): boolean =>
  columns.every(({ index }) => (cells[index] ?? '').trim() === '')

function compareLine(work: Work, line: SheetLine): void {
  const { result, seen } = work
  if (line.key === 'damaged') return void result.broken.push(line.line)
  // emptied instead of deleted
  if (isBlank(work, line)) return
  if (line.key === null) return newRow(work, line, false)
  if (seen.has(line.key.id)) return newRow(work, line, true)
  seen.add(line.key.id)
  const row = readRow(work, line.key.id)
  if (!row) return void result.gone.push(line.line)
  const found = changedCells(work, line, line.key, row)
  if (found.cells.length === 0) return void result.unchanged++
  if (!within(work.ctx, work.entity, row.id, permissionOf(work.entity.room, 'update'))) {
    for (const cell of found.cells) cell.problem = 'readOnly'
    found.values.clear()
  }
  const label = String(row[work.entity.labelField] ?? '').slice(0, 80)
  const { cells, values } = found
  const exists = takenBy(work, values, row)
  put(work, { line: line.line, kind: 'edit', id: row.id, label, copied: false, exists, cells }, values, row)
}

function put(work: Work, row: EditedRow, values: Map<string, unknown>, record: Row | null): void {
  work.result.rows.push(row)
  const { line, label, exists } = row
  work.kept.push({
    line,
    label,
    exists: exists !== null,
    record: record && { id: record.id, version: record.version },
    values,
  })
}

function readRow({ ctx, entity }: Work, id: number): Row | null {
  try {
    // every row has them; which fields are there depends on the entity
    return read(ctx, entity, id) as unknown as Row
  } catch (error) {
    if (error instanceof ApiError && error.code === 'notFound') return null
    throw error
  }
}

interface Base {
  row: Row
  /** Fields changed since the export. */
  changed: Set<string>
  /** The file is of a later state than the data: a backup was restored since. */
  ahead: boolean
}

/** The record as it was when it was exported. */
function asExported({ ctx, entity, restricted }: Work, row: Row, version: number): Base {
  const base: Base = { row: { ...row, custom: { ...row.custom } }, changed: new Set(), ahead: version > row.version }
  if (row.version <= version) return base
  const rows = statement<[string, number, number], { diff: string }>(
    ctx.db,
    'SELECT diff FROM changes WHERE entity = ? AND record_id = ? AND version > ? ORDER BY id',
  ).all(entity.name, row.id, version)
  for (const { diff } of rows)
    // written by recordChange only
    for (const [field, [before]] of Object.entries(JSON.parse(diff) as FieldDiff)) {
      if (base.changed.has(field)) continue
      base.changed.add(field)
      // the outline of a value is all that was exported, and its value stays unsaid
      if (Object.hasOwn(restricted, field)) continue
      if (field.startsWith('custom.')) base.row.custom[field.slice(7)] = before
      else base.row[field] = before
    }
  return base
}

function changedCells(
  work: Work,
  line: SheetLine,
  key: RowKey,
  row: Row,
): { cells: EditedCell[]; values: Map<string, unknown> } {
  const base = asExported(work, row, key.version)
  const cells: EditedCell[] = []
  const values = new Map<string, unknown>()
  for (const column of work.columns) {
    const found = compareCell(work, column, line.cells[column.index] ?? '', row, base)
    if (!found) continue
    cells.push(found.cell)
    if ('value' in found && found.cell.problem === null) values.set(column.field, found.value)
  }
  return { cells, values }
}

const valueAt = (row: Row, key: string): unknown => (key.startsWith('custom.') ? row.custom[key.slice(7)] : row[key])

/** Null when the user left it as it was, or as it has become. */
function compareCell(
  { restricted, value }: Work,
  { field: key, heading, cell, kind }: Work['columns'][number],
  to: string,
  row: Row,
  base: Base,
): { cell: EditedCell; value?: unknown } | null {
  const was = writtenText(cell(base.row))
  const now = writtenText(cell(row))
  if (sameText(to, was) || sameText(to, now)) return null
  const changed = base.changed.has(key)
  const found: EditedCell = { field: key, heading, was, now, to, clash: changed || base.ahead, problem: null }
  if (Object.hasOwn(restricted, key))
    // somebody else changed what is only shown in outline here
    return changed ? null : { cell: { ...found, clash: false, problem: 'notAllowed' } }
  if (!kind || isFixed(key, kind)) return changed ? null : { cell: { ...found, clash: false, problem: 'fixed' } }
  const parsed = value(key, kind, heading, to)
  if ('problem' in parsed) return { cell: { ...found, problem: parsed.problem } }
  const given = parsed.value === null ? (kind.fallback ?? null) : parsed.value
  if (same(kind, valueAt(base.row, key), given) || same(kind, valueAt(row, key), given)) return null
  return { cell: found, value: parsed.value }
}

/** Instants are written to the second. */
const same = (field: Field, a: unknown, b: unknown): boolean =>
  field.kind === 'dateTime' && typeof a === 'number' && typeof b === 'number'
    ? Math.floor(a / 1000) === Math.floor(b / 1000)
    : sameValue(field, a, b)

function newRow(work: Work, line: SheetLine, copied: boolean): void {
  const { ctx, entity, result } = work
  const cells: EditedCell[] = []
  const values = new Map<string, unknown>()
  const mayMake = result.list !== 'followUps' && ctx.rights.can(`${result.list}.create`)
  for (const { index, heading, ...column } of work.columns) {
    const to = (line.cells[index] ?? '').trim()
    const { field, kind, fixed } = ofNewRow(work, column)
    if (to === '' || !kind || fixed || Object.hasOwn(work.restricted, field)) continue
    const parsed = work.value(field, kind, heading, to)
    const problem = !mayMake ? 'notNew' : 'problem' in parsed ? parsed.problem : null
    cells.push({ field, heading, was: '', now: '', to, clash: false, problem })
    if ('value' in parsed && mayMake) values.set(field, parsed.value)
  }
  if (cells.length === 0) return
  const name = cells.find(({ field }) => field === entity.labelField)?.to ?? ''
  const exists = name === '' ? null : isThere(work, name, values)
  const lacking = name === '' ? 'noName' : result.list === 'contacts' && !values.has('customerId') ? 'noCompany' : null
  if (lacking !== null && mayMake) for (const cell of cells) cell.problem ??= lacking
  if (lacking !== null) values.clear()
  put(work, { line: line.line, kind: 'new', id: null, label: name.slice(0, 80), copied, exists, cells }, values, null)
}

/** A new contact belongs to the customer its row names; that column and the customer's name are called the same. */
function ofNewRow({ entity, result }: Work, { field, kind }: Pick<Work['columns'][number], 'field' | 'kind'>) {
  const company = result.list === 'contacts' && (field === 'customerId' || field === 'customerName')
  return company
    ? { field: 'customerId', kind: entity.set.fields['customerId'], fixed: false }
    : { field, kind, fixed: isFixed(field, kind) }
}

/** Such a customer, or a contact of this name at that customer. */
function isThere(work: Work, name: string, values: ReadonlyMap<string, unknown>): EditedRow['exists'] {
  const { ctx, entity, result } = work
  if (result.list !== 'contacts') return takenBy(work, values, null)
  const { rows } = listRecords(ctx, entity, { filter: { field: 'name', operator: 'is', value: name }, limit: 200 })
  // every contact has one
  return rows.some((row) => (row as Row)['customerId'] === values.get('customerId')) ? { code: 'sameContact' } : null
}

/** What saving these values would be refused with, unless one says that it is another customer. */
const takenBy = ({ ctx, result }: Work, values: ReadonlyMap<string, unknown>, row: Row | null): EditedRow['exists'] =>
  result.list === 'customers'
    ? duplicateRefusal(ctx, comparedOf(Object.fromEntries(values), row ?? {}), row?.id ?? null)
    : null

function countRemoved({ sheet, result }: Work): void {
  const places = new Set<number>()
  let total = 0
  for (const { key } of sheet.lines) {
    if (key === null || key === 'damaged') continue
    places.add(key.place)
    total = Math.max(total, key.place)
    result.removedExactly ||= key.last
  }
  result.removed = Math.max(0, total - places.size - result.broken.length)
}
