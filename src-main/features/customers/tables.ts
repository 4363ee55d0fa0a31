import { index, integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from '@main/database/columns'

export const customers = sqliteTable(
  'customers',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    shortName: text('short_name'),
    type: text('type').notNull(),
    level: text('level').notNull(),
    source: text('source'),
    sourceNote: text('source_note'),
    industry: text('industry'),
    ownerId: integer('owner_id'),
    tags: text('tags').notNull().default('[]'),
    phone: text('phone'),
    otherPhones: text('other_phones'),
    mail: text('mail'),
    otherMails: text('other_mails'),
    wechat: text('wechat'),
    qq: text('qq'),
    website: text('website'),
    region: text('region'),
    address: text('address'),
    postcode: text('postcode'),
    preferredChannel: text('preferred_channel'),
    preferredTime: text('preferred_time'),
    specialPreference: text('special_preference'),
    paymentMethod: text('payment_method'),
    paymentHabit: text('payment_habit'),
    invoiceTitle: text('invoice_title'),
    taxNumber: text('tax_number'),
    bankName: text('bank_name'),
    bankAccount: text('bank_account'),
    invoiceAddress: text('invoice_address'),
    invoicePhone: text('invoice_phone'),
    headcount: real('headcount'),
    annualRevenue: integer('annual_revenue'),
    foundedOn: text('founded_on'),
    note: text('note'),
    pastAmount: integer('past_amount'),
    potentialAmount: integer('potential_amount'),
    locked: integer('locked').notNull().default(0),
    pooledAt: integer('pooled_at'),
    formerOwnerId: integer('former_owner_id'),
    valueTier: text('value_tier'),
    valueScore: integer('value_score'),
    lastFollowedAt: integer('last_followed_at'),
    lastFollowUpWay: text('last_follow_up_way'),
    lastFollowUp: text('last_follow_up'),
    nextFollowAt: integer('next_follow_at'),
    nextStep: text('next_step'),
    followUpCount: integer('follow_up_count').notNull().default(0),
    contactCount: integer('contact_count').notNull().default(0),
  },
  (table) => [
    // the usual order with the usual filters beside it, so that a walk rarely touches the row itself
    index('customers_updated').on(
      table.updatedAt,
      table.archivedAt,
      table.ownerId,
      table.level,
      table.type,
      table.source,
      table.industry,
      table.region,
      table.lastFollowedAt,
      table.nextFollowAt,
      table.name,
      table.tags,
    ),
    index('customers_last').on(table.lastFollowedAt, table.archivedAt, table.ownerId, table.level, table.type),
    index('customers_next').on(table.nextFollowAt, table.archivedAt, table.ownerId),
    // also answers whom to call today, for some people or for all
    index('customers_owner').on(
      table.ownerId,
      table.archivedAt,
      table.nextFollowAt,
      table.lastFollowedAt,
      table.level,
      table.type,
    ),
    // filters that leave few of all customers start from these, with the usual others beside them
    index('customers_region').on(
      table.region,
      table.archivedAt,
      table.ownerId,
      table.level,
      table.type,
      table.updatedAt,
    ),
    index('customers_industry').on(
      table.industry,
      table.archivedAt,
      table.ownerId,
      table.level,
      table.type,
      table.updatedAt,
    ),
    index('customers_created').on(table.createdAt, table.archivedAt, table.ownerId),
    index('customers_value').on(table.valueScore, table.archivedAt, table.ownerId),
    index('customers_name').on(table.name),
    index('customers_phone').on(table.phone),
    index('customers_tax').on(table.taxNumber),
    index('customers_archived').on(table.archivedAt),
  ],
)

/** Who beside the owner sees or edits a record: its team, and named people until a day. */
export const recordAccess = sqliteTable(
  'record_access',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    entity: text('entity').notNull(),
    recordId: integer('record_id').notNull(),
    personId: integer('person_id').notNull(),
    level: text('level').notNull(),
    kind: text('kind').notNull(),
    untilOn: text('until_on'),
    createdAt: integer('created_at').notNull(),
    createdById: integer('created_by_id').notNull(),
  },
  (table) => [
    index('record_access_person').on(table.personId, table.entity, table.recordId, table.level, table.untilOn),
    index('record_access_record').on(table.entity, table.recordId),
  ],
)

export const stars = sqliteTable(
  'stars',
  {
    personId: integer('person_id').notNull(),
    entity: text('entity').notNull(),
    recordId: integer('record_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.entity, table.recordId] })],
)

/** Every change of a customer's owner: who had it, who has it, when and why. Never changed, never undone. */
export const ownerMoves = sqliteTable(
  'owner_moves',
  {
    id: integer('id').primaryKey({ autoIncrement: true }),
    customerId: integer('customer_id').notNull(),
    at: integer('at').notNull(),
    fromId: integer('from_id'),
    toId: integer('to_id'),
    /** Who did it; 0 for the program itself. */
    byId: integer('by_id').notNull(),
    /** The command that did it. */
    path: text('path').notNull(),
    reason: text('reason'),
  },
  (table) => [
    index('owner_moves_customer').on(table.customerId, table.at),
    index('owner_moves_by').on(table.byId, table.path, table.at),
  ],
)
