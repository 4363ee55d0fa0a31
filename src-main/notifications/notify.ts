// Telling people: any command may call notify() inside its transaction. Nothing is kept for somebody who does not
// see the record now, and nothing is shown to somebody who does not see it any more.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { isAtWork } from '@main/records/access'
import { visibleIds } from '@main/records/read'
import { sightOf } from '@main/records/scope'
import type { NotificationKind } from '@shared/features/notifications/kinds'

export interface Notice {
  /** Person ids; whoever is writing is left out, nobody is told twice. */
  to: readonly (number | null)[]
  kind: NotificationKind
  /** The record it is about; entity of the registry. */
  entity?: string
  id?: number
  /** Numbers and words for the text; never values of a record, since masks cannot take them away again. */
  params?: Record<string, string | number>
  /** Several of one change set become one line with their number, `n`. */
  gather?: boolean
}

/**
 * Tells people of something, in the same transaction.
 * @example notify(ctx, { to: [ownerId], kind: 'customerChanged', entity: 'customers', id, params: { fields: 2 } })
 */
export function notify(ctx: Context, { to, kind, entity, id, params = {}, gather = false }: Notice): void {
  const told = gather ? { ...params, n: 1, set: ctx.changeSetId() } : params
  const people = new Set(to.filter((one): one is number => one !== null && one !== ctx.user.id))
  for (const personId of people) {
    if (!isAtWork(ctx, personId)) continue
    if (entity !== undefined && id !== undefined && !seenBy(ctx, personId, entity, id)) continue
    if (!gather || !oneMore(ctx, personId, kind, id))
      statement(
        ctx.db,
        'INSERT INTO notifications (person_id, kind, by_id, entity, record_id, params, created_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
      ).run(personId, kind, ctx.user.id, entity ?? null, id ?? null, JSON.stringify(told), ctx.now)
    ctx.publish('notifications', personId)
  }
}

/** Adds to an unread line of the same kind and change set; false when there is none. */
function oneMore(ctx: Context, personId: number, kind: string, id: number | undefined): boolean {
  const found = statement<unknown[], { id: number; recordId: number | null }>(
    ctx.db,
    `SELECT id, record_id recordId FROM notifications
     WHERE person_id = ? AND kind = ? AND read_at IS NULL AND json_extract(params, '$.set') = ? ORDER BY id DESC LIMIT 1`,
  ).get(personId, kind, ctx.changeSetId())
  if (!found) return false
  // the same record once more
  if (found.recordId !== null && found.recordId === id) return true
  statement(
    ctx.db,
    `UPDATE notifications SET entity = NULL, record_id = NULL, params = json_set(params, '$.n', json_extract(params, '$.n') + 1) WHERE id = ?`,
  ).run(found.id)
  return true
}

/** Whether another person sees a record. */
export function seenBy(ctx: Context, personId: number, entity: string, id: number): boolean {
  const known = ctx.services.entities.find(entity)
  if (!known) return false
  const theirs = { ...ctx, rights: ctx.services.rights.of(personId), user: { ...ctx.user, id: personId } }
  return sightOf(theirs, known) !== null && visibleIds(theirs, known, [id]).length > 0
}
