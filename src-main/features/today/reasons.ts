// A reason is why a customer should be spoken with today: a condition on the customers of some people, and an order.
import type { Context } from '@main/api/context'
import { readSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { seesField } from '@main/records/masks'
import { type Condition, scope } from '@main/records/scope'
import { startOfDay } from '@shared/dates'
import type { TodayItem } from '@shared/features/today/endpoints'
import { soonDays } from '@shared/features/today/figures'

/** At most this many customers a reason; the count says how many there are. */
export const shownAReason = 100

export type Reason = Exclude<TodayItem['reason'], 'birthday'>

const planned: readonly Reason[] = ['overdue', 'dueToday', 'dueSoon']
/** Whether it comes from a next step agreed. */
export const isPlanned = (reason: Reason): boolean => planned.includes(reason)

export interface ReasonSearch extends Condition {
  reason: Reason
  order: string
  /** Of a planned one: the same asked of the follow-up (`f`) in which the step was agreed, with the same params. */
  step?: string
}

/** The next step lies in these days; without `from`, any time before. */
const stepIn = (from: number | null, to: number): Pick<ReasonSearch, 'sql' | 'params' | 'step'> => {
  const asked = (column: string): string => `${from === null ? '' : `${column} >= ? AND `}${column} < ?`
  return { sql: asked('t.next_follow_at'), step: asked('f.next_at'), params: from === null ? [to] : [from, to] }
}

/** The reasons this viewer may know of: a field that is hidden from them gives none. */
export function reasonsFor(ctx: Context): ReasonSearch[] {
  const sees = (field: string): boolean => seesField(ctx, 'customers', field)
  if (!sees('nextFollowAt')) return []
  // important ones first, where the viewer may know
  const rank = sees('level') ? `CASE t.level WHEN 'key' THEN 0 WHEN 'normal' THEN 1 ELSE 2 END, ` : ''
  const today = startOfDay(ctx.now)
  const [tomorrow, later] = [startOfDay(ctx.now, 1), startOfDay(ctx.now, 1 + soonDays)]
  const due: ReasonSearch[] = [
    { reason: 'overdue', ...stepIn(null, today), order: `${rank}t.next_follow_at` },
    { reason: 'dueToday', ...stepIn(today, tomorrow), order: `${rank}t.next_follow_at` },
    { reason: 'dueSoon', ...stepIn(tomorrow, later), order: `t.next_follow_at` },
  ]
  if (!sees('lastFollowedAt') || !sees('type')) return due
  const waiting = `t.next_follow_at IS NULL AND t.type <> 'lost'`
  const quiet = quietSince(ctx, sees('level'))
  return [
    ...due,
    { reason: 'quiet', sql: `${waiting} AND ${quiet.sql}`, params: quiet.params, order: `${rank}t.last_followed_at` },
    { reason: 'neverContacted', sql: `${waiting} AND t.last_followed_at IS NULL`, params: [], order: `${rank}t.id` },
  ]
}

/** Key customers are quiet after half the days. */
function quietSince(ctx: Context, seesLevel: boolean): Condition {
  const days = readSetting(ctx.db, 'office.quietDays')
  const ordinary = startOfDay(ctx.now, -days)
  if (!seesLevel) return { sql: 't.last_followed_at < ?', params: [ordinary] }
  const key = startOfDay(ctx.now, -Math.ceil(days / 2))
  return { sql: `t.last_followed_at < ? AND (t.last_followed_at < ? OR t.level = 'key')`, params: [key, ordinary] }
}

// Owners are integers of our own making. The index customers_owner holds every column these statements touch.
export const ofOwners = (owners: readonly number[]): string =>
  `t.owner_id IN (${owners.join(',')}) AND t.archived_at IS NULL`

export function customersWith(ctx: Context, owners: readonly number[], { sql, params, order }: ReasonSearch): number[] {
  const rows = statement<unknown[], { id: number }>(
    ctx.db,
    `SELECT t.id FROM customers t WHERE ${ofOwners(owners)} AND ${sql} ORDER BY ${order}, t.id LIMIT ${shownAReason}`,
  ).all(...params)
  return rows.map((row) => row.id)
}

export function countWith(ctx: Context, owners: readonly number[], { sql, params }: ReasonSearch): number {
  const found = statement<unknown[], { n: number }>(
    ctx.db,
    `SELECT count(*) n FROM customers t WHERE ${ofOwners(owners)} AND ${sql}`,
  ).get(...params)
  return found?.n ?? 0
}

/** A next step older than this is the owner's to see to. */
const plannedWithinDays = 90

/** Customers of others, in sight, with whom this person agreed the next step, e.g. a service agent's. */
export function elsewhereOf(ctx: Context, personId: number | null, { step, params, order }: ReasonSearch): number[] {
  if (step === undefined || personId === null) return []
  const seen = scope(ctx, ctx.services.entities.get('customers'), 'read')
  const rows = statement<unknown[], { id: number }>(
    ctx.db,
    // the order of the tables is told: the person's own open steps are few
    `SELECT DISTINCT t.id FROM follow_ups f CROSS JOIN customers t ON t.id = f.customer_id
     WHERE f.person_id = ? AND f.followed_at >= ? AND f.next_done = 0 AND f.next_at IS NOT NULL AND f.archived_at IS NULL AND ${step} AND f.next_at = t.next_follow_at
       AND t.archived_at IS NULL AND t.owner_id IS NOT ? AND ${seen.sql} ORDER BY ${order}, t.id`,
  ).all(personId, startOfDay(ctx.now, -plannedWithinDays), ...params, personId, ...seen.params)
  return rows.map((row) => row.id)
}
