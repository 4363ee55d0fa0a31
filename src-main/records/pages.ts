// A page of rows in an order. Ids are found first, from what lies in an index where possible; rows are read
// for the page alone.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'
import type { ListInput, Sort } from '@shared/api/paging'
import { type Column, columnFor } from './filters'
import type { Entity, StoredRow } from './entity'
import { seesField } from './masks'
import type { Condition, Source } from './scope'
import { selectByIds, selectFrom } from './select'

interface OrderBy {
  column: Column
  direction: 'ASC' | 'DESC'
}
/** At least one. */
type Order = readonly [OrderBy, ...OrderBy[]]

/** Where the page before ended: sort value and id, or how many rows were passed. */
type Cursor = { value: string | number; id: number } | { nullsAfter: number } | { offset: number }

export interface Page {
  rows: StoredRow[]
  next: string | null
}

interface Found {
  id: number
  k0: string | number | null
}

export function orderOf(ctx: Context, entity: Entity, input: ListInput): Order {
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

const cursorOf = (input: ListInput): Cursor | null => (input.after === undefined ? null : readCursor(input.after))

/** Whether a page is found by how many rows come before it. */
const isByOffset = (order: Order, input: ListInput, cursor: Cursor | null): boolean =>
  order.length > 1 || input.offset !== undefined || (cursor !== null && 'offset' in cursor)

/** The page of `sources` that `input` asks for. */
export function pageOf(
  ctx: Context,
  entity: Entity,
  sources: readonly Source[],
  input: ListInput,
  limit: number,
): Page {
  const order = orderOf(ctx, entity, input)
  const cursor = cursorOf(input)
  const [source] = sources
  if (isByOffset(order, input, cursor)) {
    const offset = cursor && 'offset' in cursor ? cursor.offset : (input.offset ?? 0)
    const found = select(ctx, sources, { order, limit: limit + 1, offset })
    const rows = rowsOf(ctx, entity, found.slice(0, limit), input.fields)
    return { rows, next: found.length > limit ? writeCursor({ offset: offset + limit }) : null }
  }
  if (source?.inOrder && sources.length === 1)
    return pageInOrder(ctx, entity, source, { by: order[0], cursor, input, limit })
  const found = inTwoParts(order[0], cursor, limit + 1, (wanted) => select(ctx, sources, wanted))
  const last = found.length > limit ? found[limit - 1] : undefined
  return {
    rows: rowsOf(ctx, entity, found.slice(0, limit), input.fields),
    next: last ? writeCursor(cursorAt(last)) : null,
  }
}

interface Wanted {
  order: readonly OrderBy[]
  /** Beside the sources' own. */
  where?: Condition
  limit: number
  offset?: number
}

const bySql = (order: readonly OrderBy[]): string =>
  order.map(({ direction }, i) => `k${i} ${direction} NULLS LAST`).join(', ')

function select(ctx: Context, sources: readonly Source[], { order, where, limit, offset = 0 }: Wanted): Found[] {
  const keys = order.map(({ column }, i) => `${column.sql} AS k${i}`)
  const parts = sources.map(
    ({ from, where: own }) =>
      `SELECT ${['t.id AS id', ...keys].join(', ')} FROM ${from} WHERE ${own.sql}${where ? ` AND ${where.sql}` : ''}`,
  )
  const from = parts.length === 1 ? parts[0] : `SELECT * FROM (${parts.join(' UNION ALL ')})`
  const params = sources.flatMap((source) => [...source.where.params, ...(where?.params ?? [])])
  return statement<unknown[], Found>(
    ctx.db,
    `${from} ORDER BY ${bySql(order)}, id ${order[0]?.direction ?? 'ASC'} LIMIT ? OFFSET ?`,
  ).all(...params, limit, offset)
}

/** First the rows that have the value, in order, then those that lack it: so each part can walk its index. */
function inTwoParts<R>(by: OrderBy, cursor: Cursor | null, limit: number, read: (wanted: Wanted) => R[]): R[] {
  const key = by.column.sql
  const beyond = by.direction === 'ASC' ? '>' : '<'
  const found: R[] = []
  if (!cursor || 'value' in cursor) {
    const from = cursor ? ` AND (${key}, t.id) ${beyond} (?, ?)` : ''
    const where = { sql: `${key} IS NOT NULL${from}`, params: cursor ? [cursor.value, cursor.id] : [] }
    found.push(...read({ order: [by], where, limit }))
  }
  if (found.length >= limit) return found
  const passed = cursor && 'nullsAfter' in cursor ? cursor.nullsAfter : null
  const where = {
    sql: `${key} IS NULL${passed === null ? '' : ` AND t.id ${beyond} ?`}`,
    params: passed === null ? [] : [passed],
  }
  return [...found, ...read({ order: [by], where, limit: limit - found.length })]
}

interface Ordered {
  by: OrderBy
  cursor: Cursor | null
  input: ListInput
  limit: number
}

/** Where an index gives the order, the rows are read as it passes by them. */
function pageInOrder(
  ctx: Context,
  entity: Entity,
  { from, where: own }: Source,
  { by, cursor, input, limit }: Ordered,
): Page {
  const key = by.column.sql
  const found = inTwoParts(by, cursor, limit + 1, ({ where, limit: most }) =>
    selectFrom(
      ctx,
      entity,
      {
        sql: `${from} WHERE ${own.sql} AND ${where?.sql ?? '1'} ORDER BY ${key} ${by.direction}, t.id ${by.direction} LIMIT ?`,
        params: [...own.params, ...(where?.params ?? []), most],
      },
      input.fields,
    ),
  )
  const rows = found.slice(0, limit)
  const last = found.length > limit ? rows.at(-1) : undefined
  return { rows, next: last ? writeCursor(cursorAt({ id: last.id, k0: valueAt(ctx, entity, key, last.id) })) : null }
}

const valueAt = (ctx: Context, { table }: Entity, key: string, id: number): Found['k0'] =>
  statement<[number], Pick<Found, 'k0'>>(ctx.db, `SELECT ${key} k0 FROM ${table} t WHERE t.id = ?`).get(id)?.k0 ?? null

const rowsOf = (
  ctx: Context,
  entity: Entity,
  found: readonly Found[],
  fields: readonly string[] | undefined,
): StoredRow[] =>
  selectByIds(
    ctx,
    entity,
    found.map(({ id }) => id),
    fields,
  )

const cursorAt = ({ id, k0 }: Found): Cursor => (k0 === null ? { nullsAfter: id } : { value: k0, id })

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
