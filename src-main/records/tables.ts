import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Fields an admin added to an entity; values live in that entity's `custom` column. Archived: removed from sight. */
export const customFields = sqliteTable('custom_fields', {
  id: integer('id').primaryKey({ autoIncrement: true }),
  entity: text('entity').notNull(),
  key: text('key').notNull(),
  /** JSON of a Field without its label. */
  field: text('field').notNull(),
  sort: integer('sort').notNull().default(0),
  label: text('label').notNull().default(''),
  version: integer('version').notNull().default(1),
  createdAt: integer('created_at').notNull().default(0),
  updatedAt: integer('updated_at').notNull().default(0),
  createdById: integer('created_by_id').notNull().default(0),
  archivedAt: integer('archived_at'),
  custom: text('custom').notNull().default('{}'),
})
