// The days one agrees on most often, seen from today.
import { dayMs, startOfDay } from '@renderer/i18n/times'

export type NextDay = 'tomorrow' | 'friday' | 'nextMonday' | 'pick' | 'none'

const morning = 9 * 3_600_000

/** Days ahead until the weekday (1 Monday … 7 Sunday), never today. */
const until = (now: number, weekday: number): number => {
  const today = new Date(now).getDay() || 7
  return weekday > today ? weekday - today : weekday - today + 7
}

/** The instant of a choice: nine o'clock of that day. */
export function instantOf(day: Exclude<NextDay, 'pick' | 'none'>, now = Date.now()): number {
  const ahead = day === 'tomorrow' ? 1 : day === 'friday' ? until(now, 5) : until(now, 1)
  // noon keeps the day right where clocks change
  return startOfDay(startOfDay(now) + ahead * dayMs + dayMs / 2) + morning
}
