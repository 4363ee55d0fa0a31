// The comments on records as a viewer hears them, and who is told of a new one.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { notify } from '@main/notifications/notify'
import type { About } from '@main/records/about'
import { visibleIds } from '@main/records/read'
import { scope } from '@main/records/scope'
import { selectById, selectRows } from '@main/records/select'
import type { StoredRow } from '@main/records/entity'
import type { Comment } from '@shared/features/comments/endpoints'
import { comments } from './entity'

const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)

export function listComments(ctx: Context, entity: string, ids: readonly number[]): Comment[] {
  const seen = scope(ctx, comments, 'read')
  const rows = selectRows(
    ctx,
    comments,
    {
      sql: `t.entity = ? AND t.record_id IN (SELECT value FROM json_each(?)) AND t.archived_at IS NULL AND ${seen.sql}`,
      params: [entity, JSON.stringify(ids), ...seen.params],
    },
    'ORDER BY t.id LIMIT 1000',
  )
  return rows.map((row) => shown(ctx, row))
}

export function shown(ctx: Context, row: StoredRow): Comment {
  return {
    id: row.id,
    version: row.version,
    at: Number(row['createdAt']),
    edited: row.version > 1,
    recordId: Number(row['recordId']),
    text: String(row['text']),
    personId: Number(row['personId']),
    rootId: numberOr(row['rootId']),
    coachedId: numberOr(row['coachedId']),
    toId: numberOr(row['toId']),
    seenAt: numberOr(row['seenAt']),
    task: taskOf(ctx, numberOr(row['taskId'])),
  }
}

function taskOf(ctx: Context, id: number | null): Comment['task'] {
  const kind = ctx.services.entities.get('tasks')
  const row = id === null || visibleIds(ctx, kind, [id]).length === 0 ? undefined : selectById(ctx, kind, id)
  if (!row || row.archivedAt !== null) return null
  return {
    id: row.id,
    version: row.version,
    title: String(row['title']),
    dueOn: typeof row['dueOn'] === 'string' ? row['dueOn'] : null,
    done: row['done'] === true,
    ownerId: Number(row['ownerId']),
  }
}

/** Whoever has spoken in a thread. */
const speakers = (ctx: Context, rootId: number): number[] =>
  statement<[number, number], { id: number }>(
    ctx.db,
    'SELECT DISTINCT person_id id FROM comments WHERE (id = ? OR root_id = ?) AND archived_at IS NULL',
  )
    .all(rootId, rootId)
    .map(({ id }) => id)

/** Those a new comment concerns: the coached, the thread, or whose record it is. */
export function tellOf(ctx: Context, { entity, id }: About, carrier: StoredRow, comment: StoredRow): void {
  const coachedId = numberOr(comment['coachedId'])
  const rootId = numberOr(comment['rootId'])
  const about = { entity, id }
  if (rootId !== null) return notify(ctx, { to: [...speakers(ctx, rootId), coachedId], kind: 'reply', ...about })
  if (coachedId !== null) return notify(ctx, { to: [coachedId], kind: 'coaching', ...about })
  notify(ctx, { to: concerned(ctx, carrier), kind: 'comment', ...about })
}

function concerned(ctx: Context, carrier: StoredRow): (number | null)[] {
  const customerId = numberOr(carrier['customerId'])
  const customer = customerId === null ? undefined : selectById(ctx, ctx.services.entities.get('customers'), customerId)
  return [carrier['ownerId'], carrier['personId'], customer?.['ownerId']].map(numberOr)
}
