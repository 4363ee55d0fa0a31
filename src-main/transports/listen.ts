// The stream of change events one window or browser hears, until it leaves or its session ends.
import type { Host } from '@main/host/start'
import { findSession } from '@main/api/sessions'
import { visibleIds } from '@main/records/read'
import type { Context } from '@main/api/context'
import type { ChangeEvent } from '@shared/api/events'
import { fail } from '@shared/api/errors'
import type { CallContext } from './rpcRouter'
import { toWire } from './rpcRouter'

/** Events waiting for a slow listener are merged beyond this. */
const waiting = 200

export async function* listen(host: Host, context: CallContext, signal?: AbortSignal): AsyncGenerator<ChangeEvent> {
  const session = findSession(host.db, context.token(), host.clock())
  if (!session || session.lockedAt !== null) throw toWire(fail('signedOut'))
  const personId = session.actingForId ?? session.personId
  const queue: ChangeEvent[] = []
  let wake: (() => void) | null = null
  let over = false
  const stir = (): void => wake?.()
  const leave = host.services.publisher.add({
    sessionId: session.id,
    visible: (entity, ids) => heard(host, personId, entity, ids),
    send(event) {
      if (queue.length >= waiting) queue.splice(0, queue.length, ...[...new Set(queue.map((one) => one.entity))].map((entity) => ({ entity })))
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
    if (over) throw toWire(fail('signedOut'))
  } finally {
    leave()
  }
}

/** Of these ids, the ones this person may hear of. */
function heard(host: Host, personId: number, entity: string, ids: number[]): number[] {
  if (entity === 'jobs') return ids.filter((id) => host.services.jobs.owns(id, personId))
  const known = host.services.entities.find(entity)
  if (!known) return ids
  const rights = host.services.rights.of(personId)
  if (known.scope.by !== 'office' && !rights.can(`${known.room}.view` as 'customers.view')) return []
  // only what visibleIds needs of a context
  const ctx = { db: host.db, now: host.clock(), rights, services: host.services, user: { id: personId } } as Context
  return visibleIds(ctx, known, ids)
}
