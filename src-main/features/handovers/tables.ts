import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What one person handed over to others when leaving or changing places. */
export const handovers = sqliteTable(
  'handovers',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    leaverId: integer('leaver_id').notNull(),
    byId: integer('by_id').notNull(),
    leaveOn: text('leave_on'),
    remaining: text('remaining').notNull(),
    readUntilOn: text('read_until_on'),
    changeSetId: integer('change_set_id').notNull(),
    note: text('note'),
  },
  (table) => [index('handovers_leaver').on(table.leaverId)],
)

/** One customer of a handover, with what it was worth saving for on that day. */
export const handoverLines = sqliteTable(
  'handover_lines',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    handoverId: integer('handover_id').notNull(),
    customerId: integer('customer_id').notNull(),
    successorId: integer('successor_id').notNull(),
    score: integer('score').notNull(),
  },
  (table) => [
    index('handover_lines_handover').on(table.handoverId),
    index('handover_lines_customer').on(table.customerId),
  ],
)
