// Somebody else is to look after a customer: with a reason, with what goes along, and with what the former one keeps.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { hangingOnCustomer } from '@main/records/about'
import { accessEntries, replaceAccess } from '@main/records/access'
import { reachable } from '@main/records/read'
import { selectRows } from '@main/records/select'
import { guardVersion, update } from '@main/records/update'
import { changeRow } from '@main/records/write'
import { fail } from '@shared/api/errors'
import type { InputOf } from '@shared/api/endpoint'
import type { customersEndpoints } from '@shared/features/customers/endpoints'
import { customers } from './entity'

type Asked = InputOf<(typeof customersEndpoints)['changeOwner']>

/** Gives how many open tasks went along. */
export function changeOwner(ctx: Context, { id, version, ownerId, reason, keep, tasks }: Asked): { tasks: number } {
  const row = reachable(ctx, customers, id, 'customers.update')
  guardVersion(ctx, customers, row, version)
  const former = row['ownerId']
  if (former === ownerId) throw fail('invalid', { fields: { ownerId: 'same' } })
  // said before the change: afterwards the customer may be out of reach
  ctx.call('comments.create', { about: { entity: 'customers', id }, text: reason })
  const kept = typeof former === 'number' && keep !== 'nothing'
  if (kept) keepInTeam(ctx, id, former, keep)
  // before the customer, so that an undo, which goes backwards, gives it back before them
  const moved = tasks && typeof former === 'number' ? moveTasks(ctx, id, former, ownerId) : 0
  update(ctx, customers, { id, version: kept ? version + 1 : version, changes: { ownerId } })
  giveReason(ctx, id, reason)
  ctx.about('customers', id, { reason, from: former, to: ownerId, tasks: moved })
  return { tasks: moved }
}

/** Why, beside the move that has just been kept. */
function giveReason(ctx: Context, customerId: number, reason: string): void {
  statement(
    ctx.db,
    'UPDATE owner_moves SET reason = ? WHERE id = (SELECT max(id) FROM owner_moves WHERE customer_id = ?)',
  ).run(reason, customerId)
}

function keepInTeam(ctx: Context, id: number, personId: number, level: 'read' | 'write'): void {
  const row = reachable(ctx, customers, id, 'customers.share')
  const others = accessEntries(ctx, customers, id, 'team').filter((one) => one.personId !== personId)
  replaceAccess(ctx, customers, row, 'team', [...others, { personId, level, untilOn: null }])
}

/** What the former owner was to do about the customer is the new one's to do. */
function moveTasks(ctx: Context, customerId: number, from: number, to: number): number {
  const kind = ctx.services.entities.get('tasks')
  const here = hangingOnCustomer(ctx, 't', customerId)
  const rows = selectRows(ctx, kind, {
    sql: `t.owner_id = ? AND t.done = 0 AND t.archived_at IS NULL AND ${here.sql}`,
    params: [from, ...here.params],
  })
  for (const row of rows) changeRow(ctx, kind, row, { ownerId: [from, to] })
  return rows.length
}
