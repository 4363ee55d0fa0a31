// A birthday is month and day of the calendar it is kept in, the year only when it is known: '1980-05-12', '--05-12'.
import { twoDigits } from '@shared/dates'

/** The fields that say how a birthday is meant. */
export const besideBirthday = (key: string): [calendar: string, leapMonth: string] => [
  `${key}Calendar`,
  `${key}LeapMonth`,
]

export interface BirthdayParts {
  year: number | null
  month: number | null
  day: number | null
}

export function readBirthday(value: string | null): BirthdayParts {
  const found = /^(\d{4}|-)-(\d{2})-(\d{2})$/u.exec(value ?? '')
  if (!found) return { year: null, month: null, day: null }
  return { year: found[1] === '-' ? null : Number(found[1]), month: Number(found[2]), day: Number(found[3]) }
}

/** Null for nothing at all. What lacks its month or day is written with a gap: no birthday, so that saving says so. */
export function writeBirthday({ year, month, day }: BirthdayParts): string | null {
  if (year === null && month === null && day === null) return null
  const part = (value: number | null): string => (value === null ? '' : twoDigits(value))
  return `${year === null ? '-' : String(year).padStart(4, '0')}-${part(month)}-${part(day)}`
}
