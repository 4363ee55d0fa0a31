import { type Context, handlersOf } from '@main/api/context'
import { createSession, endSession, endSessions } from '@main/api/sessions'
import { readSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'
import { authEndpoints, type SessionInfo } from '@shared/features/auth/endpoints'
import { keepCredential, proves, whoSignsIn } from './credentials'
import { namers, sessionInfo } from './sessionInfo'
import { isSetUp, setUpOffice } from './setUp'

export const authHandlers = handlersOf(authEndpoints, {
  status(ctx) {
    const setUp = isSetUp(ctx)
    return { setUp, signedIn: ctx.user.id !== 0, company: setUp ? readSetting(ctx.db, 'office.company') : null }
  },

  async setUp(ctx, { company, name, login, password, remember = false }) {
    if (isSetUp(ctx)) throw fail('rule', { code: 'alreadySetUp' })
    const hash = await ctx.services.passwords.hash(password)
    const personId = ctx.write((inner) => setUpOffice(inner, { company, name, login, hash }))
    return begin(ctx, personId, remember)
  },

  async signIn(ctx, { login, password, remember = false }) {
    return begin(ctx, await whoSignsIn(ctx, login, password), remember)
  },

  signOut(ctx) {
    endSession(ctx.db, ctx.user.sessionId)
    ctx.services.publisher.endSessions([ctx.user.sessionId])
    ctx.reply.setToken(null, false)
    return {}
  },

  signOutOthers(ctx) {
    const ended = endSessions(ctx.db, ctx.user.actorId, ctx.user.sessionId)
    ctx.services.publisher.endSessions(ended)
    return { ended: ended.length }
  },

  session: (ctx) => sessionInfo(ctx, { personId: ctx.user.id, actorId: ctx.user.actorId }),

  sessions(ctx) {
    const rows = statement<[number, number], { id: number; device: string; createdAt: number; lastSeenAt: number }>(
      ctx.db,
      `SELECT id, device, created_at createdAt, last_seen_at lastSeenAt FROM sessions
       WHERE person_id = ? AND expires_at > ? ORDER BY last_seen_at DESC, id DESC`,
    ).all(ctx.user.actorId, ctx.now)
    return { rows: rows.map((row) => ({ ...row, current: row.id === ctx.user.sessionId })) }
  },

  lock(ctx) {
    statement(ctx.db, 'UPDATE sessions SET locked_at = ? WHERE id = ?').run(ctx.now, ctx.user.sessionId)
    return {}
  },

  async unlock(ctx, { password }) {
    if (ctx.user.id === 0) throw fail('signedOut')
    await proves(ctx, ctx.user.actorId, password, 'wrongUnlockPassword')
    ctx.write(
      (inner) => void statement(inner.db, 'UPDATE sessions SET locked_at = NULL WHERE id = ?').run(ctx.user.sessionId),
    )
    return sessionInfo(ctx, { personId: ctx.user.id, actorId: ctx.user.actorId })
  },

  async changePassword(ctx, { current, next }) {
    const { actorId, sessionId } = ctx.user
    await proves(ctx, actorId, current, 'wrongCurrentPassword')
    if (next === current) throw fail('rule', { code: 'samePassword' })
    const hash = await ctx.services.passwords.hash(next)
    const ended = ctx.write((inner) => {
      statement(inner.db, 'UPDATE credentials SET hash = ?, must_change = 0, changed_at = ? WHERE person_id = ?').run(
        hash,
        inner.now,
        actorId,
      )
      inner.about('people', actorId)
      return endSessions(inner.db, actorId, sessionId)
    })
    ctx.services.publisher.endSessions(ended)
    return {}
  },

  async setLogin(ctx, { personId, login, password, mustChange = true }) {
    guardLoginOf(ctx, personId)
    const hash = await ctx.services.passwords.hash(password)
    const ended = ctx.write((inner) => {
      guardLoginOf(inner, personId)
      keepCredential(inner, { personId, login, hash, mustChange })
      inner.about('people', personId)
      return endSessions(inner.db, personId, personId === ctx.user.actorId ? ctx.user.sessionId : 0)
    })
    ctx.services.publisher.endSessions(ended)
    return {}
  },

  actFor(ctx, { personId }) {
    const { actorId, sessionId } = ctx.user
    const target = personId === actorId ? null : personId
    if (target !== null && !namers(ctx, actorId).includes(target)) throw fail('forbidden')
    statement(ctx.db, 'UPDATE sessions SET acting_for_id = ? WHERE id = ?').run(target, sessionId)
    ctx.about('people', target)
    return sessionInfo(ctx, { personId: target ?? actorId, actorId })
  },
})

/** Opens a session and hands its token to the transport; the one this device had before ends. */
function begin(ctx: Context, personId: number, remember: boolean): SessionInfo {
  const before = ctx.user.sessionId
  const { token } = ctx.write((inner) => {
    endSession(inner.db, before)
    inner.about('people', personId)
    return createSession(inner.db, { personId, device: ctx.device, now: inner.now, remember })
  })
  if (before !== 0) ctx.services.publisher.endSessions([before])
  ctx.reply.setToken(token, remember)
  return sessionInfo(ctx, { personId, actorId: personId })
}

/** Whoever sets a person's password can become that person: only for people with no more rights than one's own. */
function guardLoginOf(ctx: Context, personId: number): void {
  const known = statement(ctx.db, 'SELECT 1 FROM people WHERE id = ? AND archived_at IS NULL').get(personId)
  if (!known) throw fail('notFound')
  if (!ctx.services.rights.covers(ctx.user.id, personId)) throw fail('rule', { code: 'moreThanOwn' })
}
