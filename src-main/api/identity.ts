// Whose call it is: by their session, or as a job of theirs goes on.
import type { Endpoint } from '@shared/api/endpoint'
import { fail } from '@shared/api/errors'
import type { Call, Dispatcher } from './call'
import type { Principal } from './context'
import { noRights, type Rights } from './rights'
import { findSession, mustChangePassword, sessionById, touchSession } from './sessions'

export const anonymous: Principal = { id: 0, actorId: 0, name: '', sessionId: 0, device: '' }
/** All that is served to somebody whose password is still the one they were given. */
const beforeOwnPassword: readonly string[] = ['auth.session', 'auth.changePassword', 'auth.signOut']

/** @throws ApiError signedOut */
export function identify(
  host: Dispatcher,
  endpoint: Endpoint,
  call: Call,
  now: number,
): { user: Principal; rights: Rights } {
  if (call.past) return inThePast(host, call.past, call.device)
  const session =
    call.session === undefined ? findSession(host.db, call.token, now) : sessionById(host.db, call.session, now)
  if (session) touchSession(host.db, session, now)
  if (session && (session.lockedAt === null || endpoint.permission === 'public' || call.path === 'auth.signOut')) {
    const id = session.actingForId ?? session.personId
    const name = session.actingForName ?? session.name
    const user = { id, actorId: session.personId, name, sessionId: session.id, device: session.device }
    return { user, rights: host.services.rights.of(id, session.personId) }
  }
  if (endpoint.permission !== 'public') throw fail('signedOut', session ? { code: 'locked' } : {})
  return { user: { ...anonymous, device: call.device }, rights: noRights }
}

function inThePast(
  host: Dispatcher,
  { personId }: { personId: number },
  device: string,
): { user: Principal; rights: Rights } {
  return {
    user: { id: personId, actorId: personId, name: '', sessionId: 0, device },
    rights: host.services.rights.of(personId),
  }
}

export function guardOwnPassword(host: Dispatcher, { permission }: Endpoint, call: Call, user: Principal): void {
  if (permission === 'public' || user.sessionId === 0 || beforeOwnPassword.includes(call.path)) return
  if (mustChangePassword(host.db, user.actorId)) throw fail('forbidden', { code: 'mustChangePassword' })
}
