import { setImmediate as turn, setTimeout as wait } from 'node:timers/promises'

/** About as long as a piece of work takes, so that calls meanwhile find the host free half of the time. */
const restMs = 20

/** Between pieces of work that nobody waits for. */
export const rest = (): Promise<void> => wait(restMs)

/** Between pieces of work that somebody waits for: others are served, and it goes on at once. */
export const breath = (): Promise<void> => turn()
