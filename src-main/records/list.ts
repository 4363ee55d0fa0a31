// A page of a list. Two plans give the same rows: when few rows are visible, gather those and sort;
// when many are, walk the order and test each row.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'
import type { ListInput, Sort } from '@shared/api/paging'
import type { Fields, RowOf } from '@shared/fields/field'
import { type Column, columnFor, filterSql } from './filters'
import type { Entity, StoredRow } from './entity'
import { applyMasks, seesField } from './masks'
import { type Condition, fewVisible, scope } from './scope'
import { columnList, toRow } from './select'

export interface Page<R> {
  rows: R[]
  next: string | null
  count: { value: number; exact: boolean }
}

interface OrderBy {
  column: Column
  direction: 'ASC' | 'DESC'
}
/** At least one. */
type Order = readonly [OrderBy, ...OrderBy[]]

/** Where the page before ended: sort value and id, or how many rows were passed. */
type Cursor = { value: string | number; id: number } | { nullsAfter: number } | { offset: number }

const standardLimit = 50
const countedUpTo = 1000

/** The rows of a list as the viewer may see them, with a count that stops at 1 000. */
export function list<F extends Fields>(ctx: Context, entity: Entity<F>, input: ListInput): Page<RowOf<F>> {
  const where = listCondition(ctx, entity, input)
  const limit = input.limit ?? standardLimit
  const page = pageRows(ctx, entity, where, input, limit)
  const rows = page.rows.map((row) => applyMasks<F>(ctx, entity, row))
  return { rows, next: page.next, count: cappedCount(ctx, entity, where) }
}

/** The exact number of rows; asked for after the first paint. */
export function count(
  ctx: Context,
  entity: Entity,
  input: Pick<ListInput, 'filter' | 'search'>,
): { value: number; exact: boolean } {
  const where = listCondition(ctx, entity, input)
  const sql = `SELECT count(*) n FROM ${entity.table} t WHERE ${where.sql}`
  const { n } = statement<unknown[], { n: number }>(ctx.db, sql).get(...where.params) ?? { n: 0 }
  return { value: n, exact: true }
}

/** Scope, filter and words of a list as one condition over `t`. */
export function listCondition(ctx: Context, entity: Entity, input: Pick<ListInput, 'filter' | 'search'>): Condition {
  const parts: Condition[] = [{ sql: 't.archived_at IS NULL', params: [] }]
  const few = fewVisible(ctx, entity)
  parts.push(few ? { sql: `t.id IN (${few.sql})`, params: few.params } : scope(ctx, entity, 'read'))
  if (input.filter) parts.push(filterSql(ctx, entity, input.filter))
  const words = input.search?.trim()
  if (words) parts.push(wordsSql(ctx, entity, words))
  return { sql: parts.map((part) => part.sql).join(' AND '), params: parts.flatMap((part) => part.params) }
}

function wordsSql(ctx: Context, entity: Entity, words: string): Condition {
  if (entity.matches) return entity.matches(ctx, words)
  const column = columnFor(ctx, entity, entity.labelField)
  return { sql: `instr(lower(${column.sql}), lower(?)) > 0`, params: [words] }
}

function orderOf(ctx: Context, entity: Entity, input: ListInput): Order {
  const by = ({ field, direction }: Sort): OrderBy => ({
    column: columnFor(ctx, entity, field),
    direction: direction === 'asc' ? 'ASC' : 'DESC',
  })
  const [first, ...others] = input.sort ?? []
  return [by(first ?? usualSort(ctx, entity)), ...others.map(by)]
}

/** An order by what one does not see would tell of it. */
const usualSort = (ctx: Context, entity: Entity): Sort =>
  seesField(ctx, entity.name, entity.defaultSort.field) ? entity.defaultSort : { field: 'updatedAt', direction: 'desc' }

function pageRows(
  ctx: Context,
  entity: Entity,
  where: Condition,
  input: ListInput,
  limit: number,
): { rows: StoredRow[]; next: string | null } {
  const order = orderOf(ctx, entity, input)
  const cursor = input.after === undefined ? null : readCursor(input.after)
  if (order.length > 1 || input.offset !== undefined || (cursor && 'offset' in cursor)) {
    const offset = cursor && 'offset' in cursor ? cursor.offset : (input.offset ?? 0)
    return byOffset(ctx, entity, where, order, offset, limit)
  }
  return byKey(ctx, entity, where, order[0], cursor, limit)
}

const orderSql = (order: Order): string =>
  [...order.map(({ column, direction }) => `${column.sql} ${direction} NULLS LAST`), `t.id ${order[0].direction}`].join(
    ', ',
  )

function byOffset(ctx: Context, entity: Entity, where: Condition, order: Order, offset: number, limit: number) {
  const rows = fetchRows(ctx, entity, where, `ORDER BY ${orderSql(order)} LIMIT ? OFFSET ?`, [limit + 1, offset])
  const more = rows.length > limit
  return { rows: rows.slice(0, limit).map(strip), next: more ? writeCursor({ offset: offset + limit }) : null }
}

/** First the rows that have the value, in order, then those that lack it: so each part can walk its index. */
function byKey(ctx: Context, entity: Entity, where: Condition, order: OrderBy, cursor: Cursor | null, limit: number) {
  const { direction } = order
  const column = order.column.sql
  const beyond = direction === 'ASC' ? '>' : '<'
  const rows: Fetched[] = []
  if (!cursor || 'value' in cursor) {
    const from: Condition = cursor
      ? { sql: ` AND (${column}, t.id) ${beyond} (?, ?)`, params: [cursor.value, cursor.id] }
      : { sql: '', params: [] }
    const present = {
      sql: `${where.sql} AND ${column} IS NOT NULL${from.sql}`,
      params: [...where.params, ...from.params],
    }
    rows.push(
      ...fetchRows(
        ctx,
        entity,
        present,
        `ORDER BY ${column} ${direction}, t.id ${direction} LIMIT ?`,
        [limit + 1],
        column,
      ),
    )
  }
  if (rows.length <= limit) {
    const after =
      cursor && 'nullsAfter' in cursor
        ? { sql: ` AND t.id ${beyond} ?`, params: [cursor.nullsAfter] }
        : { sql: '', params: [] }
    const absent = { sql: `${where.sql} AND ${column} IS NULL${after.sql}`, params: [...where.params, ...after.params] }
    rows.push(
      ...fetchRows(ctx, entity, absent, `ORDER BY t.id ${direction} LIMIT ?`, [limit + 1 - rows.length], column),
    )
  }
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { rows: rows.slice(0, limit).map(strip), next: last ? writeCursor(cursorAt(last)) : null }
}

const cursorAt = ({ row, key }: Fetched): Cursor => (key === null ? { nullsAfter: row.id } : { value: key, id: row.id })

interface Fetched {
  row: StoredRow
  key: string | number | null
}
const strip = ({ row }: Fetched): StoredRow => row

function fetchRows(
  ctx: Context,
  entity: Entity,
  where: Condition,
  tail: string,
  tailParams: unknown[],
  key = 'NULL',
): Fetched[] {
  const sql = `SELECT ${columnList(ctx, entity)}, ${key} AS "sortKey" FROM ${entity.table} t WHERE ${where.sql} ${tail}`
  const rows = statement<unknown[], Record<string, unknown> & { sortKey: string | number | null }>(ctx.db, sql).all(
    ...where.params,
    ...tailParams,
  )
  return rows.map(({ sortKey, ...raw }) => ({ row: toRow(entity, raw), key: sortKey }))
}

function cappedCount(ctx: Context, entity: Entity, where: Condition): { value: number; exact: boolean } {
  const sql = `SELECT count(*) n FROM (SELECT 1 FROM ${entity.table} t WHERE ${where.sql} LIMIT ${countedUpTo + 1})`
  const { n } = statement<unknown[], { n: number }>(ctx.db, sql).get(...where.params) ?? { n: 0 }
  return n > countedUpTo ? { value: countedUpTo, exact: false } : { value: n, exact: true }
}

const writeCursor = (cursor: Cursor): string => Buffer.from(JSON.stringify(cursor)).toString('base64url')

/** Cursors come back from outside: anything but our own shapes is refused. */
function readCursor(text: string): Cursor {
  const parsed = parseJson(Buffer.from(text, 'base64url').toString())
  if (typeof parsed === 'object' && parsed !== null) {
    // any object may be asked for its keys
    const { value, id, nullsAfter, offset } = parsed as Record<string, unknown>
    if (Number.isSafeInteger(offset) && Number(offset) >= 0) return { offset: Number(offset) }
    if (Number.isSafeInteger(nullsAfter)) return { nullsAfter: Number(nullsAfter) }
    if (Number.isSafeInteger(id) && (typeof value === 'string' || typeof value === 'number'))
      return { value, id: Number(id) }
  }
  throw fail('invalid', { fields: { after: 'invalid' } })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
