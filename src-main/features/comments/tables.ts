import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from '@main/database/columns'

export const comments = sqliteTable(
  'comments',
  {
    ...recordColumns(),
    text: text('text').notNull(),
    entity: text('entity').notNull(),
    recordId: integer('record_id').notNull(),
    personId: integer('person_id').notNull(),
    rootId: integer('root_id'),
    coachedId: integer('coached_id'),
    toId: integer('to_id'),
    seenAt: integer('seen_at'),
    taskId: integer('task_id'),
  },
  (table) => [
    index('comments_record').on(table.entity, table.recordId),
    index('comments_to').on(table.toId, table.seenAt),
    index('comments_archived').on(table.archivedAt),
  ],
)
