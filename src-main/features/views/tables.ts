import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const views = sqliteTable(
  'views',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    list: text('list').notNull(),
    name: text('name').notNull(),
    body: text('body').notNull(),
    personId: integer('person_id').notNull(),
    shared: integer('shared').notNull().default(0),
    /** Whom else it is shown to, as JSON lists of ids. */
    roleIds: text('role_ids').notNull().default('[]'),
    personIds: text('person_ids').notNull().default('[]'),
    updatedAt: integer('updated_at').notNull(),
  },
  (table) => [index('views_list').on(table.list)],
)
