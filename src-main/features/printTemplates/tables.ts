import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from '@main/database/columns'

export const printTemplates = sqliteTable(
  'print_templates',
  {
    ...recordColumns(),
    kind: text('kind').notNull(),
    name: text('name').notNull(),
    standard: integer('standard').notNull().default(0),
    body: text('body').notNull(),
  },
  (table) => [index('print_templates_archived').on(table.archivedAt, table.kind)],
)
