// Customers that nobody has spoken with for long, a next step agreed or not.
import type { Context } from '@main/api/context'
import { readSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { seesField } from '@main/records/masks'
import { scope } from '@main/records/scope'
import { startOfDay } from '@shared/dates'
import type { OutputOf } from '@shared/api/endpoint'
import type { todayEndpoints } from '@shared/features/today/endpoints'

type Quiet = OutputOf<(typeof todayEndpoints)['home']>['quiet']

const shown = 8

export function quietCustomers(ctx: Context, owners: readonly number[]): Quiet {
  const needed = ['name', 'ownerId', 'type', 'lastFollowedAt']
  if (!ctx.rights.can('customers.view') || !needed.every((field) => seesField(ctx, 'customers', field))) return null
  const days = readSetting(ctx.db, 'office.quietDays')
  const seen = scope(ctx, ctx.services.entities.get('customers'), 'read')
  // ids of our own making
  const where = `t.owner_id IN (${owners.join(',')}) AND t.archived_at IS NULL AND t.type IS NOT 'lost'
    AND (t.last_followed_at IS NULL OR t.last_followed_at < ?) AND ${seen.sql}`
  const params = [startOfDay(ctx.now, -days), ...seen.params]
  const rows = statement<unknown[], NonNullable<Quiet>['rows'][number]>(
    ctx.db,
    `SELECT t.id customerId, t.name customerName, t.owner_id ownerId, t.last_followed_at lastFollowedAt
     FROM customers t WHERE ${where} ORDER BY t.last_followed_at IS NULL, t.last_followed_at, t.id LIMIT ${shown}`,
  ).all(...params)
  const all = statement<unknown[], { n: number }>(ctx.db, `SELECT count(*) n FROM customers t WHERE ${where}`)
  return { days, count: all.get(...params)?.n ?? 0, rows }
}
