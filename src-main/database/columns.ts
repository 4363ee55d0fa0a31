// Columns that every kept record has.
import { integer, text } from 'drizzle-orm/sqlite-core'

export const recordColumns = () => ({
  id: integer('id').primaryKey({ autoIncrement: true }),
  version: integer('version').notNull().default(1),
  createdAt: integer('created_at').notNull(),
  updatedAt: integer('updated_at').notNull(),
  createdById: integer('created_by_id').notNull(),
  archivedAt: integer('archived_at'),
  /** Values of custom fields, as JSON. */
  custom: text('custom').notNull().default('{}'),
})
