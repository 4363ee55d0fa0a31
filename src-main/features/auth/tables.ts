import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Apart from people, so that no list, export or history can ever carry a hash. */
export const credentials = sqliteTable('credentials', {
  personId: integer('person_id').primaryKey(),
  login: text('login').notNull().unique(),
  hash: text('hash').notNull(),
  mustChange: integer('must_change').notNull().default(0),
  changedAt: integer('changed_at').notNull(),
})

export const sessions = sqliteTable(
  'sessions',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    tokenHash: text('token_hash').notNull().unique(),
    personId: integer('person_id').notNull(),
    actingForId: integer('acting_for_id'),
    device: text('device').notNull(),
    createdAt: integer('created_at').notNull(),
    lastSeenAt: integer('last_seen_at').notNull(),
    expiresAt: integer('expires_at').notNull(),
    lockedAt: integer('locked_at'),
  },
  (table) => [index('sessions_person').on(table.personId)],
)

/** Failed sign-ins by what was typed and from where; survives a restart so that restarting does not pay. */
export const signInFailures = sqliteTable('sign_in_failures', {
  key: text('key').primaryKey(),
  count: integer('count').notNull(),
  lastAt: integer('last_at').notNull(),
})
