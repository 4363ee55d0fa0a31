import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What an office said the columns of such a file mean; found again by its headings. */
export const importMappings = sqliteTable('import_mappings', {
  headings: text('headings').primaryKey(),
  mapping: text('mapping').notNull(),
  usedAt: integer('used_at').notNull(),
})
