// A customer from a card: a name and a phone, what the office itself requires, and the person on the card.
import type { Context } from '@main/api/context'
import { refuseDuplicate } from '@main/duplicates/refusing'
import { create } from '@main/records/create'
import { recordHandlers } from '@main/records/handlers'
import type { InputOf, OutputOf } from '@shared/api/endpoint'
import { ApiError, type ErrorDetails, fail } from '@shared/api/errors'
import type { customersEndpoints } from '@shared/features/customers/endpoints'
import { customers } from './entity'

type QuickCreate = (typeof customersEndpoints)['quickCreate']

export function quickCreate(ctx: Context, input: InputOf<QuickCreate>): OutputOf<QuickCreate> {
  const { name, phone, contactName, custom, despiteDuplicates } = input
  const own = { name, ...(contactName ? {} : { phone }) }
  const customer = create(ctx, customers, { ...own, ...(custom ? { custom } : {}) })
  if (!despiteDuplicates) refuseDuplicate(ctx, own, customer.id)
  if (contactName) createContact(ctx, customer.id, { ...input, contactName })
  return recordHandlers(customers).read(ctx, { id: customer.id })
}

interface OfContact {
  contactName: string
  phone: string
  contactCustom?: Record<string, unknown> | undefined
}

function createContact(ctx: Context, customerId: number, { contactName: name, phone, contactCustom }: OfContact): void {
  const own = contactCustom ? { custom: contactCustom } : {}
  try {
    ctx.call('contacts.create', { customerId, name, phone, isPrimary: true, ...own })
  } catch (error) {
    throw error instanceof ApiError && error.code === 'invalid' ? ofContact(error) : error
  }
}

/** The form has one name for the customer and one for the contact. */
function ofContact({ details }: ApiError): ApiError {
  const fields: NonNullable<ErrorDetails['fields']> = {}
  for (const [field, code] of Object.entries(details.fields ?? {}))
    fields[field === 'name' ? 'contactName' : field.replace(/^custom\./u, 'contactCustom.')] = code
  return fail('invalid', { ...details, fields })
}
