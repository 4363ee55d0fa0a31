// Which index holds the rows of an entity in the order of a column.
import type { Context } from '@main/api/context'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { customIndex } from './customFields'
import type { Column } from './filters'
import type { Entity } from './entity'

/** Indices come and go with definitions, so nothing of them is remembered. */
const hasIndex = ({ db }: Pick<Context, 'db'>, name: string): boolean =>
  statement(db, `SELECT 1 FROM sqlite_master WHERE type = 'index' AND name = ?`).get(name) !== undefined

const indices = new WeakMap<Db, Map<string, string | null>>()

/** The index that holds the rows in the order of a column, if there is one. */
export function indexBy(ctx: Context, entity: Entity, column: Column): string | null {
  const custom = /^json_extract\(t\.custom, '\$\.(\w+)'\)$/.exec(column.sql)?.[1]
  if (custom) return hasIndex(ctx, customIndex(entity, custom)) ? customIndex(entity, custom) : null
  const own = /^t\.(\w+)$/.exec(column.sql)?.[1]
  if (!own) return null
  const known = indices.get(ctx.db) ?? new Map<string, string | null>()
  indices.set(ctx.db, known)
  const key = `${entity.table}.${own}`
  let found = known.get(key)
  if (found === undefined) known.set(key, (found = findIndex(ctx.db, entity.table, own)))
  return found
}

/** The one with the most columns: it spares the most rows. */
const findIndex = (db: Db, table: string, column: string): string | null =>
  statement<[string, string], { name: string }>(
    db,
    `SELECT l.name FROM pragma_index_list(?) l WHERE NOT l.partial AND (SELECT name FROM pragma_index_info(l.name) WHERE seqno = 0) = ?
     ORDER BY (SELECT count(*) FROM pragma_index_info(l.name)) DESC LIMIT 1`,
  ).get(table, column)?.name ?? null
