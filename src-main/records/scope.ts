// Which rows a viewer may see or work on, as one WHERE condition. Every read path goes through here.
import type { Context } from '@main/api/context'
import type { Owners } from '@main/api/rights'
import { statement } from '@main/database/statements'
import { dayOf } from '@shared/dates'
import { type Permission, permissionOf } from '@shared/permissions'
import { columnOf, type Entity } from './entity'

export interface Condition {
  sql: string
  params: unknown[]
}

/** `read`, or the permission whose work is meant. */
export type Reach = 'read' | Permission

export const everything: Condition = { sql: '1', params: [] }
export const nothing: Condition = { sql: '0', params: [] }

const ownersFor = (ctx: Context, entity: Entity, reach: Reach): Owners =>
  reach === 'read' ? ctx.rights.readable(entity.room) : ctx.rights.workable(reach)

/** SQL giving the ids that team and shares open to the viewer. */
function accessIds(ctx: Context, entity: Entity, reach: Reach): Condition {
  const level = reach === 'read' ? '' : ` AND level = 'write'`
  return {
    sql: `SELECT record_id FROM record_access WHERE person_id = ? AND entity = ?${level} AND (until_on IS NULL OR until_on >= ?)`,
    params: [ctx.user.id, entity.name, dayOf(ctx.now)],
  }
}

/**
 * The condition on the rows of `entity`, known to the statement as `alias`.
 * @example const mine = scope(ctx, customers, 'read', 't'); db.prepare(`SELECT … WHERE ${mine.sql}`).all(...mine.params)
 */
export function scope(ctx: Context, entity: Entity, reach: Reach, alias = 't'): Condition {
  if (entity.scope.by === 'office') return everything
  if (entity.scope.by === 'parent') return parentScope(ctx, entity, reach, alias)
  const owners = ownersFor(ctx, entity, reach)
  if (owners === 'all') return everything
  const access = accessIds(ctx, entity, reach)
  return {
    sql: `(${alias}.owner_id IN (${ownerList(owners)}) OR ${alias}.id IN (${access.sql}))`,
    params: access.params,
  }
}

// ids are integers of our own making; listing them lets SQLite use the owner index
const ownerList = (owners: ReadonlySet<number>): string => [...owners].sort((a, b) => a - b).join(',')

function parentScope(ctx: Context, entity: Entity, reach: Reach, alias: string): Condition {
  if (entity.scope.by !== 'parent') return everything
  const parent = ctx.services.entities.get(entity.scope.entity)
  const inner = scope(ctx, parent, parentReach(reach, parent), 'p')
  return {
    sql: `EXISTS (SELECT 1 FROM ${parent.table} p WHERE p.id = ${alias}.${columnOf(entity.scope.field)} AND p.archived_at IS NULL AND ${inner.sql})`,
    params: inner.params,
  }
}

/** Who may work on the customer may work on what belongs to it, given the room's own right. */
export function parentReach(reach: Reach, parent: Entity): Reach {
  return reach === 'read' ? 'read' : permissionOf(parent.room, 'update')
}

/** Beyond this, walking the order and testing rows beats gathering what is visible. */
const few = 5000

/**
 * When at most `limit` customers are visible: SQL giving the ids of the visible rows (to start from); null when more are.
 * Both ways must give the same rows; tests/features/records/plans.test.ts holds them against each other.
 */
export function fewVisible(ctx: Context, entity: Entity, limit = few): Condition | null {
  if (entity.scope.by === 'office') return null
  const root = entity.scope.by === 'parent' ? ctx.services.entities.get(entity.scope.entity) : entity
  const owners = ownersFor(ctx, root, 'read')
  if (owners === 'all') return null
  const access = accessIds(ctx, root, 'read')
  const ids: Condition = {
    sql: `SELECT id FROM ${root.table} WHERE owner_id IN (${ownerList(owners)}) AND archived_at IS NULL
      UNION SELECT id FROM ${root.table} WHERE id IN (${access.sql}) AND archived_at IS NULL`,
    params: access.params,
  }
  if (countUpTo(ctx, ids, limit) === null) return null
  if (entity.scope.by !== 'parent') return ids
  const column = columnOf(entity.scope.field)
  return { sql: `SELECT id FROM ${entity.table} WHERE ${column} IN (${ids.sql})`, params: ids.params }
}

/** How many rows a statement gives; null when more than `limit`. */
export function countUpTo(ctx: Context, rows: Condition, limit: number): number | null {
  const sql = `SELECT count(*) n FROM (SELECT 1 FROM (${rows.sql}) LIMIT ${limit + 1})`
  const { n } = statement<unknown[], { n: number }>(ctx.db, sql).get(...rows.params) ?? { n: 0 }
  return n > limit ? null : n
}
