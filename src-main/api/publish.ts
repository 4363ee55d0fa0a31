// Listeners (windows, browsers) are told after each commit what changed; each hears only of records it may see.
import type { ChangeEvent } from '@shared/api/events'

export interface Change {
  entity: string
  id: number | undefined
}

export interface Listener {
  /** The person listening, and the session whose end ends the listening. */
  sessionId: number
  /** Of these ids, the ones the listener may see now. */
  visible(entity: string, ids: number[]): number[]
  send(event: ChangeEvent): void
  end(): void
}

/** More ids than this are told as "many". */
const named = 50

export function createPublisher() {
  const listeners = new Set<Listener>()

  const tell = (listener: Listener, entity: string, ids: number[], many: boolean): void => {
    if (ids.length === 0) return listener.send({ entity })
    const seen = listener.visible(entity, ids)
    if (seen.length === 0) return
    listener.send(many || seen.length > named ? { entity } : { entity, ids: seen })
  }

  return {
    add(listener: Listener): () => void {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Called after COMMIT only. */
    publish(changes: Change[]): void {
      if (listeners.size === 0 || changes.length === 0) return
      const byEntity = new Map<string, number[]>()
      for (const { entity, id } of changes) {
        const ids = byEntity.get(entity) ?? []
        if (id !== undefined) ids.push(id)
        byEntity.set(entity, ids)
      }
      for (const [entity, ids] of byEntity) {
        const all = [...new Set(ids)]
        const some = all.slice(0, 200)
        for (const listener of listeners) tell(listener, entity, some, all.length > some.length)
      }
    },
    /** Guarantee 20: a session that ended hears nothing more. */
    endSessions(sessionIds: readonly number[]): void {
      for (const listener of listeners) {
        if (!sessionIds.includes(listener.sessionId)) continue
        listeners.delete(listener)
        listener.end()
      }
    },
    /** The office is being exchanged underneath: nobody's hearing outlives it. */
    endAll(): void {
      for (const listener of listeners) listener.end()
      listeners.clear()
    },
  }
}
export type Publisher = ReturnType<typeof createPublisher>
