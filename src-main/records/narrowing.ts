// A filter over a field of the office's own: its index tells how many rows it leaves, and gives them.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Condition, Filter, FilterOperator } from '@shared/api/filters'
import { customIndex } from './customFields'
import type { Entity } from './entity'
import { filterSql } from './filters'

export interface Narrowing {
  index: string
  /** Rows it leaves; Infinity when more than are counted. */
  offered: number
}

const countedUpTo = 20_000
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

/** Indices come and go with definitions, so nothing of them is remembered. */
export const hasIndex = ({ db }: Pick<Context, 'db'>, name: string): boolean =>
  statement(db, `SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?`).get(name) !== undefined

/** The condition that leaves the fewest rows by an index, of those that must hold in any case. */
export function narrowingOf(ctx: Context, entity: Entity, filter: Filter | undefined): Narrowing | null {
  const found = must(filter).flatMap((condition) => countBy(ctx, entity, condition) ?? [])
  return found.reduce<Narrowing | null>((best, one) => (best && best.offered <= one.offered ? best : one), null)
}

function must(filter: Filter | undefined): Condition[] {
  if (!filter || 'or' in filter) return []
  return 'and' in filter ? filter.and.flatMap(must) : [filter]
}

function countBy(ctx: Context, entity: Entity, condition: Condition): Narrowing | null {
  if (!condition.field.startsWith('custom.') || !together.includes(condition.operator)) return null
  // what asks for no is what was never said, too
  if (condition.value === false) return null
  const { sql, params } = filterSql(ctx, entity, condition)
  const index = customIndex(entity, condition.field.slice(7))
  // a list of words lies in its index as one text: no value of it can be looked up there
  if (/\bEXISTS\b/.test(sql) || !hasIndex(ctx, index)) return null
  const count = `SELECT count(*) n FROM (SELECT 1 FROM ${entity.table} t INDEXED BY ${index} WHERE t.archived_at IS NULL AND ${sql} LIMIT ${countedUpTo + 1})`
  const { n } = statement<unknown[], { n: number }>(ctx.db, count).get(...params) ?? { n: 0 }
  return { index, offered: n > countedUpTo ? Infinity : n }
}
