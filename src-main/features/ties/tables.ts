import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from '@main/database/columns'

/** A customer's place in its group, and who referred it. */
export const customerTies = sqliteTable(
  'customer_ties',
  {
    ...recordColumns(),
    customerId: integer('customer_id').notNull(),
    kind: text('kind').notNull(),
    toCustomerId: integer('to_customer_id'),
    toContactId: integer('to_contact_id'),
    toPersonId: integer('to_person_id'),
    note: text('note'),
  },
  (table) => [
    index('customer_ties_customer').on(table.customerId, table.kind),
    index('customer_ties_to').on(table.toCustomerId, table.kind),
    index('customer_ties_contact').on(table.toContactId),
    index('customer_ties_archived').on(table.archivedAt),
  ],
)

/** How one contact stands to another. */
export const contactTies = sqliteTable(
  'contact_ties',
  {
    ...recordColumns(),
    contactId: integer('contact_id').notNull(),
    kind: text('kind').notNull(),
    toContactId: integer('to_contact_id').notNull(),
    note: text('note'),
  },
  (table) => [
    index('contact_ties_contact').on(table.contactId),
    index('contact_ties_to').on(table.toContactId),
    index('contact_ties_archived').on(table.archivedAt),
  ],
)
