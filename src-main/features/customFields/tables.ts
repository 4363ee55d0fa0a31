import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from '@main/database/columns'

/** How the form of an entity is laid out: for everybody, or for those who have a role. */
export const fieldLayouts = sqliteTable('field_layouts', {
  ...recordColumns(),
  entity: text('entity').notNull(),
  roleId: integer('role_id'),
  /** JSON: groups with their fields, and fields left out. */
  body: text('body').notNull().default('{}'),
})

/** What a follow-up of one way asks for. */
export const followUpTemplates = sqliteTable('follow_up_templates', {
  ...recordColumns(),
  way: text('way').notNull(),
  skeleton: text('skeleton'),
  fields: text('fields').notNull().default('[]'),
})
