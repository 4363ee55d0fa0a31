import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from '@main/database/columns'

export const attachments = sqliteTable(
  'attachments',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    entity: text('entity').notNull(),
    recordId: integer('record_id').notNull(),
    size: integer('size').notNull(),
    hash: text('hash').notNull(),
    personId: integer('person_id').notNull(),
  },
  (table) => [
    index('attachments_record').on(table.entity, table.recordId),
    index('attachments_hash').on(table.hash),
    index('attachments_archived').on(table.archivedAt),
  ],
)
