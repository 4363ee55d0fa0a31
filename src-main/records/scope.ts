// Which rows a viewer may see or work on, as one WHERE condition. Every read path goes through here.
import type { Context } from '@main/api/context'
import type { Owners, Rights } from '@main/api/rights'
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

const rootOf = (ctx: Context, entity: Entity): Entity =>
  entity.scope.by === 'parent' ? rootOf(ctx, ctx.services.entities.get(entity.scope.entity)) : entity

/** Reckoned once for each set of rights: a page asks for the same reach many times over. */
const sights = new WeakMap<Rights, Map<string, Owners | null>>()

/**
 * Owners whose records of this kind the viewer sees. What belongs to a customer is seen by whoever sees
 * the customer and has the right to see this kind there. Null without the right to see any.
 */
export function sightOf(ctx: Pick<Context, 'rights' | 'services'>, entity: Entity): Owners | null {
  const known = sights.get(ctx.rights) ?? new Map<string, Owners | null>()
  sights.set(ctx.rights, known)
  const found = known.get(entity.name)
  if (found !== undefined) return found
  const owners = reckonSight(ctx, entity)
  known.set(entity.name, owners)
  return owners
}

function reckonSight(ctx: Pick<Context, 'rights' | 'services'>, entity: Entity): Owners | null {
  if (entity.scope.by === 'rule') return 'all'
  if (!ctx.rights.can(permissionOf(entity.room, 'view'))) return null
  if (entity.scope.by === 'office' || entity.scope.by === 'nobody') return 'all'
  const own = ctx.rights.readable(entity.room)
  if (entity.scope.by === 'owner') return own
  const parent = sightOf(ctx, ctx.services.entities.get(entity.scope.entity))
  return parent && both(own, parent)
}

const both = (a: Owners, b: Owners): Owners => {
  if (a === 'all') return b
  return b === 'all' ? a : new Set([...a].filter((id) => b.has(id)))
}

/** Whether everything of the one kind that the viewer sees lies where the other kind is seen too. */
export function seesWherever(ctx: Pick<Context, 'rights' | 'services'>, here: Entity, there: Entity): boolean {
  const inner = sightOf(ctx, here)
  const outer = sightOf(ctx, there)
  if (outer === null) return false
  return inner === null || outer === 'all' || (inner !== 'all' && [...inner].every((id) => outer.has(id)))
}

function ownersFor(ctx: Context, entity: Entity, reach: Reach): Owners | null {
  if (reach === 'read') return sightOf(ctx, entity)
  // without the right itself, what was shown for writing opens nothing either
  return ctx.rights.can(reach) ? ctx.rights.workable(reach) : null
}

const ownersAlone = ({ room }: Entity): readonly Reach[] => [
  permissionOf(room, 'share'),
  permissionOf(room, 'archive'),
  'pool.return',
  'pool.lock',
  'handovers.manage',
]

/**
 * SQL giving the ids that team and shares open to the viewer. Whom something was shown to may not
 * show it on, nor put it away.
 */
function accessIds(ctx: Context, root: Entity, reach: Reach): Condition | null {
  if (ownersAlone(root).includes(reach)) return null
  const level = reach === 'read' ? '' : ` AND level = 'write'`
  return {
    sql: `SELECT record_id FROM record_access WHERE person_id = ? AND entity = ?${level} AND (until_on IS NULL OR until_on >= ?)`,
    params: [ctx.user.id, root.name, dayOf(ctx.now)],
  }
}

/**
 * The condition on the rows of `entity`, known to the statement as `alias`.
 * @example const mine = scope(ctx, customers, 'read', 't'); db.prepare(`SELECT … WHERE ${mine.sql}`).all(...mine.params)
 */
export function scope(ctx: Context, entity: Entity, reach: Reach, alias = 't'): Condition {
  if (entity.scope.by === 'office') return everything
  if (entity.scope.by === 'rule') return entity.scope.rows(ctx, reach, alias)
  if (entity.scope.by === 'nobody') return ownerless(ctx, entity, reach, alias)
  const owners = ownersFor(ctx, entity, reach)
  return owners ? ownedBy(ctx, entity, reach, owners, alias) : nothing
}

/** What nobody owns is seen and taken by right alone. */
const ownerless = (ctx: Context, entity: Entity, reach: Reach, alias: string): Condition =>
  ctx.rights.can(reach === 'read' ? permissionOf(entity.room, 'view') : reach)
    ? { sql: `${alias}.owner_id IS NULL`, params: [] }
    : nothing

/** Those rows of a customer's table whose records of the kind `child` are within reach. */
export function scopeOfParent(ctx: Context, child: Entity, reach: Reach, alias = 't'): Condition {
  if (child.scope.by !== 'parent') return nothing
  const owners = ownersFor(ctx, child, reach)
  return owners ? ownedBy(ctx, ctx.services.entities.get(child.scope.entity), reach, owners, alias) : nothing
}

function ownedBy(ctx: Context, entity: Entity, reach: Reach, owners: Owners, alias: string): Condition {
  if (entity.scope.by === 'parent') return throughParent(ctx, entity, reach, owners, alias)
  if (owners === 'all') return everything
  const access = accessIds(ctx, entity, reach)
  const own = `${alias}.owner_id IN (${ownerList(owners)})`
  return access
    ? { sql: `(${own} OR ${alias}.id IN (${access.sql}))`, params: access.params }
    : { sql: own, params: [] }
}

const lists = new WeakMap<ReadonlySet<number>, string>()

/** Ids are integers of our own making; listing them lets SQLite use the owner index. */
function ownerList(owners: ReadonlySet<number>): string {
  const list = lists.get(owners) ?? [...owners].sort((a, b) => a - b).join(',')
  lists.set(owners, list)
  return list
}

function throughParent(ctx: Context, entity: Entity, reach: Reach, owners: Owners, alias: string): Condition {
  if (entity.scope.by !== 'parent') return everything
  const parent = ctx.services.entities.get(entity.scope.entity)
  const above = `${alias}p`
  const inner = ownedBy(ctx, parent, reach, owners, above)
  return {
    // not EXISTS: SQLite would turn that into a join and read all parents before the first row
    sql: `(SELECT 1 FROM ${parent.table} ${above} WHERE ${above}.id = ${alias}.${columnOf(entity.scope.field)} AND ${above}.archived_at IS NULL AND ${inner.sql})`,
    params: inner.params,
  }
}

/**
 * When about `limit` rows or fewer are visible: SQL giving their ids (to start from); null when more are.
 * Starting from them or testing every row must give the same: tests/features/records/plans.test.ts.
 */
export function fewVisible(ctx: Context, entity: Entity, limit: number): Condition | null {
  const ids = visibleIdsSql(ctx, entity)
  return ids && shareInSight(ctx, entity) * recordsAbout(ctx, entity) <= limit ? ids : null
}

/** SQL giving the ids in sight; null when there is no rule to gather them by. Some may come twice. */
function visibleIdsSql(ctx: Context, entity: Entity): Condition | null {
  if (entity.scope.by === 'office' || entity.scope.by === 'nobody') return null
  const root = rootOf(ctx, entity)
  const owners = sightOf(ctx, entity)
  const access = accessIds(ctx, root, 'read')
  if (owners === 'all' || owners === null || access === null) return null
  const ids: Condition = {
    sql: `SELECT id FROM ${root.table} WHERE owner_id IN (${ownerList(owners)}) AND archived_at IS NULL
      UNION ALL SELECT id FROM ${root.table} WHERE id IN (${access.sql}) AND archived_at IS NULL`,
    params: access.params,
  }
  if (entity.scope.by !== 'parent') return ids
  return {
    sql: `SELECT id FROM ${entity.table} WHERE ${columnOf(entity.scope.field)} IN (${ids.sql})`,
    params: ids.params,
  }
}

/** Rows of an entity, known as `t`: where they come from, and which of them. */
export interface Source {
  from: string
  where: Condition
  /** They come in the order that was asked for, from its index: none has to be read before the page is known. */
  inOrder?: boolean
}

/**
 * The rows in sight, reached from their owners and from what was shared, none twice: a statement over them
 * stops as soon as it has enough. Null when everything or nothing is in sight.
 */
export function sightSources(ctx: Context, entity: Entity): readonly Source[] | null {
  if (entity.scope.by === 'nobody') {
    const { sql, params } = scope(ctx, entity, 'read')
    return [{ from: `${entity.table} t`, where: { sql: `${sql} AND t.archived_at IS NULL`, params } }]
  }
  const owners = sightOf(ctx, entity)
  const root = rootOf(ctx, entity)
  const access = accessIds(ctx, root, 'read')
  if (owners === 'all' || owners === null || access === null) return null
  if (entity.scope.by === 'parent' && entity.scope.entity !== root.name) return null
  const above = entity.scope.by === 'parent' ? 'above' : 't'
  const from =
    entity.scope.by === 'parent'
      ? `${root.table} above CROSS JOIN ${entity.table} t ON t.${columnOf(entity.scope.field)} = above.id`
      : `${root.table} t`
  const own = `${above}.owner_id IN (${ownerList(owners)})`
  const alive = `${above}.archived_at IS NULL`
  return [
    { from, where: { sql: `${own} AND ${alive}`, params: [] } },
    {
      from,
      where: { sql: `${above}.id IN (${access.sql}) AND (${own}) IS NOT TRUE AND ${alive}`, params: access.params },
    },
  ]
}

const shareKeptMs = 20_000
const countedUpTo = 50_000
const shares = new WeakMap<Rights, Map<string, { at: number; share: number }>>()

/**
 * About which part of the customers the viewer sees, and so of what belongs to them; from 0 to 1.
 * Kept for a moment: it only chooses between ways to the same answer.
 */
export function shareInSight(ctx: Context, entity: Entity): number {
  const root = rootOf(ctx, entity)
  const ofViewer = shares.get(ctx.rights) ?? new Map<string, { at: number; share: number }>()
  shares.set(ctx.rights, ofViewer)
  const known = ofViewer.get(entity.name)
  const at = performance.now()
  if (known && at - known.at < shareKeptMs) return known.share
  const sources = sightSources(ctx, entity.scope.by === 'parent' ? root : entity)
  const counted = (sources ?? []).map(({ from, where }) =>
    countUpTo(ctx, { sql: `SELECT 1 FROM ${from} WHERE ${where.sql}`, params: where.params }, countedUpTo),
  )
  const records = Math.max(1, recordsAbout(ctx, root))
  // of more than are counted it is only known that they are many
  const rows = counted.reduce<number>((sum, count) => sum + (count ?? Math.max(countedUpTo, records / 2)), 0)
  const share = sources === null ? 1 : Math.min(0.99, rows / records)
  ofViewer.set(entity.name, { at, share })
  return share
}

/** About how many records there ever were. */
export const recordsAbout = (ctx: Context, entity: Entity): number =>
  statement<[], { n: number | null }>(ctx.db, `SELECT max(id) n FROM ${entity.table}`).get()?.n ?? 0

/** How many rows a statement gives; null when more than `limit`. */
export function countUpTo(ctx: Context, rows: Condition, limit: number): number | null {
  const sql = `SELECT count(*) n FROM (SELECT 1 FROM (${rows.sql}) LIMIT ${limit + 1})`
  const { n } = statement<unknown[], { n: number }>(ctx.db, sql).get(...rows.params) ?? { n: 0 }
  return n > limit ? null : n
}
