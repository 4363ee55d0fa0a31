// The audit log says who did what, when and from where. Each row carries the hash of the one before,
// so that a row taken out or changed afterwards breaks the chain.
import { breath } from '@main/jobs/rest'
import { createHash } from 'node:crypto'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'

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
  const last = statement<[], { hash: string }>(db, 'SELECT hash FROM audit_log ORDER BY id DESC LIMIT 1').get()
  const hash = auditHash(last?.hash ?? '', entry)
  const result = statement(
    db,
    `INSERT INTO audit_log (${columns}, hash) VALUES (@at, @personId, @actorId, @device, @path, @outcome, @entity, @recordId, @changeSetId, @detail, @hash)`,
  ).run({ ...entry, hash })
  return Number(result.lastInsertRowid)
}

const following = `SELECT id, hash, at, person_id personId, actor_id actorId, device, path, outcome, entity, record_id recordId,
  change_set_id changeSetId, detail FROM audit_log WHERE id > ? ORDER BY id LIMIT ?`

interface Link {
  id: number
  hash: string
  rows: number
}
type Step = { brokenAt: number } | { at: Link; done: boolean }

/** Follows at most `limit` links from `at`. */
function followChain(db: Db, at: Link, limit: number): Step {
  const rows = statement<[number, number], AuditEntry & { id: number; hash: string }>(db, following).all(at.id, limit)
  let { hash: previous, id: last } = at
  for (const { id, hash, ...entry } of rows) {
    if (auditHash(previous, entry) !== hash) return { brokenAt: id }
    previous = hash
    last = id
  }
  return { at: { id: last, hash: previous, rows: at.rows + rows.length }, done: rows.length < limit }
}

export interface ChainState {
  whole: boolean
  rows: number
  /** The first row whose hash does not follow from the row before, or the first one cut off the end. */
  brokenAt: number | null
}

const start: Link = { id: 0, hash: '', rows: 0 }

/** SQLite remembers the highest id it ever gave: rows cut off the end are missed too. */
function endOf(db: Db, { id, rows }: Link): ChainState {
  const { seq = 0 } =
    statement<[], { seq: number }>(db, `SELECT seq FROM sqlite_sequence WHERE name = 'audit_log'`).get() ?? {}
  return seq > id ? { whole: false, rows, brokenAt: id + 1 } : { whole: true, rows, brokenAt: null }
}

/** The id of the first broken link; null when the chain is whole. Reads everything at once: for tests and closed files. */
export function firstBrokenLink(db: Db): number | null {
  const step = followChain(db, start, Number.MAX_SAFE_INTEGER)
  return 'brokenAt' in step ? step.brokenAt : endOf(db, step.at).brokenAt
}

const linksABreath = 1000

/** The same in small pieces, so that others are served between them. */
export async function checkChain(db: Db, signal: AbortSignal): Promise<ChainState> {
  let at = start
  while (!signal.aborted) {
    const step = followChain(db, at, linksABreath)
    if ('brokenAt' in step) return { whole: false, rows: at.rows, brokenAt: step.brokenAt }
    if (step.done) return endOf(db, step.at)
    at = step.at
    await breath()
  }
  throw fail('cancelled')
}
