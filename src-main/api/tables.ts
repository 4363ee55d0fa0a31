// Tables of the mechanism itself: change sets, changes, audit, idempotency keys.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'

export const changeSets = sqliteTable(
  'change_sets',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    path: text('path').notNull(),
    at: integer('at').notNull(),
    personId: integer('person_id').notNull(),
    actorId: integer('actor_id').notNull(),
    device: text('device').notNull(),
    name: text('name').notNull(),
    params: text('params').notNull(),
    undoneById: integer('undone_by_id'),
    undoes: integer('undoes'),
  },
  (table) => [index('change_sets_at').on(table.at), index('change_sets_person').on(table.personId, table.at)],
)

export const changes = sqliteTable(
  'changes',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    changeSetId: integer('change_set_id')
      .notNull()
      .references(() => changeSets.id),
    entity: text('entity').notNull(),
    recordId: integer('record_id').notNull(),
    action: text('action').notNull(),
    diff: text('diff').notNull(),
    version: integer('version').notNull(),
  },
  (table) => [
    index('changes_record').on(table.entity, table.recordId, table.version),
    index('changes_set').on(table.changeSetId),
  ],
)

export const auditLog = sqliteTable(
  'audit_log',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    at: integer('at').notNull(),
    personId: integer('person_id').notNull(),
    actorId: integer('actor_id').notNull(),
    device: text('device').notNull(),
    path: text('path').notNull(),
    outcome: text('outcome').notNull(),
    entity: text('entity'),
    recordId: integer('record_id'),
    changeSetId: integer('change_set_id'),
    detail: text('detail'),
    hash: text('hash').notNull(),
  },
  (table) => [
    index('audit_log_at').on(table.at),
    index('audit_log_person').on(table.personId, table.at),
    index('audit_log_record').on(table.entity, table.recordId),
  ],
)

export const commandKeys = sqliteTable(
  'command_keys',
  {
    id: integer('id').primaryKey(),
    personId: integer('person_id').notNull(),
    key: text('key').notNull(),
    path: text('path').notNull(),
    inputHash: text('input_hash').notNull(),
    output: text('output').notNull(),
    at: integer('at').notNull(),
  },
  (table) => [index('command_keys_key').on(table.personId, table.key), index('command_keys_at').on(table.at)],
)

export const settings = sqliteTable('settings', {
  key: text('key').primaryKey(),
  value: text('value').notNull(),
})

/** How much each person viewed, printed and exported a day. */
export const dailyVolumes = sqliteTable(
  'daily_volumes',
  {
    personId: integer('person_id').notNull(),
    on: text('on').notNull(),
    kind: text('kind').notNull(),
    count: integer('count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.on, table.kind] })],
)
