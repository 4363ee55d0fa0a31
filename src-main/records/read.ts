// Reading one record: under scope, with masks. What one may not see is not there.
import type { Context } from '@main/api/context'
import type { FieldDiff } from '@main/api/changeSets'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'
import type { HistoryEntry } from '@shared/api/records'
import type { Fields, RowOf } from '@shared/fields/field'
import type { Entity, StoredRow } from './entity'
import { applyMasks, seesField } from './masks'
import { type Reach, scope, scopeOfParent } from './scope'
import { selectRows } from './select'

/** The stored row within reach; throws `notFound` when it is not there or not to be seen, `forbidden` when seen but out of reach. */
export function reachable(
  ctx: Context,
  entity: Entity,
  id: number,
  reach: Reach,
  archived: 'no' | 'any' = 'no',
): StoredRow {
  const alive = archived === 'no' ? ' AND t.archived_at IS NULL' : ''
  const seen = scope(ctx, entity, 'read')
  const row = selectRows(ctx, entity, { sql: `t.id = ? AND ${seen.sql}${alive}`, params: [id, ...seen.params] })[0]
  if (!row) throw fail('notFound')
  if (reach !== 'read' && !within(ctx, entity, id, reach)) throw fail('forbidden', { code: 'readOnlyRecord' })
  return row
}

/** Whether a record is within reach of the viewer. */
export function within(ctx: Context, entity: Entity, id: number, reach: Reach): boolean {
  const allowed = scope(ctx, entity, reach)
  const sql = `SELECT 1 FROM ${entity.table} t WHERE t.id = ? AND ${allowed.sql}`
  return statement(ctx.db, sql).get(id, ...allowed.params) !== undefined
}

const childrenSeen = new WeakMap<Context, Map<string, boolean>>()

/** Whether records of the kind `child` that belong to this record are in sight. For answers only: it is asked once a call. */
export function seesChildren(ctx: Context, child: Entity, parentId: number): boolean {
  const known = childrenSeen.get(ctx) ?? new Map<string, boolean>()
  childrenSeen.set(ctx, known)
  const key = `${child.name} ${parentId}`
  const seen = known.get(key) ?? asksForChildren(ctx, child, parentId)
  known.set(key, seen)
  return seen
}

function asksForChildren(ctx: Context, child: Entity, parentId: number): boolean {
  if (child.scope.by !== 'parent') return false
  const seen = scopeOfParent(ctx, child, 'read')
  const { table } = ctx.services.entities.get(child.scope.entity)
  const sql = `SELECT 1 FROM ${table} t WHERE t.id = ? AND ${seen.sql}`
  return statement(ctx.db, sql).get(parentId, ...seen.params) !== undefined
}

/** One record as the viewer may see it. */
export function read<F extends Fields>(ctx: Context, entity: Entity<F>, id: number): RowOf<F> {
  return applyMasks(ctx, entity, reachable(ctx, entity, id, 'read'))
}

/** Of these ids, the ones in sight or within a further reach, as one may see more than one may carry out. */
export function visibleIds(ctx: Context, entity: Entity, ids: readonly number[], reach: Reach = 'read'): number[] {
  const seen = scope(ctx, entity, reach)
  const marks = ids.map(() => '?').join(',')
  const sql = `SELECT t.id FROM ${entity.table} t WHERE t.id IN (${marks}) AND ${seen.sql}`
  return statement<unknown[], { id: number }>(ctx.db, sql)
    .all(...ids, ...seen.params)
    .map((row) => row.id)
}

export function visibleDiff(ctx: Context, entity: Entity, diff: string): HistoryEntry['fields'] {
  // written by recordChange only
  const all = Object.entries(JSON.parse(diff) as FieldDiff)
  const seen = all.filter(([key]) => seesField(ctx, entity.name, key))
  return Object.fromEntries(
    seen.map(([key, [before, after]]) => [key, { before: before ?? null, after: after ?? null }]),
  )
}
