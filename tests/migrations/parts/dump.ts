// A whole database as SQL text, so that a frozen one can be read and compared like any other file.
import { openDatabase, type Db } from '@main/database/open'
import { versionOf } from '@main/database/migrate'
import { quoted, tablesOf, type Table } from './tables'

export function dumpDatabase(db: Db): string {
  const inner = new Set(tablesOf(db, 'shadow').map(({ name }) => name))
  const objects = db
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type = 'table' DESC, name`,
    )
    .all()
    .filter(({ name }) => !inner.has(name))
  const tables = objects.filter(({ type }) => type === 'table').map(({ sql }) => `${sql};`)
  const others = objects.filter(({ type }) => type !== 'table').map(({ sql }) => `${sql};`)
  const rows = tablesOf(db).flatMap((table) => insertsOf(db, table))
  // The index of a full-text table is copied as it is: its text is kept nowhere else.
  const index = tablesOf(db, 'shadow').flatMap((table) => [`DELETE FROM ${quoted(table.name)};`, ...insertsOf(db, table)])
  return [...tables, ...rows, ...index, ...others, `PRAGMA user_version = ${versionOf(db)};`, ''].join('\n')
}

/** A database in memory as the text says it. */
export function loadDump(text: string): Db {
  const db = openDatabase(':memory:')
  db.pragma('foreign_keys = OFF')
  db.unsafeMode(true).exec(text).unsafeMode(false)
  db.pragma('foreign_keys = ON')
  return db
}

// Named columns: computed ones are not written.
function insertsOf(db: Db, { name: table, columns }: Table): string[] {
  const names = columns.map(({ name }) => quoted(name))
  const literals = names.map((name) => `quote(${name})`).join(` || ', ' || `)
  return db
    .prepare<[], string>(`SELECT ${literals} FROM ${quoted(table)} ORDER BY 1`)
    .pluck()
    .all()
    .map((values) => `INSERT INTO ${quoted(table)} (${names.join(', ')}) VALUES (${values});`)
}
