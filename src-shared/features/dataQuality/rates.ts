// Rates of putting data right: how many in time, of those whose time is up.
import type { PersonRate } from './endpoints'

export type Counts = Omit<PersonRate, 'personId'>

export const sumOf = (rates: readonly Counts[]): Counts => {
  const sum = { due: 0, inTime: 0, late: 0, open: 0, overdue: 0 }
  for (const rate of rates) for (const key of Object.keys(sum) as (keyof Counts)[]) sum[key] += rate[key] // its own keys
  return sum
}

/** @example inTimeShare({ due: 3, inTime: 2 }) // '67%' */
export const inTimeShare = ({ due, inTime }: Pick<Counts, 'due' | 'inTime'>): string =>
  due === 0 ? '–' : `${Math.round((inTime * 100) / due)}%`
