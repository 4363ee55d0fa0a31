import { sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from '@main/database/columns'

export const roles = sqliteTable('roles', {
  ...recordColumns(),
  name: text('name').notNull(),
  note: text('note'),
  builtIn: text('built_in'),
  grants: text('grants').notNull().default('{}'),
  fieldRights: text('field_rights').notNull().default('{}'),
})
