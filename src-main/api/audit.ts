// The audit log says who did what, when and from where. Each row carries the hash of the one before,
// so that a row taken out or changed afterwards breaks the chain.
import { createHash } from 'node:crypto'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'

export interface AuditEntry {
  at: number
  personId: number
  actorId: number
  device: string
  path: string
  outcome: string
  entity: string | null
  recordId: number | null
  changeSetId: number | null
  detail: string | null
}

const columns = 'at, person_id, actor_id, device, path, outcome, entity, record_id, change_set_id, detail'

export function auditHash(previous: string, entry: AuditEntry): string {
  const { at, personId, actorId, device, path, outcome, entity, recordId, changeSetId, detail } = entry
  const fields = [at, personId, actorId, device, path, outcome, entity, recordId, changeSetId, detail]
  return createHash('sha256').update(previous).update(JSON.stringify(fields)).digest('base64url')
}

/** Appends one row. Call it inside the transaction of what it tells of. */
export function appendAudit(db: Db, entry: AuditEntry): number {
  const last = statement(db, 'SELECT hash FROM audit_log ORDER BY id DESC LIMIT 1').get() as { hash: string } | undefined
  const hash = auditHash(last?.hash ?? '', entry)
  const result = statement(
    db,
    `INSERT INTO audit_log (${columns}, hash) VALUES (@at, @personId, @actorId, @device, @path, @outcome, @entity, @recordId, @changeSetId, @detail, @hash)`,
  ).run({ ...entry, hash })
  return Number(result.lastInsertRowid)
}

/** The id of the first row whose hash does not follow from the row before; null when the chain is whole. */
export function firstBrokenLink(db: Db): number | null {
  let previous = ''
  const rows = db
    .prepare(
      `SELECT id, hash, at, person_id personId, actor_id actorId, device, path, outcome, entity, record_id recordId, change_set_id changeSetId, detail FROM audit_log ORDER BY id`,
    )
    .iterate() as IterableIterator<AuditEntry & { id: number; hash: string }>
  for (const { id, hash, ...entry } of rows) {
    if (auditHash(previous, entry) !== hash) return id
    previous = hash
  }
  return null
}
