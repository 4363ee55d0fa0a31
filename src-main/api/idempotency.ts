// A command sent twice with the same key runs once; the second caller gets the first answer.
import { createHash } from 'node:crypto'
import type { Context } from './context'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'

export interface KeyedCall {
  personId: number
  key: string
  path: string
  input: unknown
}

export const hashOf = (input: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify(input) ?? '')
    .digest('base64url')

export const keyOf = (
  { key, path }: { key?: string | undefined; path: string },
  { user }: Pick<Context, 'user'>,
  input: unknown,
): KeyedCall | null => (key ? { personId: user.actorId, key, path, input } : null)

/** The answer given before, or null. The same key with another content is refused. */
export function earlierAnswer(db: Db, call: KeyedCall): { output: unknown } | null {
  const row = statement<[number, string], { path: string; inputHash: string; output: string }>(
    db,
    'SELECT path, input_hash inputHash, output FROM command_keys WHERE person_id = ? AND key = ?',
  ).get(call.personId, call.key)
  if (!row) return null
  if (row.path !== call.path || row.inputHash !== hashOf(call.input)) throw fail('rule', { code: 'keyReused' })
  return { output: JSON.parse(row.output) }
}

export function rememberAnswer(db: Db, call: KeyedCall, output: unknown, at: number): void {
  statement(
    db,
    'INSERT INTO command_keys (person_id, key, path, input_hash, output, at) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(call.personId, call.key, call.path, hashOf(call.input), JSON.stringify(output ?? null), at)
}

const week = 7 * 86_400_000
/** Nobody retries after a week. */
export const forgetOldKeys = (db: Db, now: number): void =>
  void statement(db, 'DELETE FROM command_keys WHERE at < ?').run(now - week)
