import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** An order to somebody to put a customer's data right, found by a rule. */
export const rectificationOrders = sqliteTable(
  'rectification_orders',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    customerId: integer('customer_id').notNull(),
    rule: text('rule').notNull(),
    /** What the rule was called then. */
    ruleName: text('rule_name'),
    personId: integer('person_id').notNull(),
    openedAt: integer('opened_at').notNull(),
    dueOn: text('due_on').notNull(),
    closedAt: integer('closed_at'),
    closedBecause: text('closed_because'),
  },
  (table) => [
    index('rectification_orders_customer').on(table.customerId, table.rule, table.closedAt),
    index('rectification_orders_person').on(table.personId, table.closedAt, table.dueOn),
    index('rectification_orders_opened').on(table.openedAt, table.personId),
  ],
)
