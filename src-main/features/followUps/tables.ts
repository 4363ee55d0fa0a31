import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from '@main/database/columns'

export const followUps = sqliteTable(
  'follow_ups',
  {
    ...recordColumns(),
    customerId: integer('customer_id').notNull(),
    contactId: integer('contact_id'),
    way: text('way').notNull(),
    content: text('content').notNull(),
    result: text('result'),
    followedAt: integer('followed_at').notNull(),
    nextAt: integer('next_at'),
    nextStep: text('next_step'),
    nextDone: integer('next_done').notNull().default(0),
    personId: integer('person_id').notNull(),
  },
  (table) => [
    index('follow_ups_customer').on(table.customerId, table.followedAt),
    index('follow_ups_followed').on(table.followedAt, table.archivedAt, table.customerId, table.personId, table.way),
    index('follow_ups_person').on(table.personId, table.followedAt),
    // the steps a person still has open
    index('follow_ups_open')
      .on(table.personId, table.followedAt, table.nextAt, table.customerId)
      .where(sql`next_done = 0 and next_at is not null and archived_at is null`),
    index('follow_ups_contact').on(table.contactId),
    index('follow_ups_archived').on(table.archivedAt),
  ],
)
