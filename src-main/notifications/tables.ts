import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const notifications = sqliteTable(
  'notifications',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    personId: integer('person_id').notNull(),
    kind: text('kind').notNull(),
    /** Who did what it tells of. */
    byId: integer('by_id').notNull(),
    entity: text('entity'),
    recordId: integer('record_id'),
    params: text('params').notNull().default('{}'),
    createdAt: integer('created_at').notNull(),
    readAt: integer('read_at'),
  },
  (table) => [
    index('notifications_person').on(table.personId, table.readAt),
    index('notifications_record').on(table.entity, table.recordId),
    index('notifications_created').on(table.createdAt),
  ],
)
