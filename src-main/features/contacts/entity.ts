import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { type Entity, type StoredRow } from '@main/records/entity'
import { reckoned } from '@main/records/lateSums'
import { setComputed } from '@main/records/write'
import { matchesWords } from '@main/search/listMatches'
import { fail } from '@shared/api/errors'
import { contactFields } from '@shared/features/contacts/fields'

export const contacts: Entity<typeof contactFields.fields> = {
  name: 'contacts',
  room: 'contacts',
  set: contactFields,
  table: 'contacts',
  scope: { by: 'parent', entity: 'customers', field: 'customerId' },
  labelField: 'name',
  defaultSort: { field: 'updatedAt', direction: 'desc' },
  matches: matchesWords('contacts'),
  mirrors: { customerName: { entity: 'customers', field: 'name' } },
  expressions: { customerName: 'SELECT name FROM customers WHERE customers.id = t.customer_id' },
  hooks: {
    beforeCreate: (ctx, values) => guardSuperior(ctx, null, values),
    beforeUpdate: (ctx, row, changes) => guardSuperior(ctx, row, changes),
    afterWrite(ctx, { row, before }) {
      recount(ctx, row['customerId'])
      if (before && before['customerId'] !== row['customerId']) recount(ctx, before['customerId'])
    },
  },
}

const recount = (ctx: Context, customerId: unknown): void =>
  reckoned(ctx, `contacts/${String(customerId)}`, (inner) => recountNow(inner, customerId))

function recountNow(ctx: Context, customerId: unknown): void {
  const { n } = statement<unknown[], { n: number }>(
    ctx.db,
    'SELECT count(*) n FROM contacts WHERE customer_id = ? AND archived_at IS NULL',
  ).get(customerId) ?? { n: 0 }
  setComputed(ctx, ctx.services.entities.get('customers'), Number(customerId), { contactCount: n })
}

/** A superior is another contact of the same customer, and nobody stands above themselves. */
function guardSuperior(ctx: Context, row: StoredRow | null, changes: Record<string, unknown>): void {
  const customerId = changes['customerId'] ?? row?.['customerId']
  let above = changes['superiorId'] ?? row?.['superiorId'] ?? null
  for (let steps = 0; above !== null; steps++) {
    const next = statement<unknown[], { customerId: number; superiorId: number | null }>(
      ctx.db,
      'SELECT customer_id customerId, superior_id superiorId FROM contacts WHERE id = ?',
    ).get(above)
    if (above === row?.id || steps > 50 || (next && next.customerId !== customerId))
      throw fail('invalid', { fields: { superiorId: 'superior' } })
    above = next?.superiorId ?? null
  }
}
