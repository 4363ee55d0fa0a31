import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** What makes customers alike (src-main/duplicates/keys.ts), for every customer that is not in the recycle bin. */
export const duplicateKeys = sqliteTable(
  'duplicate_keys',
  { key: text('key').notNull(), customerId: integer('customer_id').notNull() },
  (table) => [
    primaryKey({ columns: [table.key, table.customerId] }),
    index('duplicate_keys_customer').on(table.customerId),
  ],
)

/** Two customers that may be one, as the last scan found them; the smaller id first. */
export const duplicatePairs = sqliteTable(
  'duplicate_pairs',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    firstId: integer('first_id').notNull(),
    secondId: integer('second_id').notNull(),
    score: real('score').notNull(),
    /** JSON list of reasons. */
    reasons: text('reasons').notNull(),
    /** The scan that saw it last. */
    foundAt: integer('found_at').notNull(),
    /** Somebody said that these are two. */
    dismissedAt: integer('dismissed_at'),
    dismissedById: integer('dismissed_by_id'),
  },
  (table) => [
    index('duplicate_pairs_first').on(table.firstId, table.secondId),
    index('duplicate_pairs_second').on(table.secondId),
    index('duplicate_pairs_score').on(table.dismissedAt, table.score),
  ],
)

/** Into which customer one of the recycle bin was merged. */
export const customerMerges = sqliteTable(
  'customer_merges',
  {
    goneId: integer('gone_id').primaryKey(),
    intoId: integer('into_id').notNull(),
    at: integer('at').notNull(),
    byId: integer('by_id').notNull(),
    changeSetId: integer('change_set_id').notNull(),
    /** JSON list of people who starred the gone one only: an undo takes their star of the other back. */
    stars: text('stars').notNull().default('[]'),
  },
  (table) => [index('customer_merges_into').on(table.intoId)],
)
