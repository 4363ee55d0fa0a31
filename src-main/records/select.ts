// Reading stored rows: the column list of an entity and the way from a SQL row to a record.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'
import type { Field } from '@shared/fields/field'
import { columnOf, type Entity, storedFields, type StoredRow } from './entity'
import { decode } from './values'
import type { Condition } from './scope'

const systemColumns = ['id', 'version', 'createdAt', 'updatedAt', 'archivedAt', 'custom']
/** A row can be named and changed by these. */
const leastColumns = ['id', 'version']
const columns = new WeakMap<Entity, ReadonlyMap<string, string>>()

/** Field → `t.name AS "name"`, computed ones included. */
function columnsOf(entity: Entity): ReadonlyMap<string, string> {
  let found = columns.get(entity)
  if (!found) {
    const stored = [...systemColumns, ...storedFields(entity).map(([key]) => key)]
    found = new Map([
      ...stored.map((key): [string, string] => [key, `t.${columnOf(key)} AS "${key}"`]),
      ...Object.entries(entity.expressions ?? {}).map(([key, sql]): [string, string] => [key, `(${sql}) AS "${key}"`]),
    ])
    columns.set(entity, found)
  }
  return found
}

const isCustom = (key: string): boolean => key.startsWith('custom.')

/** What a statement reads of an entity, and what its rows need before they are records. */
interface Reading {
  columns: string
  /** Fields read that are kept otherwise than they are given. */
  coded: readonly [string, Field][]
  custom: boolean
}

const wholeReadings = new WeakMap<Entity, Reading>()
const partReadings = new WeakMap<Entity, Map<string, Reading>>()
/** Which fields a page asks for comes from outside. */
const partsKept = 100

/** Of every field, or of these. */
function readingOf(entity: Entity, fields?: readonly string[]): Reading {
  if (!fields) {
    const whole = wholeReadings.get(entity) ?? makeReading(entity, [...columnsOf(entity).keys()])
    wholeReadings.set(entity, whole)
    return whole
  }
  const parts = partReadings.get(entity) ?? new Map<string, Reading>()
  partReadings.set(entity, parts)
  const asked = fields.join()
  let found = parts.get(asked)
  if (!found) {
    if (parts.size >= partsKept) parts.clear()
    const keys = new Set([...leastColumns, ...fields.map((key) => (isCustom(key) ? 'custom' : key))])
    parts.set(asked, (found = makeReading(entity, [...keys])))
  }
  return found
}

function makeReading(entity: Entity, keys: readonly string[]): Reading {
  const all = columnsOf(entity)
  return {
    columns: keys.flatMap((key) => all.get(key) ?? []).join(', '),
    coded: keys.flatMap((key): [string, Field][] => {
      const field = all.has(key) ? entity.set.fields[key] : undefined
      return field?.kind === 'choices' || field?.kind === 'yesNo' ? [[key, field]] : []
    }),
    custom: keys.includes('custom'),
  }
}

/** `:me` becomes the viewer's id: an integer of our own session, never text from outside. */
const columnList = (ctx: Context, { columns }: Reading): string => columns.replaceAll(':me', String(ctx.user.id))

/** `custom` itself cannot be asked for: its fields can. A custom field may have been removed meanwhile: that its values are missing is all that follows. */
export function guardFields(entity: Entity, fields: readonly string[]): void {
  const all = columnsOf(entity)
  if (fields.some((key) => !isCustom(key) && (key === 'custom' || !all.has(key))))
    throw fail('invalid', { fields: { fields: 'unknownField' } })
}

function toRow({ coded, custom }: Reading, raw: Record<string, unknown>): StoredRow {
  // a copy: to write into an object of the driver's making takes twenty times as long
  const row = { ...raw }
  for (const [key, field] of coded) row[key] = decode(field, row[key])
  if (custom) {
    const kept = row['custom']
    row['custom'] = typeof kept === 'string' && kept !== '{}' ? JSON.parse(kept) : {}
  }
  // columnList selects exactly these
  return row as StoredRow
}

/** Stored rows under a condition, before masks; `tail`: ORDER BY and LIMIT; `fields`: these alone, with id and version. */
export const selectRows = (
  ctx: Context,
  entity: Entity,
  where: Condition,
  tail = '',
  fields?: readonly string[],
): StoredRow[] =>
  selectFrom(ctx, entity, { sql: `${entity.table} t WHERE ${where.sql} ${tail}`, params: where.params }, fields)

/** The rows of these ids in their order, before masks; `fields`: these alone. Whoever asks has found the ids under scope. */
export const selectByIds = (
  ctx: Context,
  entity: Entity,
  ids: readonly number[],
  fields?: readonly string[],
): StoredRow[] =>
  ids.length === 0
    ? []
    : selectFrom(
        ctx,
        entity,
        // CROSS: from the ids to the rows, never the other way
        { sql: `json_each(?) j CROSS JOIN ${entity.table} t ON t.id = j.value`, params: [JSON.stringify(ids)] },
        fields,
      )

/** Stored rows of what stands after FROM, where `t` is the entity's table. */
export function selectFrom(ctx: Context, entity: Entity, from: Condition, fields?: readonly string[]): StoredRow[] {
  const reading = readingOf(entity, fields)
  const rows = statement<unknown[], Record<string, unknown>>(
    ctx.db,
    `SELECT ${columnList(ctx, reading)} FROM ${from.sql}`,
  ).all(...from.params)
  const records = rows.map((raw) => toRow(reading, raw))
  if (reading.custom && fields) for (const record of records) keepCustom(record, fields)
  return records
}

function keepCustom(record: StoredRow, fields: readonly string[]): void {
  const all = Object.entries(record.custom)
  if (all.length > 0) record.custom = Object.fromEntries(all.filter(([key]) => fields.includes(`custom.${key}`)))
}

/** Entity → viewer → statement: the most asked of all is not put together again each time. */
const byId = new WeakMap<Entity, Map<number, string>>()

export function selectById(ctx: Context, entity: Entity, id: number): StoredRow | undefined {
  const texts = byId.get(entity) ?? new Map<number, string>()
  byId.set(entity, texts)
  const known = texts.get(ctx.user.id)
  const reading = readingOf(entity)
  const sql = known ?? `SELECT ${columnList(ctx, reading)} FROM ${entity.table} t WHERE t.id = ?`
  if (known === undefined) texts.set(ctx.user.id, sql)
  const raw = statement<[number], Record<string, unknown>>(ctx.db, sql).get(id)
  return raw && toRow(reading, raw)
}
