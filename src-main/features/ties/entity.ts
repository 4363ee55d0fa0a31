import type { Entity } from '@main/records/entity'
import { contactTieFields, customerTieFields } from '@shared/features/ties/fields'

export const customerTies: Entity<typeof customerTieFields.fields> = {
  name: 'customerTies',
  room: 'customers',
  set: customerTieFields,
  table: 'customer_ties',
  scope: { by: 'parent', entity: 'customers', field: 'customerId' },
  labelField: 'note',
  defaultSort: { field: 'createdAt', direction: 'asc' },
}

export const contactTies: Entity<typeof contactTieFields.fields> = {
  name: 'contactTies',
  room: 'contacts',
  set: contactTieFields,
  table: 'contact_ties',
  scope: { by: 'parent', entity: 'contacts', field: 'contactId' },
  labelField: 'note',
  defaultSort: { field: 'createdAt', direction: 'asc' },
}
