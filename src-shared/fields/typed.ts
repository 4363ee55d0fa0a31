// Days, moments and numbers as people type them into a field. Null: it cannot be read, and must not be guessed.
import { twoDigits } from '@shared/dates'

/** 2026-1-5, 2026/1/5, 2026.1.5, 2026年1月5日, 26-1-5; 1-5 and 1月5日 are of this year. */
const parted = /^(?:(\d{4}|\d{2})\s*[-/.年]\s*)?(\d{1,2})\s*[-/.月]\s*(\d{1,2})[日号]?$/u
const compact = /^(\d{4})(\d{2})(\d{2})$/u
const clock = /^(\d{1,2})\s*[:时点]\s*(\d{1,2})?\s*分?$/u

const plain = (typed: string): string => typed.normalize('NFKC').trim()

/** @example typedDay('2026/1/5', '2026-11-29') // '2026-01-05' */
export function typedDay(typed: string, today: string): string | null {
  const text = plain(typed)
  const [, year = today.slice(0, 4), month, day] = compact.exec(text) ?? parted.exec(text) ?? []
  if (!month || !day) return null
  const full = year.length === 2 ? 2000 + Number(year) : Number(year)
  const date = new Date(Date.UTC(full, Number(month) - 1, Number(day)))
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day) && full >= 1000
  return real ? `${full}-${twoDigits(Number(month))}-${twoDigits(Number(day))}` : null
}

/** Whether it is a day in full. @example isDay('2026-01-05') */
export const isDay = (value: string): boolean => typedDay(value, value) === value
/** The same of what may be left empty. */
export const isDayOrNone = (value: string | null): boolean => value === null || isDay(value)

/** Epoch ms in the computer's own zone; nine in the morning when no time is typed. */
export function typedMoment(typed: string, today: string): number | null {
  const text = plain(typed)
  const [whole = '', time] = /[\sT日号](\d{1,2}\s*[:时点].*)$/u.exec(text) ?? []
  const day = typedDay(
    time ? text.slice(0, text.length - whole.length) + (/^[日号]/u.exec(whole)?.[0] ?? '') : text,
    today,
  )
  if (day === null) return null
  const [, hour = '', minute = '0'] = time ? (clock.exec(time) ?? []) : ['', '9']
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null
  return new Date(`${day}T${twoDigits(Number(hour))}:${twoDigits(Number(minute))}:00`).getTime()
}

/** @example typedNumber('1,234.5') // 1234.5 */
export function typedNumber(typed: string): number | null {
  const text = plain(typed).replace(/[,\s]/gu, '')
  return /^-?(?:\d+(?:\.\d+)?|\.\d+)$/u.test(text) ? Number(text) : null
}
