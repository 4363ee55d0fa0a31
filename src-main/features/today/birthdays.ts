// Contacts with a birthday in the days to come, by either calendar.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { seesField } from '@main/records/masks'
import { scope } from '@main/records/scope'
import { birthdaysOn } from '@shared/chineseCalendar'
import { startOfDay } from '@shared/dates'

const daysAhead = 7

export interface BirthdayLine {
  contactId: number
  customerId: number
  /** Days to go; 0 is today. */
  days: number
  at: number
}

const sql = (owners: readonly number[], seen: string): string => `SELECT c.id contactId, c.customer_id customerId
  FROM contacts c INDEXED BY contacts_birthday CROSS JOIN customers t ON t.id = c.customer_id
  WHERE c.birthday_month_day = ? AND coalesce(c.birthday_calendar, 'solar') = ? AND (c.birthday_calendar IS NOT 'lunar' OR c.birthday_leap_month = ?)
    AND c.archived_at IS NULL AND c.is_active = 1 AND t.archived_at IS NULL AND t.owner_id IN (${owners.join(',')}) AND ${seen} ORDER BY c.id`

/** Soonest first, of contacts in sight. */
export function birthdaysSoon(ctx: Context, owners: readonly number[]): BirthdayLine[] {
  const needed = ['birthday', 'birthdayCalendar', 'birthdayLeapMonth', 'isActive', 'customerId']
  if (!ctx.rights.can('contacts.view') || !needed.every((field) => seesField(ctx, 'contacts', field))) return []
  const seen = scope(ctx, ctx.services.entities.get('contacts'), 'read', 'c')
  const find = statement<unknown[], Pick<BirthdayLine, 'contactId' | 'customerId'>>(ctx.db, sql(owners, seen.sql))
  const lines: BirthdayLine[] = []
  for (let days = 0; days <= daysAhead; days++) {
    const at = startOfDay(ctx.now, days)
    for (const key of birthdaysOn(at))
      for (const found of find.all(key.monthDay, key.calendar, Number(key.leapMonth), ...seen.params))
        lines.push({ ...found, days, at })
  }
  return lines
}
