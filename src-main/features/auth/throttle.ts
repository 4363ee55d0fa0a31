// Guessing passwords must not pay. Every try is counted before its password is even looked at, so that a
// hundred tries at once count as a hundred; the count is taken back when the password was right.
import { createHash } from 'node:crypto'
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'

const freeTries = 5
const firstDelay = 5000
/** Longest wait. In front of the host's own computer it stays small: nobody can lock the owner out there. */
const longest = { away: 15 * 60_000, local: 10_000 }
const forgottenAfter = 24 * 3_600_000

/** Logins differ neither by case nor by width. */
export const loginKey = (login: string): string => login.trim().normalize('NFKC').toLowerCase()

// what was typed may be a password in the wrong box: only its hash is kept
const hidden = (text: string): string => createHash('sha256').update(text).digest('base64url')

/** The address behind a device's description; a program can call itself anything. */
const placeOf = (device: string): string => device.split(' · ').at(-1) ?? device

interface Keys {
  account: string
  device: string | null
  /** What this device added to both: taken back when it gets in. */
  pair: string | null
}

function keysOf(ctx: Context, device: string, login: string): Keys {
  const account = hidden(loginKey(login))
  if (ctx.local) return { account: `local:${account}`, device: null, pair: null }
  const place = hidden(placeOf(device))
  return { account: `account:${account}`, device: `device:${place}`, pair: `pair:${place}:${account}` }
}

const delayAfter = (count: number, cap: number): number =>
  count < freeTries ? 0 : Math.min(cap, firstDelay * 2 ** Math.min(30, count - freeTries))

const failuresOf = (ctx: Context, key: string): { count: number; lastAt: number } =>
  statement<[string], { count: number; lastAt: number }>(
    ctx.db,
    'SELECT count, last_at lastAt FROM sign_in_failures WHERE key = ?',
  ).get(key) ?? { count: 0, lastAt: 0 }

/**
 * Counts a try and throws `throttled` with the seconds left when it comes too early.
 * Returns what to call when the password was right.
 */
export function countTry(ctx: Context, device: string, login: string): () => void {
  const keys = keysOf(ctx, device, login)
  const named = [keys.account, keys.device, keys.pair].filter((key) => key !== null)
  ctx.db
    .transaction(() => {
      statement(ctx.db, 'DELETE FROM sign_in_failures WHERE last_at < ?').run(ctx.now - forgottenAfter)
      const cap = ctx.local ? longest.local : longest.away
      const waits = [keys.account, keys.device].map((key) => waitFor(ctx, key, cap))
      const wait = Math.max(...waits)
      if (wait > 0) throw fail('throttled', { params: { seconds: Math.ceil(wait / 1000) } })
      for (const key of named)
        statement(
          ctx.db,
          `INSERT INTO sign_in_failures (key, count, last_at) VALUES (?, 1, ?)
           ON CONFLICT (key) DO UPDATE SET count = count + 1, last_at = excluded.last_at`,
        ).run(key, ctx.now)
    })
    .immediate()
  return () => takeBack(ctx, keys)
}

function waitFor(ctx: Context, key: string | null, cap: number): number {
  if (key === null) return 0
  const { count, lastAt } = failuresOf(ctx, key)
  // a clock that was set back must not lock anybody out
  return Math.min(cap, lastAt + delayAfter(count, cap) - ctx.now)
}

/** The right password clears the account, and of the device only what was tried for this account. */
function takeBack(ctx: Context, { account, device, pair }: Keys): void {
  ctx.db
    .transaction(() => {
      if (device !== null && pair !== null)
        statement(ctx.db, 'UPDATE sign_in_failures SET count = max(0, count - ?) WHERE key = ?').run(
          failuresOf(ctx, pair).count,
          device,
        )
      for (const key of [account, pair]) statement(ctx.db, 'DELETE FROM sign_in_failures WHERE key = ?').run(key)
    })
    .immediate()
}
