// A period is a stretch of whole days that people ask figures for.
import { startOfDay } from '@shared/dates'

export const periods = ['thisWeek', 'lastWeek', 'thisMonth', 'lastMonth'] as const
export type Period = (typeof periods)[number]

export interface Stretch {
  /** Epoch ms, inclusive. */
  from: number
  /** Epoch ms, exclusive. */
  to: number
}

/** Weeks begin on Monday. */
export function weekOf(now: number, ago = 0): Stretch {
  const sinceMonday = (new Date(now).getDay() + 6) % 7
  const first = -sinceMonday - 7 * ago
  return { from: startOfDay(now, first), to: startOfDay(now, first + 7) }
}

function monthOf(now: number, ago: number): Stretch {
  const date = new Date(now)
  const first = (months: number): number => new Date(date.getFullYear(), date.getMonth() + months, 1).getTime()
  return { from: first(-ago), to: first(1 - ago) }
}

/** @example stretchOf('thisWeek', Date.now()) */
export function stretchOf(period: Period, now: number): Stretch {
  if (period === 'thisWeek') return weekOf(now)
  if (period === 'lastWeek') return weekOf(now, 1)
  return monthOf(now, period === 'thisMonth' ? 0 : 1)
}
