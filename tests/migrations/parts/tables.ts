// What a database says of its own tables, for filling, dumping and comparing any schema.
import type { Db } from '@main/database/open'

export interface Column {
  name: string
  type: string
  required: boolean
  fallback: string | null
  /** Place in the primary key, 0 for none. */
  key: number
}

export interface Reference {
  column: string
  table: string
}

export interface Table {
  name: string
  columns: Column[]
  references: Reference[]
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`

/** Ordinary tables by name; or the full-text ones, or the tables those keep their index in. */
export function tablesOf(db: Db, type: 'table' | 'virtual' | 'shadow' = 'table'): Table[] {
  return db
    .prepare<[string], { name: string }>(
      `SELECT name FROM pragma_table_list WHERE schema = 'main' AND name NOT LIKE 'sqlite_%' AND type = ? ORDER BY name`,
    )
    .all(type)
    .map(({ name }) => ({ name, columns: columnsOf(db, name), references: referencesOf(db, name) }))
}

function columnsOf(db: Db, table: string): Column[] {
  return db
    .prepare<[string], { name: string; type: string; notnull: number; dflt_value: string | null; pk: number }>(
      'SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?)',
    )
    .all(table)
    .map(({ name, type, notnull, dflt_value, pk }) => ({
      name,
      type: type.toUpperCase(),
      required: notnull === 1,
      fallback: dflt_value,
      key: pk,
    }))
}

function referencesOf(db: Db, table: string): Reference[] {
  return db
    .prepare<[string], { from: string; table: string }>('SELECT "from", "table" FROM pragma_foreign_key_list(?)')
    .all(table)
    .map(({ from, table: target }) => ({ column: from, table: target }))
}
