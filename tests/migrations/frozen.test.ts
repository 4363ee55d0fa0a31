import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { databaseDigest } from '@main/database/digest'
import { applyMigrations, readMigrations, versionOf } from '@main/database/migrate'
import { openDatabase, type Db } from '@main/database/open'
import { dumpDatabase, loadDump } from './parts/dump'
import { fillDatabase } from './parts/fill'
import { quoted, tablesOf } from './parts/tables'

const root = join(import.meta.dirname, '../..')
const migrations = readMigrations(join(root, 'migrations'))
const frozenFolder = join(import.meta.dirname, 'frozen')
const frozen = readdirSync(frozenFolder).filter((name) => name.endsWith('.sql'))

/** Columns that a migration took away on purpose, as `table.column` or `table`, with the reason. */
const takenAway: Record<string, string> = {
  'custom_fields.removed_at': '0005 carries it over to archived_at',
}

const schemaOf = (db: Db): unknown[] =>
  db
    .prepare<[], { name: string; sql: string | null }>('SELECT name, sql FROM sqlite_schema ORDER BY name')
    .all()
    .map(({ name, sql }) => [name, sql?.replace(/[\s`"]+/g, ' ')])

function fresh(): Db {
  const db = openDatabase(':memory:')
  applyMigrations(db, migrations)
  return db
}

describe('every released schema', () => {
  // Frozen at each release with `npm run freeze-database`.
  it.runIf(frozen.length > 0).each(frozen)('%s comes to the present one with all it holds', (name) => {
    const text = readFileSync(join(frozenFolder, name), 'utf8')
    const before = loadDump(text)
    const db = loadDump(text)
    applyMigrations(db, migrations)
    expect(versionOf(db)).toBe(migrations.length)
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(db.pragma('foreign_key_check')).toEqual([])
    expect(schemaOf(db)).toEqual(schemaOf(fresh()))
    expect(rowsOf(db, before)).toEqual(rowsOf(before, before))
  })

  it('has each of its migrations still in the folder, in order, none changed in number', () => {
    expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, at) => at + 1))
    for (const { name } of migrations) expect(existsSync(join(root, 'migrations', `${name}.sql`))).toBe(true)
    const files = readdirSync(join(root, 'migrations')).filter((name) => name.endsWith('.sql'))
    expect(files).toHaveLength(migrations.length)
  })

  it('of today can be filled, frozen as text and thawed without loss', () => {
    const db = fresh()
    fillDatabase(db)
    const thawed = loadDump(dumpDatabase(db))
    expect(databaseDigest(thawed)).toBe(databaseDigest(db))
    for (const { name } of tablesOf(thawed, 'virtual'))
      expect(thawed.prepare(`SELECT rowid FROM ${quoted(name)} WHERE ${quoted(name)} MATCH 'xinxi'`).pluck().all()).toEqual([1])
    for (const { name } of tablesOf(thawed))
      expect(thawed.prepare(`SELECT count(*) FROM ${quoted(name)}`).pluck().get(), name).toBe(3)
  })
})

/** All rows of `db` in the tables and columns that `shape` has, apart from those taken away on purpose. */
function rowsOf(db: Db, shape: Db): Record<string, unknown[]> {
  const tables = tablesOf(shape).filter(({ name }) => !(name in takenAway))
  return Object.fromEntries(
    tables.map(({ name, columns }) => {
      const wanted = columns.filter((column) => !(`${name}.${column.name}` in takenAway))
      const list = wanted.map((column) => quoted(column.name)).join(', ')
      return [name, db.prepare(`SELECT ${list} FROM ${quoted(name)} ORDER BY ${list}`).raw().all()]
    }),
  )
}
