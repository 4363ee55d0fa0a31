// How contacts stand to each other, at one customer or across them.
import type { Context } from '@main/api/context'
import { reachable, seesChildren } from '@main/records/read'
import { selectById, selectRows } from '@main/records/select'
import { applyMasks } from '@main/records/masks'
import { guardVersion } from '@main/records/update'
import { insertRow, setArchived } from '@main/records/write'
import { fail } from '@shared/api/errors'
import type { InputOf, OutputOf } from '@shared/api/endpoint'
import type { contactFields } from '@shared/features/contacts/fields'
import type { Relation, tiesEndpoints } from '@shared/features/ties/endpoints'
import { type ContactTieKind, contactTieKinds, directedKinds } from '@shared/features/ties/fields'
import { contactTies } from './entity'
import { seenName } from './referrals'

const most = 300

export function peopleOf(ctx: Context, customerId: number): OutputOf<(typeof tiesEndpoints)['ofCustomer']>['people'] {
  const contacts = ctx.services.entities.get('contacts')
  if (!seesChildren(ctx, contacts, customerId)) return []
  const rows = selectRows(
    ctx,
    contacts,
    { sql: 't.customer_id = ? AND t.archived_at IS NULL', params: [customerId] },
    `ORDER BY t.is_primary DESC, t.id LIMIT ${most}`,
  )
  return rows.map((row) => applyMasks<typeof contactFields.fields>(ctx, contacts, row))
}

function endOf(ctx: Context, id: number): Relation['from'] | null {
  const seen = seenName(ctx, 'contacts', id)
  if (!seen) return null
  const { name, post, customerId } = seen
  return { id, name, post, customerId, customerName: seenName(ctx, 'customers', customerId)?.name ?? null }
}

const isKind = (value: unknown): value is ContactTieKind => contactTieKinds.some((kind) => kind === value)

/** Those of whose both ends the viewer sees. */
export function relationsOf(ctx: Context, customerId: number): Relation[] {
  if (!seesChildren(ctx, ctx.services.entities.get('contacts'), customerId)) return []
  const mine = 'SELECT c.id FROM contacts c WHERE c.customer_id = ?'
  const rows = selectRows(
    ctx,
    ctx.services.entities.get(contactTies.name),
    {
      sql: `t.archived_at IS NULL AND t.contact_id <> t.to_contact_id AND (t.contact_id IN (${mine}) OR t.to_contact_id IN (${mine}))`,
      params: [customerId, customerId],
    },
    `ORDER BY t.id LIMIT ${most}`,
  )
  return rows.flatMap((row): Relation[] => {
    const { id, version, kind } = row
    const [from, to] = [endOf(ctx, Number(row['contactId'])), endOf(ctx, Number(row['toContactId']))]
    if (!from || !to || !isKind(kind)) return []
    return [{ id, version, kind, from, to, note: typeof row['note'] === 'string' ? row['note'] : null }]
  })
}

export function relate(
  ctx: Context,
  { contactId, toContactId, kind, note }: InputOf<(typeof tiesEndpoints)['relate']>,
): { id: number } {
  const contact = reachable(ctx, ctx.services.entities.get('contacts'), contactId, 'contacts.update')
  if (contactId === toContactId || !seenName(ctx, 'contacts', toContactId))
    throw fail('invalid', { fields: { toContactId: 'reference' } })
  if (relationsOf(ctx, Number(contact['customerId'])).some((one) => says(one, { contactId, toContactId, kind })))
    throw fail('invalid', { fields: { toContactId: 'exists' } })
  const entity = ctx.services.entities.get(contactTies.name)
  const { id } = insertRow(ctx, entity, { contactId, toContactId, kind, note: note ?? null })
  tell(ctx, contactId, toContactId)
  return { id }
}

interface Said {
  contactId: number
  toContactId: number
  kind: ContactTieKind
}

function says({ from, to, kind }: Relation, said: Said): boolean {
  if (kind !== said.kind) return false
  const same = from.id === said.contactId && to.id === said.toContactId
  return same || (!directedKinds.includes(kind) && from.id === said.toContactId && to.id === said.contactId)
}

/** From the one end or the other: whoever may work on either contact. */
export function unrelate(ctx: Context, { id, version }: { id: number; version: number }): void {
  const entity = ctx.services.entities.get(contactTies.name)
  const row = selectById(ctx, entity, id)
  const [from, to] = [Number(row?.['contactId']), Number(row?.['toContactId'])]
  if (!row || row.archivedAt !== null || !endOf(ctx, from) || !endOf(ctx, to)) throw fail('notFound')
  reachable(ctx, ctx.services.entities.get('contacts'), from, 'contacts.update')
  guardVersion(ctx, entity, row, version)
  setArchived(ctx, entity, row, true)
  tell(ctx, from, to)
}

function tell(ctx: Context, ...contactIds: number[]): void {
  const contacts = ctx.services.entities.get('contacts')
  for (const id of contactIds) ctx.publish('customers', Number(selectById(ctx, contacts, id)?.['customerId']))
}
