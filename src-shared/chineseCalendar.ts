// The lunar calendar beside the solar one: on which day a birthday is kept, and whose is kept on a day.
import { twoDigits } from '@shared/dates'
import { LunarDay, LunarMonth, LunarYear, SolarDay, SolarMonth } from 'tyme4ts'

export interface Birthday {
  /** 'YYYY-MM-DD' or '--MM-DD' in the calendar named. */
  birthday: string
  calendar: 'solar' | 'lunar'
  /** Born in a leap month of the lunar calendar. */
  leapMonth?: boolean
}

/** Month and day by which birthdays kept on one certain day are found. */
export interface BirthdayKey {
  calendar: 'solar' | 'lunar'
  /** 'MM-DD'. */
  monthDay: string
  /** lunar: whether it means those born in a leap month. */
  leapMonth: boolean
}

const monthDay = (month: number, day: number): string => `${twoDigits(month)}-${twoDigits(day)}`
const solarDay = (at: number): SolarDay => {
  const date = new Date(at)
  return SolarDay.fromYmd(date.getFullYear(), date.getMonth() + 1, date.getDate())
}

/**
 * The birthdays kept on the day of `at` (epoch ms). Who was born on a day that this year lacks keeps the last of the month;
 * who was born in a leap month keeps the plain one in years without it.
 */
export function birthdaysOn(at: number): readonly BirthdayKey[] {
  const day = solarDay(at)
  const name = day.toString()
  // home pages ask for the same few days all day long, and the moon takes long to reckon
  const known = keysOfDays.get(name)
  if (known) return known
  const keys = [...solarKeys(day), ...lunarKeys(day.getLunarDay())]
  if (keysOfDays.size >= daysKept) keysOfDays.clear()
  keysOfDays.set(name, keys)
  return keys
}

const keysOfDays = new Map<string, readonly BirthdayKey[]>()
const daysKept = 60

function solarKeys(day: SolarDay): BirthdayKey[] {
  const [month, date] = [day.getMonth(), day.getDay()]
  const keys: BirthdayKey[] = [{ calendar: 'solar', monthDay: monthDay(month, date), leapMonth: false }]
  const lacksTheLast = month === 2 && date === 28 && day.getSolarMonth().getDayCount() === 28
  return lacksTheLast ? [...keys, { calendar: 'solar', monthDay: '02-29', leapMonth: false }] : keys
}

function lunarKeys(day: LunarDay): BirthdayKey[] {
  const month = day.getLunarMonth()
  const number = Math.abs(month.getMonthWithLeap())
  const dates = day.getDay() === 29 && month.getDayCount() === 29 ? [29, 30] : [day.getDay()]
  const hasLeap = month.getLunarYear().getLeapMonth() === number
  const born = month.isLeap() ? [true] : hasLeap ? [false] : [false, true]
  return dates.flatMap((date) =>
    born.map((leapMonth): BirthdayKey => ({ calendar: 'lunar', monthDay: monthDay(number, date), leapMonth })),
  )
}

export interface NextBirthday {
  /** 'YYYY-MM-DD' of the solar calendar. */
  on: string
  /** Days from today; 0 is today. */
  days: number
  /** The age reached, by the calendar of the birthday; null when the year is not known. */
  age: number | null
}

/** The next day a birthday is kept, today included; null for a text that is none. */
export function nextBirthday({ birthday, calendar, leapMonth = false }: Birthday, today: number): NextBirthday | null {
  const parts = /^(?:(\d{4})|-)-(\d{2})-(\d{2})$/.exec(birthday)
  if (!parts) return null
  const [month, date] = [Number(parts[2]), Number(parts[3])]
  const now = solarDay(today)
  const firstYear = calendar === 'solar' ? now.getYear() : now.getLunarDay().getYear()
  for (const year of [firstYear, firstYear + 1]) {
    const kept = calendar === 'solar' ? solarIn(year, month, date) : lunarIn(year, month, date, leapMonth)
    const days = kept.subtract(now)
    if (days >= 0)
      return {
        on: `${kept.getYear()}-${monthDay(kept.getMonth(), kept.getDay())}`,
        days,
        age: parts[1] ? year - Number(parts[1]) : null,
      }
  }
  return null
}

const solarIn = (year: number, month: number, date: number): SolarDay =>
  SolarDay.fromYmd(year, month, Math.min(date, SolarMonth.fromYm(year, month).getDayCount()))

function lunarIn(year: number, month: number, date: number, leapMonth: boolean): SolarDay {
  const number = leapMonth && LunarYear.fromYear(year).getLeapMonth() === month ? -month : month
  const last = LunarMonth.fromYm(year, number).getDayCount()
  return LunarDay.fromYmd(year, number, Math.min(date, last)).getSolarDay()
}
