// One hash over all that a database says: two files with equal digests hold the same office.
import { createHash } from 'node:crypto'
import type { Db } from './open'

/**
 * sha256 over the schema and every row of every ordinary table, in key order; page layout, free space and
 * the internals of full-text indexes do not count.
 */
export function databaseDigest(db: Db): string {
  const hash = createHash('sha256')
  const objects = db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type, name`,
    )
    .all()
  for (const { name, sql } of objects) hash.update(`${name}\0${sql}\0`)
  for (const { name, keyed } of ordinaryTables(db)) hashRows(db, { name, keyed, hash })
  return hash.digest('hex')
}

interface Table {
  name: string
  /** It has a rowid to be read in the order of. */
  keyed: boolean
}

function ordinaryTables(db: Db): Table[] {
  return db
    .prepare<[], { name: string; wr: number }>(
      `SELECT name, wr FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite_stat%'
       AND name != 'sqlite_schema' ORDER BY name`,
    )
    .all()
    .map(({ name, wr }) => ({ name, keyed: wr === 0 }))
}

function hashRows(db: Db, { name, keyed, hash }: Table & { hash: ReturnType<typeof createHash> }): void {
  const quoted = `"${name.replaceAll('"', '""')}"`
  hash.update(`\x01${name}\0`)
  const rows = db
    .prepare(`SELECT * FROM ${quoted}${keyed ? ' ORDER BY rowid' : ''}`)
    .raw(true)
    .safeIntegers(true)
  for (const row of rows.iterate()) hash.update(JSON.stringify(row, spelled))
}

// Values that JSON would lose or merge: integers beyond 2^53, and bytes.
const spelled = (_key: string, value: unknown): unknown => (typeof value === 'bigint' ? `\x01${value}` : value)
