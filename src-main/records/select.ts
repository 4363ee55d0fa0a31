// Reading stored rows: the column list of an entity and the way from a SQL row to a record.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Field } from '@shared/fields/field'
import { columnOf, type Entity, storedFields, type StoredRow } from './entity'
import { decode } from './values'
import type { Condition } from './scope'

const systemColumns = ['id', 'version', 'createdAt', 'updatedAt', 'archivedAt', 'custom']
const lists = new WeakMap<Entity, string>()

/** `t.id AS "id", …` for every field, computed ones included; `:me` becomes the viewer's id. */
export function columnList(ctx: Context, entity: Entity): string {
  let list = lists.get(entity)
  if (!list) {
    const stored = [...systemColumns, ...storedFields(entity).map(([key]) => key)]
    const expressions = Object.entries(entity.expressions ?? {}).map(([key, sql]) => `(${sql}) AS "${key}"`)
    list = [...stored.map((key) => `t.${columnOf(key)} AS "${key}"`), ...expressions].join(', ')
    lists.set(entity, list)
  }
  // an integer of our own session, never text from outside
  return list.replaceAll(':me', String(ctx.user.id))
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
  for (const [key, field] of codedFields(entity)) raw[key] = decode(field, raw[key])
  const custom = raw['custom']
  raw['custom'] = typeof custom === 'string' && custom !== '{}' ? JSON.parse(custom) : {}
  // columnList selects exactly these
  return raw as StoredRow
}

/** Stored rows under a condition, before masks. */
export function selectRows(ctx: Context, entity: Entity, where: Condition, tail = ''): StoredRow[] {
  const rows = statement<unknown[], Record<string, unknown>>(
    ctx.db,
    `SELECT ${columnList(ctx, entity)} FROM ${entity.table} t WHERE ${where.sql} ${tail}`,
  ).all(...where.params)
  return rows.map((raw) => toRow(entity, raw))
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
