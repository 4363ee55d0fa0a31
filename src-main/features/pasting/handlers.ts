import { handlersOf } from '@main/api/context'
import { applyMasks } from '@main/records/masks'
import { reachable } from '@main/records/read'
import { ApiError, fail } from '@shared/api/errors'
import { type customerFields } from '@shared/features/customers/fields'
import { pastingEndpoints } from '@shared/features/pasting/endpoints'

const told = (values: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  )

/** Both records have a name and a phone: the fields at fault are named as they stand in the input. */
function under<T>(name: 'customer' | 'contact', work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'invalid') throw error
    const fields = Object.entries(error.details.fields ?? {}).map(([field, code]) => [`${name}.${field}`, code])
    throw fail('invalid', { ...error.details, fields: Object.fromEntries(fields) })
  }
}

export const pastingHandlers = handlersOf(pastingEndpoints, {
  create(ctx, { customer, contact, despiteDuplicates }) {
    // that command answers with the row it made
    const { id } = under('customer', () => ctx.call('customers.create', { ...told(customer), despiteDuplicates })) as {
      id: number
    }
    if (contact)
      under('contact', () => ctx.call('contacts.create', { ...told(contact), customerId: id, isPrimary: true }))
    const customers = ctx.services.entities.get('customers')
    return applyMasks<typeof customerFields.fields>(ctx, customers, reachable(ctx, customers, id, 'read'))
  },
})
