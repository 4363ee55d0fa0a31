// Lists: a page of rows under scope, filter and words, with a count that stops at 1 000.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { ListInput } from '@shared/api/paging'
import type { Fields, RowOf } from '@shared/fields/field'
import type { Entity } from './entity'
import { isLong } from './longRead'
import { applyMasks } from './masks'
import { pageOf } from './pages'
import { countSources, pageSources, type Plan } from './plans'
import type { Condition, Source } from './scope'
import { guardFields } from './select'

export interface Page<R> {
  rows: R[]
  next: string | null
  count: { value: number; exact: boolean }
}

type Asked = Pick<ListInput, 'filter' | 'search'>

const standardLimit = 50
const countedUpTo = 1000

/** The rows of a list as the viewer may see them. `plan` only for the test that holds the plans against each other. */
export function list<F extends Fields>(ctx: Context, entity: Entity<F>, input: ListInput, plan?: Plan): Page<RowOf<F>> {
  const limit = input.limit ?? standardLimit
  if (input.fields) guardFields(entity, input.fields)
  const page = pageOf(ctx, entity, pageSources(ctx, entity, input, limit, plan), input, limit)
  const rows = page.rows.map((row) => applyMasks<F>(ctx, entity, row))
  // a first page that is not full has been counted
  const all = page.next === null && input.after === undefined && !input.offset
  const counted = all
    ? rows.length
    : countUpTo(ctx, countSources(ctx, entity, input, countedUpTo, plan), countedUpTo + 1)
  const count = counted > countedUpTo ? { value: countedUpTo, exact: false } : { value: counted, exact: true }
  return { rows, next: page.next, count }
}

/** The exact number of rows; asked for after the first paint. Where that takes too long, how many there are at least. */
export async function count(ctx: Context, entity: Entity, input: Asked): Promise<Page<never>['count']> {
  const sources = countSources(ctx, entity, input, Infinity)
  if (!isLong(ctx, entity)) return { value: countUpTo(ctx, sources, -1), exact: true }
  const { sql, params } = counting(sources, -1)
  try {
    const [row] = await ctx.services.reader.all<{ n: number }>(sql, params)
    return { value: row?.n ?? 0, exact: true }
  } catch (error) {
    ctx.services.log.warn('not counted', { entity: entity.name, why: String(error) })
    const some = countUpTo(ctx, countSources(ctx, entity, input, countedUpTo), countedUpTo)
    return { value: some, exact: some < countedUpTo }
  }
}

/** Every id of a list, in no order: for work on all of it. */
export function allIds(ctx: Context, entity: Entity, input: Asked): number[] {
  const sources = countSources(ctx, entity, input, Infinity)
  const parts = sources.map(({ from, where }) => `SELECT t.id FROM ${from} WHERE ${where.sql}`)
  const params = sources.flatMap(({ where }) => where.params)
  return statement<unknown[], { id: number }>(ctx.db, parts.join(' UNION ALL '))
    .all(...params)
    .map(({ id }) => id)
}

/** Stops at `limit`; a limit of -1 counts all. */
function counting(sources: readonly Source[], limit: number): Condition {
  const parts = sources.map(({ from, where }) => `SELECT 1 FROM ${from} WHERE ${where.sql}`)
  const params = sources.flatMap(({ where }) => where.params)
  return { sql: `SELECT count(*) n FROM (${parts.join(' UNION ALL ')} LIMIT ?)`, params: [...params, limit] }
}

function countUpTo(ctx: Context, sources: readonly Source[], limit: number): number {
  const { sql, params } = counting(sources, limit)
  return statement<unknown[], { n: number }>(ctx.db, sql).get(...params)?.n ?? 0
}
