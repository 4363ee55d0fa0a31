// One's own notifications, under the scope of what each is about.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { shownAs } from '@main/records/about'
import { seesField } from '@main/records/masks'
import { type Condition, scope, sightOf } from '@main/records/scope'
import type { Notification } from '@shared/features/notifications/endpoints'

/** Of the reader's own, those about nothing in particular and those about records in sight. */
export function mine(ctx: Context): Condition {
  const parts = ctx.services.entities.all().flatMap((entity) => {
    if (sightOf(ctx, entity) === null) return []
    const seen = scope(ctx, entity, 'read')
    const sql = `n.entity = '${entity.name}' AND n.record_id IN (SELECT t.id FROM ${entity.table} t WHERE t.id = n.record_id AND ${seen.sql})`
    return [{ sql, params: seen.params }]
  })
  return {
    sql: `n.person_id = ? AND (n.entity IS NULL${parts.map(({ sql }) => ` OR (${sql})`).join('')})`,
    params: [ctx.user.id, ...parts.flatMap(({ params }) => params)],
  }
}

/** `keys` of changed fields: only those that the reader sees now, of the one record they belong to. */
function seenParams(ctx: Context, entity: string | null, params: Notification['params']): Notification['params'] {
  const { keys, ...rest } = params
  if (keys === undefined) return params
  if (entity === null) return rest
  const seen = String(keys).split(' ')
  return { ...rest, keys: seen.filter((key) => seesField(ctx, entity, key)).join(' ') }
}

type Stored = Omit<Notification, 'label' | 'customerId' | 'params'> & { params: string }

const columns =
  'n.id, n.kind, n.by_id personId, n.entity, n.record_id recordId, n.params, n.created_at at, n.read_at readAt'

interface Page {
  unread?: boolean | undefined
  before?: number | undefined
  limit?: number | undefined
}

/** Newest first. */
export function listMine(ctx: Context, { unread = false, before, limit = 30 }: Page) {
  const { sql, params } = mine(ctx)
  const rows = statement<unknown[], Stored>(
    ctx.db,
    `SELECT ${columns} FROM notifications n WHERE ${sql}${unread ? ' AND n.read_at IS NULL' : ''} AND n.id < ? ORDER BY n.id DESC LIMIT ?`,
  ).all(...params, before ?? Number.MAX_SAFE_INTEGER, limit + 1)
  return { rows: rows.slice(0, limit).map((row) => named(ctx, row)), more: rows.length > limit }
}

function named(ctx: Context, row: Stored): Notification {
  const about = row.entity === null || row.recordId === null ? null : { entity: row.entity, id: row.recordId }
  const shown = about && shownAs(ctx, about)
  return {
    ...row,
    // written by notify() only
    params: seenParams(ctx, row.entity, JSON.parse(row.params) as Notification['params']),
    label: shown?.label ?? null,
    customerId: shown?.customerId ?? null,
  }
}
