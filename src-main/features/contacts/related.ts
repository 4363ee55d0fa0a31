import type { Related } from '@main/records/related'

export const contactsRelated: Related = {
  room: 'contacts',
  countSql: 'SELECT contact_count FROM customers WHERE id = ?',
}
