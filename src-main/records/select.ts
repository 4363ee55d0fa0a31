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

/** The columns of every field, or of these; `:me` becomes the viewer's id. */
function columnList(ctx: Context, entity: Entity, fields?: readonly string[]): string {
  const list = fields ? listOf(entity, fields) : wholeList(entity)
  // an integer of our own session, never text from outside
  return list.replaceAll(':me', String(ctx.user.id))
}

const wholeLists = new WeakMap<Entity, string>()

function wholeList(entity: Entity): string {
  const known = wholeLists.get(entity) ?? [...columnsOf(entity).values()].join(', ')
  wholeLists.set(entity, known)
  return known
}

function listOf(entity: Entity, fields: readonly string[]): string {
  const all = columnsOf(entity)
  const asked = new Set([...leastColumns, ...fields.map((key) => (isCustom(key) ? 'custom' : key))])
  return [...asked].flatMap((key) => all.get(key) ?? []).join(', ')
}

/** `custom` itself cannot be asked for: its fields can. A custom field may have been removed meanwhile: that its values are missing is all that follows. */
export function guardFields(entity: Entity, fields: readonly string[]): void {
  const all = columnsOf(entity)
  if (fields.some((key) => !isCustom(key) && (key === 'custom' || !all.has(key))))
    throw fail('invalid', { fields: { fields: 'unknownField' } })
}

/** Fields kept otherwise than they are given. */
const coded = new WeakMap<Entity, [string, Field][]>()

function codedFields(entity: Entity): [string, Field][] {
  let found = coded.get(entity)
  if (!found) {
    found = Object.entries(entity.set.fields).filter(([, { kind }]) => kind === 'choices' || kind === 'yesNo')
    coded.set(entity, found)
  }
  return found
}

/** The raw row itself becomes the record: lists read thousands of values. */
function toRow(entity: Entity, raw: Record<string, unknown>): StoredRow {
  for (const [key, field] of codedFields(entity)) if (key in raw) raw[key] = decode(field, raw[key])
  const custom = raw['custom']
  if (custom !== undefined) raw['custom'] = typeof custom === 'string' && custom !== '{}' ? JSON.parse(custom) : {}
  // columnList selects exactly these
  return raw as StoredRow
}

/** Stored rows under a condition, before masks; `fields`: these alone. */
export function selectRows(
  ctx: Context,
  entity: Entity,
  where: Condition,
  tail = '',
  fields?: readonly string[],
): StoredRow[] {
  const rows = statement<unknown[], Record<string, unknown>>(
    ctx.db,
    `SELECT ${columnList(ctx, entity, fields)} FROM ${entity.table} t WHERE ${where.sql} ${tail}`,
  ).all(...where.params)
  for (const raw of rows) toRow(entity, raw)
  if (fields) for (const raw of rows) keepCustom(raw, fields)
  // toRow has made records of them
  return rows as StoredRow[]
}

function keepCustom(raw: Record<string, unknown>, fields: readonly string[]): void {
  // toRow read it
  const all = Object.entries((raw['custom'] ?? {}) as Record<string, unknown>)
  if (all.length > 0) raw['custom'] = Object.fromEntries(all.filter(([key]) => fields.includes(`custom.${key}`)))
}

/** Entity → viewer → statement: the most asked of all is not put together again each time. */
const byId = new WeakMap<Entity, Map<number, string>>()

export function selectById(ctx: Context, entity: Entity, id: number): StoredRow | undefined {
  const texts = byId.get(entity) ?? new Map<number, string>()
  byId.set(entity, texts)
  const known = texts.get(ctx.user.id)
  const sql = known ?? `SELECT ${columnList(ctx, entity)} FROM ${entity.table} t WHERE t.id = ?`
  if (known === undefined) texts.set(ctx.user.id, sql)
  const raw = statement<[number], Record<string, unknown>>(ctx.db, sql).get(id)
  return raw && toRow(entity, raw)
}
