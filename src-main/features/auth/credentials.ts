// A credential is a login and the hash of its password. It never leaves this room.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { setComputed } from '@main/records/write'
import { fail } from '@shared/api/errors'
import { dayOf } from '@shared/dates'
import { atWork } from './sessionInfo'
import { countTry, loginKey } from './throttle'

interface Credential {
  personId: number
  login: string
  hash: string
}

const columns = 'c.person_id personId, c.login, c.hash'

/** The credential of somebody who may sign in today. */
const byLogin = (ctx: Context, login: string): Credential | undefined =>
  statement<[string, string], Credential>(
    ctx.db,
    `SELECT ${columns} FROM credentials c JOIN people p ON p.id = c.person_id WHERE c.login = ? AND ${atWork}`,
  ).get(loginKey(login), dayOf(ctx.now))

export const credentialOf = (ctx: Context, personId: number): Credential | undefined =>
  statement<[number], Credential>(ctx.db, `SELECT ${columns} FROM credentials c WHERE c.person_id = ?`).get(personId)

/** Who it is, or `rule: wrongPassword`, the same for a login that does not exist. Throws `throttled` before any hashing. */
export async function whoSignsIn(ctx: Context, login: string, password: string): Promise<number> {
  const wasRight = countTry(ctx, ctx.device, login)
  const found = byLogin(ctx, login)
  const right = await ctx.services.passwords.verify(password, found?.hash ?? null)
  if (!found || !right) throw fail('rule', { code: 'wrongPassword' })
  wasRight()
  return found.personId
}

/** Whether the person knows their password; guessing counts as at sign-in. */
export async function proves(
  ctx: Context,
  personId: number,
  password: string,
  code: 'wrongUnlockPassword' | 'wrongCurrentPassword',
): Promise<void> {
  const found = credentialOf(ctx, personId)
  const wasRight = countTry(ctx, ctx.device, found?.login ?? `person ${personId}`)
  if (!(await ctx.services.passwords.verify(password, found?.hash ?? null))) throw fail('rule', { code })
  wasRight()
}

interface NewCredential {
  personId: number
  login: string
  hash: string
  mustChange: boolean
}

/** Inside a transaction. Throws `rule: loginTaken`. */
export function keepCredential(ctx: Context, { personId, login, hash, mustChange }: NewCredential): void {
  const key = loginKey(login)
  const taken = statement(ctx.db, 'SELECT 1 FROM credentials WHERE login = ? AND person_id <> ?').get(key, personId)
  if (taken) throw fail('rule', { code: 'loginTaken' })
  statement(
    ctx.db,
    `INSERT INTO credentials (person_id, login, hash, must_change, changed_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (person_id) DO UPDATE SET login = excluded.login, hash = excluded.hash, must_change = excluded.must_change, changed_at = excluded.changed_at`,
  ).run(personId, key, hash, mustChange ? 1 : 0, ctx.now)
  setComputed(ctx, ctx.services.entities.get('people'), personId, { login })
}
