// The recycle bin: archived records of every kind, as far as the viewer's rights in the bin reach.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { recycleBinDays } from '@main/records/archive'
import { keptForGood } from '@main/records/belongings'
import { columnOf, type Entity } from '@main/records/entity'
import { seesField } from '@main/records/masks'
import { type Condition, scope } from '@main/records/scope'
import type { OutputOf } from '@shared/api/endpoint'
import { startOfDay } from '@shared/dates'
import type { recycleBinEndpoints } from '@shared/features/recycleBin/endpoints'
import type { Permission } from '@shared/permissions'

export type BinPage = OutputOf<(typeof recycleBinEndpoints)['list']>

/** Kinds that go for good after a while. People, departments and roles are never forgotten: old records name them. */
export const purgeable = (entities: readonly Entity[]): Entity[] =>
  entities.filter((entity) => entity.scope.by !== 'office')

/** What the viewer finds in the bin of one kind. */
export function inBin(ctx: Context, entity: Entity, permission: Permission): Condition {
  const seen = scope(ctx, entity, 'read')
  const owned = ofOwners(ctx, entity, permission)
  // what never goes for good is no longer offered when its days are over
  const shown = `NOT (t.archived_at < ${startOfDay(ctx.now, -recycleBinDays)} AND ${keptForGood(ctx, entity.name)})`
  return { sql: `t.archived_at IS NOT NULL AND ${shown} AND ${seen.sql} AND ${owned}`, params: seen.params }
}

function ofOwners(ctx: Context, entity: Entity, permission: Permission): string {
  const owners = ctx.rights.workable(permission)
  if (owners === 'all') return '1'
  // integers of our own making
  const list = [...owners].join(',')
  // what hangs on any record is found by whose it is
  if (entity.scope.by === 'rule') return `t.${entity.set.fields['ownerId'] ? 'owner_id' : 'person_id'} IN (${list})`
  return `t.${belongsTo(ctx, entity, list)}`
}

/** The owner, or the parent that belongs to an owner, and so on up. */
function belongsTo(ctx: Context, { scope: by }: Entity, owners: string): string {
  if (by.by !== 'parent') return `owner_id IN (${owners})`
  const parent = ctx.services.entities.get(by.entity)
  return `${columnOf(by.field)} IN (SELECT id FROM ${parent.table} WHERE ${belongsTo(ctx, parent, owners)})`
}

interface Asked {
  entity?: string | undefined
  offset?: number | undefined
  limit?: number | undefined
}

const standardLimit = 50

/** The newest first. */
export function listBin(ctx: Context, { entity, offset = 0, limit = standardLimit }: Asked): BinPage {
  const kinds = purgeable(ctx.services.entities.all()).filter((kind) => entity === undefined || kind.name === entity)
  const parts = kinds.map((kind) => ({ kind, where: inBin(ctx, kind, 'recycleBin.view') }))
  if (parts.length === 0) return { rows: [], total: 0 }
  const params = parts.flatMap(({ where }) => where.params)
  // names of kinds are our own
  const all = parts
    .map(
      ({ kind, where }) =>
        `SELECT '${kind.name}' entity, t.id, t.archived_at archivedAt FROM ${kind.table} t WHERE ${where.sql}`,
    )
    .join(' UNION ALL ')
  const total = statement<unknown[], { n: number }>(ctx.db, `SELECT count(*) n FROM (${all})`).get(...params)?.n ?? 0
  const rows = statement<unknown[], { entity: string; id: number; archivedAt: number }>(
    ctx.db,
    `${all} ORDER BY archivedAt DESC, entity, id DESC LIMIT ? OFFSET ?`,
  ).all(...params, limit, offset)
  return {
    rows: rows.map((row) => ({ ...row, ...described(ctx, row.entity, row.id), purgeAt: purgeAt(row.archivedAt) })),
    total,
  }
}

/** Midnight after the last day. */
const purgeAt = (archivedAt: number): number => startOfDay(archivedAt, recycleBinDays + 1)

function described(
  ctx: Context,
  name: string,
  id: number,
): { version: number; label: string; archivedById: number | null } {
  const entity = ctx.services.entities.get(name)
  const label = seesField(ctx, name, entity.labelField)
    ? `ifnull(substr(t.${columnOf(entity.labelField)}, 1, 80), '')`
    : `''`
  const row = statement<[string, number], { version: number; label: string; archivedById: number | null }>(
    ctx.db,
    `SELECT t.version, ${label} label, (SELECT s.person_id FROM changes c INDEXED BY changes_record JOIN change_sets s ON s.id = c.change_set_id
       WHERE c.entity = ? AND c.record_id = t.id AND c.action = 'archive' ORDER BY c.id DESC LIMIT 1) archivedById
     FROM ${entity.table} t WHERE t.id = ?`,
  ).get(name, id)
  return row ?? { version: 0, label: '', archivedById: null }
}
