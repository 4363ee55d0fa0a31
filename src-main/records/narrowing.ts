// A filter over a field that has an index: the index tells how many rows it leaves, and gives them.
import type { Context } from '@main/api/context'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import type { Condition, Filter, FilterOperator } from '@shared/api/filters'
import type { Entity } from './entity'
import { columnFor, filterSql } from './filters'
import { indexBy } from './indices'

export interface Narrowing {
  index: string
  /** Rows it leaves; Infinity when more than are counted. */
  offered: number
}

const countedUpTo = 40_000
/** Those whose rows lie together in an index. */
const together: readonly FilterOperator[] = [
  'is',
  'in',
  'between',
  'atLeast',
  'atMost',
  'during',
  'today',
  'withinDays',
  'nextDays',
  'beforeToday',
  'notEmpty',
]

const ofCall = new WeakMap<Context, WeakMap<Filter, Narrowing | null>>()

/** The condition that leaves the fewest rows by an index, of those that must hold in any case. Page and count ask alike. */
export function narrowingOf(ctx: Context, entity: Entity, filter: Filter | undefined): Narrowing | null {
  if (!filter) return null
  const known = ofCall.get(ctx) ?? new WeakMap<Filter, Narrowing | null>()
  ofCall.set(ctx, known)
  const before = known.get(filter)
  if (before !== undefined) return before
  const narrowing = fewest(ctx, entity, filter)
  known.set(filter, narrowing)
  return narrowing
}

function fewest(ctx: Context, entity: Entity, filter: Filter): Narrowing | null {
  const found = must(filter).flatMap((condition) => countBy(ctx, entity, condition) ?? [])
  return found.reduce<Narrowing | null>((best, one) => (best && best.offered <= one.offered ? best : one), null)
}

function must(filter: Filter | undefined): Condition[] {
  if (!filter || 'or' in filter) return []
  return 'and' in filter ? filter.and.flatMap(must) : [filter]
}

function countBy(ctx: Context, entity: Entity, condition: Condition): Narrowing | null {
  if (!together.includes(condition.operator)) return null
  // what asks for no is what was never said, too
  if (condition.value === false) return null
  const { sql, params } = filterSql(ctx, entity, condition)
  // of a list of words, and of several ranges, nothing can be looked up at one place
  if (/\bEXISTS\b|\bOR\b|\bcoalesce\b/.test(sql)) return null
  const index = indexBy(ctx, entity, columnFor(ctx, entity, condition.field))
  if (!index) return null
  const count = `SELECT count(*) n FROM (SELECT 1 FROM ${entity.table} t INDEXED BY ${index} WHERE t.archived_at IS NULL AND ${sql} LIMIT ${countedUpTo + 1})`
  const n = countedLately(ctx.db, count, params)
  return { index, offered: n > countedUpTo ? Infinity : n }
}

/** It only decides about the way, never about the rows: what was true a minute ago will do. */
const countsKeptMs = 60_000
const countsKept = 300
const counts = new WeakMap<Db, Map<string, { n: number; until: number }>>()

function countedLately(db: Db, sql: string, params: readonly unknown[]): number {
  const ofDb = counts.get(db) ?? new Map<string, { n: number; until: number }>()
  counts.set(db, ofDb)
  const key = `${sql} ${JSON.stringify(params)}`
  const known = ofDb.get(key)
  const now = performance.now()
  if (known && known.until > now) return known.n
  const { n } = statement<unknown[], { n: number }>(db, sql).get(...params) ?? { n: 0 }
  if (ofDb.size >= countsKept) ofDb.clear()
  ofDb.set(key, { n, until: now + countsKeptMs })
  return n
}
