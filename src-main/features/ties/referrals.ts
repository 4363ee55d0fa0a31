// Who referred a customer, and whom it referred.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { isAtWork } from '@main/records/access'
import { seesField } from '@main/records/masks'
import { reachable, within } from '@main/records/read'
import { selectById, selectRows } from '@main/records/select'
import { guardVersion } from '@main/records/update'
import { insertRow, setArchived } from '@main/records/write'
import { fail } from '@shared/api/errors'
import type { InputOf, OutputOf } from '@shared/api/endpoint'
import type { Referral, tiesEndpoints } from '@shared/features/ties/endpoints'
import { customerTies } from './entity'
import { pointable } from './group'

const most = 100

/** The name of a customer or contact in sight; undefined for one that is not. */
export function seenName(
  ctx: Context,
  kind: 'customers' | 'contacts',
  id: number,
): { name: string | null; customerId: number; post: string | null } | undefined {
  const entity = ctx.services.entities.get(kind)
  const row = within(ctx, entity, id, 'read') ? selectById(ctx, entity, id) : undefined
  if (!row || row.archivedAt !== null) return undefined
  const told = (key: string): string | null => {
    const value = seesField(ctx, kind, key) ? row[key] : null
    return typeof value === 'string' ? value : null
  }
  return {
    name: told('name'),
    customerId: kind === 'customers' ? id : Number(row['customerId']),
    post: kind === 'contacts' ? told('post') : null,
  }
}

export function referralsOf(ctx: Context, customerId: number): Referral[] {
  const rows = selectRows(
    ctx,
    ctx.services.entities.get(customerTies.name),
    { sql: `t.customer_id = ? AND t.kind = 'referral' AND t.archived_at IS NULL`, params: [customerId] },
    `ORDER BY t.id LIMIT ${most}`,
  )
  return rows.flatMap((row): Referral[] => {
    const shared = { id: row.id, version: row.version, note: typeof row['note'] === 'string' ? row['note'] : null }
    const { toPersonId, toContactId, toCustomerId } = row
    if (typeof toPersonId === 'number')
      return [{ ...shared, by: 'person', byId: toPersonId, name: null, customerId: null, customerName: null }]
    const by = typeof toContactId === 'number' ? 'contact' : 'customer'
    const byId = Number(toContactId ?? toCustomerId)
    const seen = seenName(ctx, by === 'contact' ? 'contacts' : 'customers', byId)
    if (!seen || (by === 'customer' && byId === customerId)) return []
    const there = by === 'contact' ? seenName(ctx, 'customers', seen.customerId) : seen
    return [{ ...shared, by, byId, name: seen.name, customerId: seen.customerId, customerName: there?.name ?? null }]
  })
}

/** Customers in sight that came through this one or one of its contacts in sight. */
export function referredBy(
  ctx: Context,
  customerId: number,
): OutputOf<(typeof tiesEndpoints)['ofCustomer']>['referred'] {
  const rows = statement<[number, number], { id: number; contactId: number | null }>(
    ctx.db,
    `SELECT r.customer_id id, r.to_contact_id contactId FROM customer_ties r WHERE r.kind = 'referral' AND r.archived_at IS NULL
       AND r.to_customer_id = ?
     UNION ALL SELECT r.customer_id, r.to_contact_id FROM contacts c JOIN customer_ties r ON r.to_contact_id = c.id
       AND r.kind = 'referral' AND r.archived_at IS NULL WHERE c.customer_id = ? LIMIT ${most}`,
  ).all(customerId, customerId)
  return rows.flatMap(({ id, contactId }) => {
    const seen = id === customerId ? undefined : seenName(ctx, 'customers', id)
    const by = contactId === null ? null : seenName(ctx, 'contacts', contactId)
    return seen && by !== undefined ? [{ id, name: seen.name, byName: by?.name ?? null }] : []
  })
}

type Refer = InputOf<(typeof tiesEndpoints)['refer']>

export function refer(ctx: Context, { customerId, by, byId, note }: Refer): { id: number } {
  reachable(ctx, ctx.services.entities.get('customers'), customerId, 'customers.update')
  if (!mayName(ctx, by, byId) || (by === 'customer' && byId === customerId))
    throw fail('invalid', { fields: { byId: 'reference' } })
  const field = { customer: 'toCustomerId', contact: 'toContactId', person: 'toPersonId' }[by]
  if (referralsOf(ctx, customerId).some((one) => one.by === by && one.byId === byId))
    throw fail('invalid', { fields: { byId: 'exists' } })
  const kind = ctx.services.entities.get(customerTies.name)
  const { id } = insertRow(ctx, kind, { customerId, kind: 'referral', [field]: byId, note: note ?? null })
  ctx.publish('customers', customerId)
  return { id }
}

function mayName(ctx: Context, by: Refer['by'], id: number): boolean {
  if (by === 'person') return isAtWork(ctx, id)
  return by === 'customer' ? pointable(ctx, id) : seenName(ctx, 'contacts', id) !== undefined
}

export function dropReferral(ctx: Context, { id, version }: { id: number; version: number }): void {
  const kind = ctx.services.entities.get(customerTies.name)
  const row = reachable(ctx, kind, id, 'customers.update')
  // one that names somebody out of sight is not there
  if (row['kind'] !== 'referral' || !referralsOf(ctx, Number(row['customerId'])).some((one) => one.id === id))
    throw fail('notFound')
  guardVersion(ctx, kind, row, version)
  setArchived(ctx, kind, row, true)
  ctx.publish('customers', Number(row['customerId']))
}
