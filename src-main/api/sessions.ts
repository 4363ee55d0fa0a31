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

type StoredSession = Omit<SessionRow, 'name' | 'actingForName'> & { expiresAt: number }

const sessionColumns = `id, person_id personId, acting_for_id actingForId, device, locked_at lockedAt, last_seen_at lastSeenAt,
  expires_at expiresAt`

/** The living session of a token: not expired, its person at work. Acting for somebody lasts as long as both are willing and able. */
export function findSession(db: Db, token: string | null, now: number): SessionRow | null {
  if (token === null) return null
  // asked at every call: two reads by key are ten times quicker than a join of the two tables
  const found = statement<[string], StoredSession>(db, `SELECT ${sessionColumns} FROM sessions WHERE token_hash = ?`)
  return living(db, found.get(hashOf(token)), now)
}

/** The same for a thread that goes on with what a call began: it never holds the token. */
export function sessionById(db: Db, id: number, now: number): SessionRow | null {
  const found = statement<[number], StoredSession>(db, `SELECT ${sessionColumns} FROM sessions WHERE id = ?`)
  return living(db, found.get(id), now)
}

function living(db: Db, session: StoredSession | undefined, now: number): SessionRow | null {
  if (!session || session.expiresAt <= now) return null
  const person = atWork(db, session.personId, now)
  if (!person) return null
  const other = session.actingForId === null ? null : atWork(db, session.actingForId, now)
  const named = other?.assistantId === session.personId ? other : null
  return { ...session, name: person.name, actingForId: named?.id ?? null, actingForName: named?.name ?? null }
}

interface Colleague {
  id: number
  name: string
  assistantId: number | null
  disabled: number
  leftOn: string | null
}

/** The person, unless disabled or gone. */
function atWork(db: Db, id: number, now: number): Colleague | null {
  const sql =
    'SELECT id, name, assistant_id assistantId, disabled, left_on leftOn FROM people WHERE id = ? AND archived_at IS NULL'
  const person = statement<[number], Colleague>(db, sql).get(id)
  if (!person || person.disabled === 1) return null
  return person.leftOn === null || person.leftOn >= dayOf(now) ? person : null
}

/** Whether the person still has the password somebody else gave them: until it is changed nothing else is served. */
export const mustChangePassword = (db: Db, personId: number): boolean =>
  statement<[number], { must: number }>(db, 'SELECT must_change must FROM credentials WHERE person_id = ?').get(
    personId,
  )?.must === 1

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
  statement(db, 'UPDATE sessions SET acting_for_id = NULL WHERE acting_for_id = ? AND person_id IS NOT ?').run(
    personId,
    assistantId,
  )
}
