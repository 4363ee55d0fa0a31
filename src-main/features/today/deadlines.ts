// Customers with a day by which something must happen: they go to the pool, or their data is to be put right.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { ordersInSight } from '@main/records/orderSight'
import { scope } from '@main/records/scope'
import { dayOf, daysBetween, startOfDay } from '@shared/dates'
import type { TodayItem } from '@shared/features/today/endpoints'

export type Deadline = Extract<TodayItem['reason'], 'poolSoon' | 'rectify'>

export interface DeadlineLine {
  reason: Deadline
  customerId: number
  /** Days to go; of an order that ran over its day: days late. */
  days: number
  at: number
}

const soonDays = 3

const poolSql = (owners: string, seen: string): string => `SELECT w.customer_id customerId, w.due_on dueOn
  FROM pool_warnings w JOIN customers t ON t.id = w.customer_id
  WHERE t.owner_id IN (${owners}) AND t.archived_at IS NULL AND ${seen} ORDER BY w.due_on, w.customer_id`

const orderSql = (
  owners: string,
  ruled: string,
  seen: string,
): string => `SELECT o.customer_id customerId, min(o.due_on) dueOn
  FROM rectification_orders o JOIN customers t ON t.id = o.customer_id
  WHERE t.archived_at IS NULL AND ${seen} AND o.person_id IN (${owners}) AND o.closed_at IS NULL AND o.due_on <= ? AND ${ruled}
  GROUP BY o.customer_id ORDER BY dueOn, o.customer_id`

/** Soonest first, of customers in sight. */
export function deadlinesOf(ctx: Context, owners: readonly number[]): DeadlineLine[] {
  const people = owners.join(',')
  const find = (reason: Deadline, sql: string, ...params: unknown[]): DeadlineLine[] =>
    statement<unknown[], { customerId: number; dueOn: string }>(ctx.db, sql)
      .all(...params)
      .map(({ customerId, dueOn }) => {
        const at = new Date(`${dueOn}T00:00`).getTime()
        return { reason, customerId, at, days: Math.abs(daysBetween(at, ctx.now)) }
      })
  const ruled = ordersInSight(ctx)
  const seen = scope(ctx, ctx.services.entities.get('customers'), 'read')
  const soon = dayOf(startOfDay(ctx.now, soonDays))
  return [
    ...find('poolSoon', poolSql(people, seen.sql), ...seen.params),
    ...(ctx.rights.can('dataQuality.view')
      ? find('rectify', orderSql(people, ruled.sql, seen.sql), ...seen.params, soon, ...ruled.params)
      : []),
  ]
}
