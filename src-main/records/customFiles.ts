// Files in fields of the office's own: contents kept by hash, named by the values of records.
import type { Context } from '@main/api/context'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { rowPieces } from '@main/jobs/pieces'
import { customColumn } from './customFields'
import type { EntityRegistry } from './entity'

/** Values handed out to a person who has not used them yet; like uploads they are good for a day. */
const issued = new WeakMap<Db, Map<string, { personId: number; at: number }>>()
const keptMs = 86_400_000

export function issueFile(ctx: Context, value: string): void {
  const known = issued.get(ctx.db) ?? new Map<string, { personId: number; at: number }>()
  issued.set(ctx.db, known)
  for (const [old, { at }] of known) if (ctx.now - at > keptMs) known.delete(old)
  known.set(`${ctx.user.id} ${value}`, { personId: ctx.user.id, at: ctx.now })
}

/** Nobody points to a content they did not bring: knowing a hash opens nothing. */
export const mayNameFile = (ctx: Context, value: string): boolean =>
  issued.get(ctx.db)?.has(`${ctx.user.id} ${value}`) ?? false

const rowsAPiece = 2000
const hashLength = 64

/**
 * Hashes that records name, archived ones and removed fields included, and those their history could bring back.
 * Read in pieces. A value put in a field meanwhile names a content that was just kept.
 */
export async function namedContents(db: Db, entities: EntityRegistry, signal: AbortSignal): Promise<Set<string>> {
  const fields = statement<[], { entity: string; key: string }>(
    db,
    `SELECT entity, key FROM custom_fields WHERE json_extract(field, '$.kind') = 'file'`,
  ).all()
  const named = new Set<string>()
  const note = (value: unknown): void => void (typeof value === 'string' && named.add(value.slice(0, hashLength)))
  for (const { entity, key } of fields) {
    const table = entities.find(entity)?.table
    if (!table) continue
    const values = `SELECT id, ${customColumn(key, '')} value FROM ${table} WHERE id > ? ORDER BY id LIMIT ${rowsAPiece}`
    for await (const { value } of inPieces<{ id: number; value: unknown }>(db, values, signal)) note(value)
    const diffs = `SELECT id, CASE WHEN entity = '${entity}' THEN json_extract(diff, '$."custom.${key}"') END pair
      FROM changes WHERE id > ? ORDER BY id LIMIT ${rowsAPiece}`
    for await (const { pair } of inPieces<{ id: number; pair: string | null }>(db, diffs, signal))
      if (pair !== null) for (const value of JSON.parse(pair)) note(value)
  }
  return named
}

async function* inPieces<Row extends { id: number }>(db: Db, sql: string, signal: AbortSignal): AsyncGenerator<Row> {
  const next = (after: number): Row[] => statement<[number], Row>(db, sql).all(after)
  for await (const rows of rowPieces(next, () => signal.aborted)) yield* rows
}
