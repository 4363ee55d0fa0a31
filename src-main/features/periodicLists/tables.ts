import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A dated count of the office's customers by type. */
export const periodicLists = sqliteTable('periodic_lists', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  madeAt: integer('made_at').notNull(),
  madeOn: text('made_on').notNull(),
  /** 0 for the program itself. */
  madeById: integer('made_by_id').notNull(),
})

/** From which list to which a customer stood under a type: rows are written only for those who came or left. */
export const periodicListSpans = sqliteTable(
  'periodic_list_spans',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    customerId: integer('customer_id').notNull(),
    type: text('type').notNull(),
    fromList: integer('from_list').notNull(),
    /** The first list without it. */
    leftList: integer('left_list'),
  },
  (table) => [
    index('periodic_list_spans_from').on(table.type, table.fromList, table.leftList, table.customerId),
    index('periodic_list_spans_left').on(table.leftList, table.type, table.customerId),
    index('periodic_list_spans_customer').on(table.customerId),
  ],
)
