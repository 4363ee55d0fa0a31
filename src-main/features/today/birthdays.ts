// Contacts with a birthday in the days to come, by either calendar.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { seesField } from '@main/records/masks'
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

const sql = (owners: readonly number[]): string => `SELECT c.id contactId, c.customer_id customerId
  FROM contacts c INDEXED BY contacts_birthday CROSS JOIN customers t ON t.id = c.customer_id
  WHERE c.birthday_month_day = ? AND coalesce(c.birthday_calendar, 'solar') = ? AND (c.birthday_calendar IS NOT 'lunar' OR c.birthday_leap_month = ?)
    AND c.archived_at IS NULL AND c.is_active = 1 AND t.archived_at IS NULL AND t.owner_id IN (${owners.join(',')}) ORDER BY c.id`

/** Soonest first. */
export function birthdaysSoon(ctx: Context, owners: readonly number[]): BirthdayLine[] {
  const needed = ['birthday', 'birthdayCalendar', 'birthdayLeapMonth', 'isActive', 'customerId']
  if (!ctx.rights.can('contacts.view') || !needed.every((field) => seesField(ctx, 'contacts', field))) return []
  const find = statement<unknown[], Pick<BirthdayLine, 'contactId' | 'customerId'>>(ctx.db, sql(owners))
  const lines: BirthdayLine[] = []
  for (let days = 0; days <= daysAhead; days++) {
    const at = startOfDay(ctx.now, days)
    for (const key of birthdaysOn(at))
      for (const found of find.all(key.monthDay, key.calendar, Number(key.leapMonth)))
        lines.push({ ...found, days, at })
  }
  return lines
}
