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
import { selectRows } from './select'

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
  const offset = cursor && 'offset' in cursor ? cursor.offset : (input.offset ?? 0)
  const byOffset = isByOffset(order, input, cursor)
  const found = byOffset
    ? select(ctx, sources, { order, limit: limit + 1, offset })
    : afterCursor(ctx, sources, order[0], cursor, limit + 1)
  const shown = found.slice(0, limit)
  const last = found.length > limit ? shown.at(-1) : undefined
  const next = last && (byOffset ? { offset: offset + limit } : cursorAt(last))
  return { rows: rowsOf(ctx, entity, shown, input.fields), next: next ? writeCursor(next) : null }
}

interface Wanted {
  order: readonly OrderBy[]
  /** Beside the sources' own. */
  where?: Condition
  limit: number
  offset?: number
}

function select(ctx: Context, sources: readonly Source[], { order, where, limit, offset = 0 }: Wanted): Found[] {
  const keys = order.map(({ column }, i) => `${column.sql} AS k${i}`)
  const parts = sources.map(
    ({ from, where: own }) =>
      `SELECT ${['t.id AS id', ...keys].join(', ')} FROM ${from} WHERE ${own.sql}${where ? ` AND ${where.sql}` : ''}`,
  )
  const from = parts.length === 1 ? parts[0] : `SELECT * FROM (${parts.join(' UNION ALL ')})`
  const by = [...order.map(({ direction }, i) => `k${i} ${direction} NULLS LAST`), `id ${order[0]?.direction ?? 'ASC'}`]
  const params = sources.flatMap((source) => [...source.where.params, ...(where?.params ?? [])])
  return statement<unknown[], Found>(ctx.db, `${from} ORDER BY ${by.join(', ')} LIMIT ? OFFSET ?`).all(
    ...params,
    limit,
    offset,
  )
}

/** First the rows that have the value, in order, then those that lack it: so each part can walk its index. */
function afterCursor(
  ctx: Context,
  sources: readonly Source[],
  by: OrderBy,
  cursor: Cursor | null,
  limit: number,
): Found[] {
  const key = by.column.sql
  const beyond = by.direction === 'ASC' ? '>' : '<'
  const found: Found[] = []
  if (!cursor || 'value' in cursor) {
    const from = cursor ? ` AND (${key}, t.id) ${beyond} (?, ?)` : ''
    const where = { sql: `${key} IS NOT NULL${from}`, params: cursor ? [cursor.value, cursor.id] : [] }
    found.push(...select(ctx, sources, { order: [by], where, limit }))
  }
  if (found.length >= limit) return found
  const passed = cursor && 'nullsAfter' in cursor ? cursor.nullsAfter : null
  const where = {
    sql: `${key} IS NULL${passed === null ? '' : ` AND t.id ${beyond} ?`}`,
    params: passed === null ? [] : [passed],
  }
  return [...found, ...select(ctx, sources, { order: [by], where, limit: limit - found.length })]
}

function rowsOf(
  ctx: Context,
  entity: Entity,
  found: readonly Found[],
  fields: readonly string[] | undefined,
): StoredRow[] {
  if (found.length === 0) return []
  const ids = JSON.stringify(found.map(({ id }) => id))
  const rows = selectRows(ctx, entity, { sql: 't.id IN (SELECT value FROM json_each(?))', params: [ids] }, '', fields)
  const byId = new Map(rows.map((row) => [row.id, row]))
  return found.flatMap(({ id }) => byId.get(id) ?? [])
}

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
