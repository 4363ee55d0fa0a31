// Files in fields of the office's own: contents kept by hash, named by the values of records.
import type { Context } from '@main/api/context'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
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

/** Hashes that records name, archived ones and removed fields included. */
export function namedContents(db: Db, entities: EntityRegistry): string[] {
  const fields = statement<[], { entity: string; key: string }>(
    db,
    `SELECT entity, key FROM custom_fields WHERE json_extract(field, '$.kind') = 'file'`,
  ).all()
  return fields.flatMap(({ entity, key }) => {
    const table = entities.find(entity)?.table
    if (!table) return []
    const column = customColumn(key, '')
    return statement<[], { hash: string }>(
      db,
      `SELECT DISTINCT substr(${column}, 1, 64) hash FROM ${table} WHERE ${column} IS NOT NULL`,
    )
      .all()
      .map(({ hash }) => hash)
  })
}
