// Daily work of the host itself: done at an hour of the night, or after the start where the last night was missed.
import type { Dispatcher } from '@main/api/dispatch'
import { readSetting, writeSetting } from '@main/api/settings'
import type { Db } from '@main/database/open'
import { startOfDay } from '@shared/dates'

export interface DailyWork {
  name: string
  /** After each start too, whenever the last night was: what an update has left to do. */
  atStart?: boolean
  run(host: Dispatcher, signal: AbortSignal): Promise<unknown>
}

/** The first customers shall be on screen before. */
const firstAfterMs = 60_000
const lookMs = 60_000

/**
 * Whether the work of the last night is still to be done.
 * @example isNightDue(now, { hour: 2, doneAt: 0 }) // true
 */
export function isNightDue(now: number, { hour, doneAt }: { hour: number; doneAt: number }): boolean {
  const today = atHour(startOfDay(now), hour)
  return doneAt < (now >= today ? today : atHour(startOfDay(now, -1), hour))
}

/** When the work is next done, where none is owed. */
export function nextNight(now: number, hour: number): number {
  const today = atHour(startOfDay(now), hour)
  return now < today ? today : atHour(startOfDay(now, 1), hour)
}

/** Another hour of the night is set: the next night is at the next such hour, not at once; one still owed stays owed. */
export function changeNightHour(db: Db, now: number, { from, to }: { from: number; to: number }): void {
  if (from === to) return
  const owed = isNightDue(now, { hour: from, doneAt: readSetting(db, 'jobs.nightDoneAt') })
  writeSetting(db, 'jobs.nightDoneAt', owed ? 0 : now)
}

/** By the clock on the wall: a day on which clocks change has an hour more or less before it. */
const atHour = (midnight: number, hour: number): number => new Date(midnight).setHours(hour)

/** Starts it; gives the way to stop it. What fails is logged and tried again the next day. */
export function startDaily(host: Dispatcher, works: readonly DailyWork[]): () => Promise<void> {
  const stop = new AbortController()
  let running: Promise<void> | null = null
  const runAll = async (some: readonly DailyWork[]): Promise<void> => {
    for (const { name, run } of some)
      if (!stop.signal.aborted)
        await run(host, stop.signal).catch((error: unknown) =>
          host.services.log.error('daily work failed', { name, error: String(error) }),
        )
  }
  const night = async (): Promise<void> => {
    const began = host.clock()
    await runAll(works)
    // stopped on the way: it goes on after the next start
    const doneAt = Math.max(began, readSetting(host.db, 'jobs.nightDoneAt'))
    if (!stop.signal.aborted) writeSetting(host.db, 'jobs.nightDoneAt', doneAt)
  }
  const look = (): void => {
    const { nightHour: hour } = readSetting(host.db, 'pool.settings')
    if (running || !isNightDue(host.clock(), { hour, doneAt: readSetting(host.db, 'jobs.nightDoneAt') })) return
    begin(night())
  }
  const begin = (work: Promise<void>): void => {
    running = work
      .catch((error: unknown) => host.services.log.error('night not noted', { error: String(error) }))
      .finally(() => (running = null))
  }
  const first = setTimeout(() => {
    begin(runAll(works.filter(({ atStart }) => atStart)))
    void running?.then(look)
  }, firstAfterMs)
  const looking = setInterval(look, lookMs)
  first.unref()
  looking.unref()
  return async () => {
    stop.abort()
    clearTimeout(first)
    clearInterval(looking)
    await running
  }
}
