import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const preferences = sqliteTable(
  'preferences',
  { personId: integer('person_id').notNull(), key: text('key').notNull(), value: text('value').notNull() },
  (table) => [primaryKey({ columns: [table.personId, table.key] })],
)
