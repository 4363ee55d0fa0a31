// What is reckoned of many records about one (how many there are, the newest, the keys) is reckoned once, at the end of
// a command that writes many: after each of them it would be reckoned over all of them.
import type { Context } from '@main/api/context'

type Sum = (ctx: Context) => void

/**
 * Reckons now, or at the end of `withLateSums`; `key` says what is reckoned, of which record.
 * @example reckoned(ctx, `contacts/${id}`, (inner) => recount(inner, id))
 */
export function reckoned(ctx: Context, key: string, sum: Sum): void {
  const waiting = ctx.services.lateSums
  if (!waiting) return sum(ctx)
  // one that builds on another was asked for after it
  waiting.delete(key)
  waiting.set(key, sum)
}

/** Runs `work` with a context in which sums wait for its end. */
export function withLateSums<T>(ctx: Context, work: (inner: Context) => T): T {
  const waiting = new Map<string, Sum>()
  const result = work({ ...ctx, services: { ...ctx.services, lateSums: waiting } })
  for (const sum of waiting.values()) sum(ctx)
  return result
}

declare module '@main/api/context' {
  interface Services {
    /** While a command writes many records. */
    lateSums?: Map<string, Sum>
  }
}
