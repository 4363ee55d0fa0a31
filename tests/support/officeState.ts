// All that an office holds, table by table, to see what a call has left behind.
import { createHash } from 'node:crypto'
import type { Db } from '@main/database/open'

/** Table → a hash of its rows. Full-text tables show in their own inner ones. */
export function tableHashes(db: Db): Map<string, string> {
  const tables = db
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`)
    .all() as { name: string }[]
  return new Map(
    tables.map(({ name }) => {
      // the number of the next audit row is the audit log's own
      const where = name === 'sqlite_sequence' ? ` WHERE name <> 'audit_log'` : ''
      return [
        name,
        createHash('sha1')
          .update(JSON.stringify(db.prepare(`SELECT * FROM "${name}"${where}`).raw().all()))
          .digest('base64'),
      ]
    }),
  )
}

/** Tables that differ. */
export const changedTables = (before: Map<string, string>, after: Map<string, string>): string[] =>
  [...after.keys()].filter((name) => before.get(name) !== after.get(name)).sort()

export const countOf = (db: Db, table: string): number =>
  (db.prepare(`SELECT count(*) n FROM ${table}`).get() as { n: number }).n
