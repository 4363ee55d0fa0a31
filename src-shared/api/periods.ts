// Stretches of time as people name them, seen from today. A week begins on Monday.

export const periods = [
  'yesterday',
  'today',
  'tomorrow',
  'lastWeek',
  'thisWeek',
  'nextWeek',
  'lastMonth',
  'thisMonth',
  'nextMonth',
  'lastQuarter',
  'thisQuarter',
  'nextQuarter',
  'lastYear',
  'thisYear',
  'nextYear',
] as const
export type Period = (typeof periods)[number]

export const isPeriod = (value: unknown): value is Period => periods.some((one) => one === value)

/** Which stretch, and how many of them from the present one. */
const meant: Record<Period, readonly ['day' | 'week' | 'month' | 'quarter' | 'year', number]> = {
  yesterday: ['day', -1],
  today: ['day', 0],
  tomorrow: ['day', 1],
  lastWeek: ['week', -1],
  thisWeek: ['week', 0],
  nextWeek: ['week', 1],
  lastMonth: ['month', -1],
  thisMonth: ['month', 0],
  nextMonth: ['month', 1],
  lastQuarter: ['quarter', -1],
  thisQuarter: ['quarter', 0],
  nextQuarter: ['quarter', 1],
  lastYear: ['year', -1],
  thisYear: ['year', 0],
  nextYear: ['year', 1],
}

/**
 * From the first midnight to the midnight after the last day, in the computer's own time zone.
 * @example rangeOf('thisMonth', now) // [1 November 0:00, 1 December 0:00]
 */
export function rangeOf(period: Period, now: number): readonly [from: number, until: number] {
  const [unit, offset] = meant[period]
  const at = new Date(now)
  const [year, month, day] = [at.getFullYear(), at.getMonth(), at.getDate()]
  const start = (by: number): number => {
    switch (unit) {
      case 'day':
        return new Date(year, month, day + by).getTime()
      case 'week':
        return new Date(year, month, day - ((at.getDay() + 6) % 7) + 7 * by).getTime()
      case 'month':
        return new Date(year, month + by, 1).getTime()
      case 'quarter':
        return new Date(year, month - (month % 3) + 3 * by, 1).getTime()
      case 'year':
        return new Date(year + by, 0, 1).getTime()
    }
  }
  return [start(offset), start(offset + 1)]
}
