import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from '@main/database/columns'

export const departments = sqliteTable('departments', {
  ...recordColumns(),
  name: text('name').notNull(),
  parentId: integer('parent_id'),
  headId: integer('head_id'),
  actingHeadId: integer('acting_head_id'),
  sort: integer('sort').notNull().default(0),
})

export const people = sqliteTable(
  'people',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    departmentId: integer('department_id'),
    superiorId: integer('superior_id'),
    position: text('position'),
    phone: text('phone'),
    mail: text('mail'),
    hiredOn: text('hired_on'),
    leftOn: text('left_on'),
    disabled: integer('disabled').notNull().default(0),
    roleIds: text('role_ids').notNull().default('[]'),
    assistantId: integer('assistant_id'),
    login: text('login'),
  },
  (table) => [index('people_login').on(table.login)],
)
