// Customers that nobody has spoken with for long, a next step agreed or not.
import type { Context } from '@main/api/context'
import { readSetting } from '@main/api/settings'
import { longRead } from '@main/records/longRead'
import { seesField } from '@main/records/masks'
import { scope } from '@main/records/scope'
import { startOfDay } from '@shared/dates'
import type { OutputOf } from '@shared/api/endpoint'
import type { todayEndpoints } from '@shared/features/today/endpoints'

type Quiet = OutputOf<(typeof todayEndpoints)['home']>['quiet']

const shown = 8

export async function quietCustomers(ctx: Context, owners: readonly number[]): Promise<Quiet> {
  const needed = ['name', 'ownerId', 'type', 'lastFollowedAt']
  if (!ctx.rights.can('customers.view') || !needed.every((field) => seesField(ctx, 'customers', field))) return null
  const days = readSetting(ctx.db, 'office.quietDays')
  const customers = ctx.services.entities.get('customers')
  const seen = scope(ctx, customers, 'read')
  // ids of our own making
  const where = `t.owner_id IN (${owners.join(',')}) AND t.archived_at IS NULL AND t.type IS NOT 'lost'
    AND (t.last_followed_at IS NULL OR t.last_followed_at < ?) AND ${seen.sql}`
  const params = [startOfDay(ctx.now, -days), ...seen.params]
  const [rows, [counted]] = await Promise.all([
    // ids first: what decides lies in the index of owners, names do not
    longRead<NonNullable<Quiet>['rows'][number]>(
      ctx,
      customers,
      `SELECT c.id customerId, c.name customerName, c.owner_id ownerId, c.last_followed_at lastFollowedAt
       FROM (SELECT t.id FROM customers t WHERE ${where} ORDER BY t.last_followed_at IS NULL, t.last_followed_at, t.id LIMIT ${shown}) found
       JOIN customers c ON c.id = found.id ORDER BY c.last_followed_at IS NULL, c.last_followed_at, c.id`,
      params,
    ),
    longRead<{ n: number }>(ctx, customers, `SELECT count(*) n FROM customers t WHERE ${where}`, params),
  ])
  return { days, count: counted?.n ?? 0, rows }
}
