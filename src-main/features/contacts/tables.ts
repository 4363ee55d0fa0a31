import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { recordColumns } from '@main/database/columns'

export const contacts = sqliteTable(
  'contacts',
  {
    ...recordColumns(),
    name: text('name').notNull(),
    customerId: integer('customer_id').notNull(),
    post: text('post'),
    department: text('department'),
    decisionRole: text('decision_role'),
    superiorId: integer('superior_id'),
    isPrimary: integer('is_primary').notNull().default(0),
    isActive: integer('is_active').notNull().default(1),
    leftOn: text('left_on'),
    successorId: integer('successor_id'),
    phone: text('phone'),
    otherPhones: text('other_phones'),
    mail: text('mail'),
    otherMails: text('other_mails'),
    wechat: text('wechat'),
    qq: text('qq'),
    address: text('address'),
    gender: text('gender'),
    birthday: text('birthday'),
    /** 'MM-DD', whatever the year. */
    birthdayMonthDay: text('birthday_month_day').generatedAlwaysAs(sql`substr(birthday, -5)`, { mode: 'virtual' }),
    birthdayCalendar: text('birthday_calendar'),
    birthdayLeapMonth: integer('birthday_leap_month').notNull().default(0),
    hometown: text('hometown'),
    interests: text('interests'),
    family: text('family'),
    note: text('note'),
  },
  (table) => [
    index('contacts_customer').on(table.customerId, table.archivedAt),
    index('contacts_updated').on(table.updatedAt, table.archivedAt, table.customerId),
    index('contacts_name').on(table.name),
    index('contacts_phone').on(table.phone),
    index('contacts_archived').on(table.archivedAt),
    index('contacts_successor').on(table.successorId),
    index('contacts_superior').on(table.superiorId),
    index('contacts_birthday').on(table.birthdayMonthDay),
  ],
)
