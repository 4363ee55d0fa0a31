// What every connection to the office's file must say, set and read back at each open.
import type BetterSqlite3 from 'better-sqlite3'
import { DatabaseProblem } from './problem'

/** "ZHKE" in the file's header: how a file of ours is told from any other SQLite file. */
export const applicationId = 0x5a484b45

export interface ConnectionKind {
  memory: boolean
  readonly: boolean
}

interface Pragma {
  name: string
  value: number | string
}

/** The pragmas of one kind of connection, in the order they must be set. */
export function pragmasOf(kind: ConnectionKind): readonly Pragma[] {
  const journal = kind.memory || kind.readonly ? [] : [{ name: 'journal_mode', value: 'wal' }]
  return [
    ...journal,
    // After journal_mode: this driver falls back to NORMAL whenever an existing WAL file is opened again.
    { name: 'synchronous', value: 2 },
    { name: 'foreign_keys', value: 1 },
    { name: 'trusted_schema', value: 0 },
    { name: 'cell_size_check', value: 1 },
    { name: 'busy_timeout', value: 5000 },
    { name: 'temp_store', value: 2 },
    { name: 'cache_size', value: -65_536 },
    { name: 'journal_size_limit', value: 67_108_864 },
  ]
}

/** Sets every pragma and reads it back; throws `unsafe` naming the first one that did not hold. */
export function setPragmas(db: BetterSqlite3.Database, kind: ConnectionKind): void {
  for (const { name, value } of pragmasOf(kind)) {
    db.pragma(`${name} = ${value}`)
  }
  checkPragmas(db, kind)
}

/** Reads every pragma back; throws `unsafe` on the first difference. */
export function checkPragmas(db: BetterSqlite3.Database, kind: ConnectionKind): void {
  for (const { name, value } of pragmasOf(kind)) {
    const got = db.pragma(name, { simple: true })
    if (got !== value) throw new DatabaseProblem('unsafe', { pragma: name, wanted: value, got: String(got) })
  }
}
