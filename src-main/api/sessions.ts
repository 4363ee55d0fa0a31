// A session is one sign-in on one device. Only the hash of its token is kept.
import { createHash, randomBytes } from 'node:crypto'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { dayOf } from '@shared/dates'

export interface SessionRow {
  id: number
  personId: number
  actingForId: number | null
  device: string
  lockedAt: number | null
  lastSeenAt: number
  name: string
  actingForName: string | null
}

const day = 86_400_000
/** Stay signed in: 30 days from the last use. Otherwise 12 hours. */
export const sessionLife = { remembered: 30 * day, ordinary: day / 2 }

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** The living session of a token: not expired, its person at work. Acting for somebody lasts as long as both are willing and able. */
export function findSession(db: Db, token: string | null, now: number): SessionRow | null {
  if (token === null) return null
  const row = statement<[{ hash: string; now: number; today: string }], SessionRow>(
    db,
    `SELECT s.id, s.person_id personId, f.id actingForId, s.device, s.locked_at lockedAt, s.last_seen_at lastSeenAt,
            p.name, f.name actingForName
     FROM sessions s JOIN people p ON p.id = s.person_id
     LEFT JOIN people f ON f.id = s.acting_for_id AND f.assistant_id = s.person_id AND f.disabled = 0 AND f.archived_at IS NULL
       AND (f.left_on IS NULL OR f.left_on >= @today)
     WHERE s.token_hash = @hash AND s.expires_at > @now AND p.disabled = 0 AND p.archived_at IS NULL
       AND (p.left_on IS NULL OR p.left_on >= @today)`,
  ).get({ hash: hashOf(token), now, today: dayOf(now) })
  return row ?? null
}

export function createSession(
  db: Db,
  entry: { personId: number; device: string; now: number; remember: boolean },
): { id: number; token: string } {
  const token = randomBytes(32).toString('base64url')
  const { personId, device, now, remember } = entry
  const result = statement(
    db,
    'INSERT INTO sessions (token_hash, person_id, device, created_at, last_seen_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(hashOf(token), personId, device, now, now, now + (remember ? sessionLife.remembered : sessionLife.ordinary))
  return { id: Number(result.lastInsertRowid), token }
}

/** Written at most once a minute: a read must not cost a write each time. */
export function touchSession(db: Db, session: SessionRow, now: number): void {
  if (now - session.lastSeenAt < 60_000) return
  statement(
    db,
    'UPDATE sessions SET expires_at = expires_at + (? - last_seen_at), last_seen_at = ? WHERE id = ? AND last_seen_at < ?',
  ).run(now, now, session.id, now)
}

/** Ends sessions of a person, all but one if asked; gives the ids ended. */
export function endSessions(db: Db, personId: number, except = 0): number[] {
  const ids = statement<[number, number], { id: number }>(
    db,
    'SELECT id FROM sessions WHERE person_id = ? AND id <> ?',
  ).all(personId, except)
  statement(db, 'DELETE FROM sessions WHERE person_id = ? AND id <> ?').run(personId, except)
  return ids.map((row) => row.id)
}

export function endSession(db: Db, id: number): void {
  statement(db, 'DELETE FROM sessions WHERE id = ?').run(id)
}

/** Ends every session of everybody; after a restore. */
export function endAllSessions(db: Db): void {
  statement(db, 'DELETE FROM sessions').run()
}

/** Nobody acts for a person any more but the assistant they name. */
export function endActingFor(db: Db, personId: number, assistantId: number | null): void {
  statement(db, 'UPDATE sessions SET acting_for_id = NULL WHERE acting_for_id = ? AND person_id IS NOT ?').run(personId, assistantId)
}
