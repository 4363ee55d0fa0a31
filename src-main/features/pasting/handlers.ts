import { handlersOf } from '@main/api/context'
import { applyMasks } from '@main/records/masks'
import { reachable } from '@main/records/read'
import { type customerFields } from '@shared/features/customers/fields'
import { pastingEndpoints } from '@shared/features/pasting/endpoints'

const told = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  )

export const pastingHandlers = handlersOf(pastingEndpoints, {
  create(ctx, { customer, contact, despiteDuplicates }) {
    // that command answers with the row it made
    const { id } = ctx.call('customers.create', { ...told(customer), despiteDuplicates }) as { id: number }
    if (contact) ctx.call('contacts.create', { ...told(contact), customerId: id, isPrimary: true })
    const customers = ctx.services.entities.get('customers')
    return applyMasks<typeof customerFields.fields>(ctx, customers, reachable(ctx, customers, id, 'read'))
  },
})
