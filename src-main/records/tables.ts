import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Fields an admin added to an entity; values live in that entity's `custom` column. */
export const customFields = sqliteTable('custom_fields', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  entity: text('entity').notNull(),
  key: text('key').notNull(),
  /** JSON of a Field. */
  field: text('field').notNull(),
  sort: integer('sort').notNull().default(0),
  removedAt: integer('removed_at'),
})
