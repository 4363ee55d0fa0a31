import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** When a customer came into another value tier, and by which score. */
export const valueChanges = sqliteTable(
  'value_changes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    customerId: integer('customer_id').notNull(),
    at: integer('at').notNull(),
    fromTier: text('from_tier'),
    toTier: text('to_tier').notNull(),
    score: integer('score').notNull(),
  },
  (table) => [index('value_changes_customer').on(table.customerId, table.at)],
)
