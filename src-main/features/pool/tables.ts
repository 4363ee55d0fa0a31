import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Customers that go to the pool unless somebody speaks with them: each was told of some days before. */
export const poolWarnings = sqliteTable(
  'pool_warnings',
  {
    customerId: integer('customer_id').primaryKey(),
    warnedOn: text('warned_on').notNull(),
    dueOn: text('due_on').notNull(),
  },
  (table) => [index('pool_warnings_due').on(table.dueOn)],
)

/** Which cards of the pool a person opened on a day. */
export const poolViews = sqliteTable(
  'pool_views',
  {
    personId: integer('person_id').notNull(),
    viewedOn: text('viewed_on').notNull(),
    customerId: integer('customer_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.viewedOn, table.customerId] })],
)
