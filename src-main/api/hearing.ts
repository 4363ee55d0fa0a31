// Which changes a session may hear of: the listener that a transport gives to the publisher.
import { visibleIds } from '@main/records/read'
import { fail } from '@shared/api/errors'
import type { ChangeEvent } from '@shared/api/events'
import { permissionOf } from '@shared/permissions'
import type { Context } from './context'
import type { Host } from './dispatch'
import { findSession, mustChangePassword, type SessionRow } from './sessions'

/** Events waiting for a slow listener are merged beyond this. */
const waiting = 200

/** The changes a session hears of, until `signal` or the end of the session. Throws `signedOut`. */
export async function* hear(host: Host, token: string | null, signal?: AbortSignal): AsyncGenerator<ChangeEvent> {
  const session = findSession(host.db, token, host.clock())
  if (!session || session.lockedAt !== null) throw fail('signedOut')
  if (mustChangePassword(host.db, session.personId)) throw fail('forbidden', { code: 'mustChangePassword' })
  const queue: ChangeEvent[] = []
  let wake: (() => void) | null = null
  let over = false
  const stir = (): void => wake?.()
  const leave = host.services.publisher.add({
    sessionId: session.id,
    // asked anew each time: the session may have ended, been locked, or act for somebody else by now
    visible(entity, ids) {
      const now = findSession(host.db, token, host.clock())
      return now && now.lockedAt === null ? heard(host, now, entity, ids) : []
    },
    send(event) {
      if (queue.length >= waiting) merge(queue)
      queue.push(event)
      stir()
    },
    end() {
      over = true
      stir()
    },
  })
  signal?.addEventListener('abort', stir)
  try {
    while (!over && !signal?.aborted) {
      const event = queue.shift()
      if (event) yield event
      else await new Promise<void>((resolve) => (wake = resolve))
    }
    if (over) throw fail('signedOut')
  } finally {
    leave()
  }
}

function merge(queue: ChangeEvent[]): void {
  const entities = new Set(queue.map((event) => event.entity))
  queue.splice(0, queue.length, ...[...entities].map((entity) => ({ entity })))
}

/** Of these ids, the ones this person may hear of. */
function heard(host: Host, session: SessionRow, entity: string, ids: number[]): number[] {
  const personId = session.actingForId ?? session.personId
  // these go by person, not by record
  if (entity === 'notifications') return ids.filter((id) => id === personId)
  if (entity === 'jobs') return ids.filter((id) => host.services.jobs.owns(id, personId))
  const known = host.services.entities.find(entity)
  if (!known) return ids
  const rights = host.services.rights.of(personId, session.personId)
  if (known.scope.by !== 'office' && known.scope.by !== 'rule' && !rights.can(permissionOf(known.room, 'view')))
    return []
  // visibleIds asks no more of a context than this
  const ctx = { db: host.db, now: host.clock(), rights, services: host.services, user: { id: personId } } as Context
  return visibleIds(ctx, known, ids)
}
