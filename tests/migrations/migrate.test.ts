import { describe, expect, it } from 'vitest'
import { applyMigrations, migrateSafely, versionOf, type Migration } from '@main/database/migrate'
import { openDatabase } from '@main/database/open'

const first: Migration = {
  version: 1,
  name: '0000_first',
  sql: `CREATE TABLE parents (id INTEGER PRIMARY KEY);--> statement-breakpoint
    CREATE TABLE children (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parents(id) ON DELETE CASCADE);`,
}
const rebuild: Migration = {
  version: 2,
  name: '0001_rebuild',
  sql: `CREATE TABLE __new_parents (id INTEGER PRIMARY KEY, name TEXT);--> statement-breakpoint
    INSERT INTO __new_parents (id) SELECT id FROM parents;--> statement-breakpoint
    DROP TABLE parents;--> statement-breakpoint
    ALTER TABLE __new_parents RENAME TO parents;`,
}
const broken: Migration = { version: 2, name: '0001_broken', sql: 'CREATE TABLE half (a);\nSELECT nothing;' }
const orphaning: Migration = { version: 2, name: '0001_orphans', sql: 'DELETE FROM parents' }

function officeWithData() {
  const db = openDatabase(':memory:')
  applyMigrations(db, [first])
  db.exec('INSERT INTO parents VALUES (1); INSERT INTO children VALUES (5, 1)')
  return db
}

describe('migrations', () => {
  it('count in user_version and run once', () => {
    const db = openDatabase(':memory:')
    expect(applyMigrations(db, [first])).toEqual({ from: 0, to: 1 })
    expect(applyMigrations(db, [first])).toEqual({ from: 1, to: 1 })
  })

  it('rebuild a table without losing the rows that point to it', () => {
    const db = officeWithData()
    applyMigrations(db, [first, rebuild])
    expect(db.prepare('SELECT id, parent_id AS parent FROM children').all()).toEqual([{ id: 5, parent: 1 }])
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
  })

  it.each([broken, orphaning])('leave no trace when one fails: $name', (bad) => {
    const db = officeWithData()
    expect(() => applyMigrations(db, [first, bad])).toThrow(bad.name)
    expect(versionOf(db)).toBe(1)
    expect(db.prepare('SELECT count(*) AS n FROM parents').get()).toEqual({ n: 1 })
    expect(db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half'").get()).toEqual({ n: 0 })
  })

  it('refuse a file that a newer program has migrated', () => {
    const db = openDatabase(':memory:')
    applyMigrations(db, [first, rebuild])
    expect(() => applyMigrations(db, [first])).toThrow(/newer/)
  })

  it('make a copy first when the file holds an office, and none for a new file', async () => {
    const copies: number[] = []
    const fresh = openDatabase(':memory:')
    await migrateSafely(fresh, [first], async () => void copies.push(versionOf(fresh)))
    expect(copies).toEqual([])
    await migrateSafely(fresh, [first, rebuild], async () => void copies.push(versionOf(fresh)))
    expect(copies).toEqual([1])
  })

  it('do not start when the copy fails', async () => {
    const db = officeWithData()
    const failing = migrateSafely(db, [first, rebuild], () => Promise.reject(new Error('disk full')))
    await expect(failing).rejects.toThrow('disk full')
    expect(versionOf(db)).toBe(1)
  })
})
