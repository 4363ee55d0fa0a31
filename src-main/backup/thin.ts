// Which backups stay: many of today, fewer of long ago.
import type { BackupReason } from '@shared/features/backup/reasons'

export interface Dated {
  name: string
  createdAt: number
  reason: BackupReason
}

export const thinning = { days: 14, weeks: 8, months: 12, least: 3, safety: 3, safetyDays: 14, recentHours: 2 } as const

const hour = 3_600_000
const day = 24 * hour

/**
 * The names that may go. Kept: the newest of each of the last 14 days, 8 weeks and 12 months that have one,
 * the newest 3, all of the last two hours, the newest 3 made by hand or before a dangerous step in 14 days, and the
 * last one from before the sample company, the way back to one's own office.
 * Days are those of the computer's own time.
 */
export function superfluous(backups: readonly Dated[], now: number): string[] {
  const newestFirst = [...backups].sort((a, b) => b.createdAt - a.createdAt)
  const kept = new Set([
    ...newestFirst.slice(0, thinning.least),
    ...newestFirst.filter(({ createdAt }) => now - createdAt < thinning.recentHours * hour),
    ...newestOfEach(newestFirst, dayOf, thinning.days),
    ...newestOfEach(newestFirst, weekOf, thinning.weeks),
    ...newestOfEach(newestFirst, monthOf, thinning.months),
    ...newestFirst
      .filter(({ reason, createdAt }) => reason !== 'schedule' && now - createdAt < thinning.safetyDays * day)
      .slice(0, thinning.safety),
    ...newestFirst.filter(({ reason }) => reason === 'beforeDemo').slice(0, 1),
  ])
  return newestFirst.filter((backup) => !kept.has(backup)).map(({ name }) => name)
}

function newestOfEach(newestFirst: readonly Dated[], periodOf: (at: number) => string, count: number): Dated[] {
  const newest = new Map<string, Dated>()
  for (const backup of newestFirst) {
    const period = periodOf(backup.createdAt)
    if (!newest.has(period)) newest.set(period, backup)
    if (newest.size > count) {
      newest.delete(period)
      break
    }
  }
  return [...newest.values()]
}

export function dayOf(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth() + 1}-${date.getDate()}`
}

/** The day of the week's Monday. */
export function weekOf(at: number): string {
  const date = new Date(at)
  const monday = date.getDate() - ((date.getDay() + 6) % 7)
  return dayOf(new Date(date.getFullYear(), date.getMonth(), monday, 12).getTime())
}

export function monthOf(at: number): string {
  const date = new Date(at)
  return `${date.getFullYear()}-${date.getMonth() + 1}`
}
