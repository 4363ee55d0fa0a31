// A unit is the book-keeping of one call: its change set, what it will publish, its audit row.
import type { Db } from '@main/database/open'
import { appendAudit } from './audit'
import { openChangeSet } from './changeSets'
import type { Principal } from './context'
import type { Change } from './publish'

export interface UnitOptions {
  path: string
  user: Principal
  now: number
  changeSet?: number | undefined
}

export interface Unit {
  path: string
  user: Principal
  now: number
  published: Change[]
  changeSetId(): number
  /** Without opening one. */
  changeSet(): number | null
  publish(entity: string, id?: number): void
  about(entity: string, recordId: number | null, detail?: Record<string, unknown> & { rows?: number }): void
  /** Of how many records it told itself to be about. */
  rows(): number
  audit(outcome: string): void
}

export function createUnit(db: Db, { path, user, now, changeSet }: UnitOptions): Unit {
  let setId = changeSet ?? null
  let subject: { entity: string; recordId: number | null } | null = null
  const details: Record<string, unknown> = {}
  const published: Change[] = []
  return {
    path,
    user,
    now,
    published,
    changeSet: () => setId,
    changeSetId() {
      setId ??= openChangeSet(db, { path, at: now, personId: user.id, actorId: user.actorId, device: user.device })
      return setId
    },
    publish: (entity, id) => void published.push({ entity, id }),
    about(entity, recordId, detail = {}) {
      subject ??= { entity, recordId }
      Object.assign(details, detail)
    },
    rows: () => (typeof details['rows'] === 'number' ? details['rows'] : 1),
    audit(outcome) {
      appendAudit(db, {
        at: now,
        personId: user.id,
        actorId: user.actorId,
        device: user.device,
        path,
        outcome,
        entity: outcome === 'ok' ? (subject?.entity ?? null) : null,
        recordId: outcome === 'ok' ? (subject?.recordId ?? null) : null,
        changeSetId: outcome === 'ok' ? setId : null,
        detail: outcome === 'ok' && Object.keys(details).length > 0 ? JSON.stringify(details) : null,
      })
    },
  }
}
