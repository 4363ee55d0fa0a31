import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from '@main/database/columns'

export const tasks = sqliteTable(
  'tasks',
  {
    ...recordColumns(),
    title: text('title').notNull(),
    note: text('note'),
    ownerId: integer('owner_id').notNull(),
    dueOn: text('due_on'),
    done: integer('done').notNull().default(0),
    doneAt: integer('done_at'),
    fromId: integer('from_id').notNull(),
    entity: text('entity'),
    recordId: integer('record_id'),
  },
  (table) => [
    index('tasks_owner').on(table.ownerId, table.done, table.dueOn),
    index('tasks_from').on(table.fromId, table.done),
    index('tasks_record').on(table.entity, table.recordId),
    index('tasks_archived').on(table.archivedAt),
  ],
)
