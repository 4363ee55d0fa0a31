import { recordEndpoints } from '@shared/api/records'
import { contactFields } from './fields'

export const contactsEndpoints = recordEndpoints(contactFields, {
  view: 'contacts.view',
  create: 'contacts.create',
  update: 'contacts.update',
  archive: 'contacts.archive',
})
