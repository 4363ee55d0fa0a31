import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'

/** About as long as a piece of work takes, so that calls meanwhile find the host free half of the time. */
const restMs = 20

/** Between pieces of work that nobody waits for. */
export const rest = (): Promise<void> => wait(restMs)

/** Between pieces of work that somebody waits for: others are served, and it goes on at once. */
export const breath = (): Promise<void> => turn()

/** Long enough to be worth a rest, short enough that a call which comes in between does not notice. */
const sliceMs = 12

/**
 * Cuts work over many small things into slices.
 * @example const slice = slices(() => job.breathe()); for (const row of rows) { take(row); if (slice.isOver()) await slice.next() }
 */
export function slices(breathe: () => Promise<void>) {
  let until = performance.now() + sliceMs
  return {
    /** Asked after each thing, so it must not cost a turn. */
    isOver: (): boolean => performance.now() >= until,
    async next(): Promise<void> {
      await breathe()
      until = performance.now() + sliceMs
    },
  }
}
