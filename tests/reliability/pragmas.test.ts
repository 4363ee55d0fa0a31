import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { closeDatabase, connect, openDatabase } from '@main/database/open'
import { applicationId, checkPragmas } from '@main/database/pragmas'
import { statement } from '@main/database/statements'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhike-open-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('opening the office file', () => {
  it('sets and holds every pragma on the first and on every later open', () => {
    const file = join(folder, 'zhike.db')
    for (let opening = 0; opening < 3; opening += 1) {
      const db = openDatabase(file)
      expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
      expect(db.pragma('synchronous', { simple: true })).toBe(2)
      expect(db.pragma('foreign_keys', { simple: true })).toBe(1)
      expect(db.pragma('trusted_schema', { simple: true })).toBe(0)
      expect(db.pragma('application_id', { simple: true })).toBe(applicationId)
      checkPragmas(db, { memory: false, readonly: false })
      closeDatabase(db)
    }
  })

  it('holds them on a second connection while the first is open', () => {
    const file = join(folder, 'zhike.db')
    const first = openDatabase(file)
    const reader = openDatabase(file, { readonly: true })
    checkPragmas(reader, { memory: false, readonly: true })
    expect(() => reader.exec('CREATE TABLE t (a)')).toThrow(/readonly/)
    reader.close()
    first.close()
  })

  it('names the pragma that does not hold', () => {
    const db = openDatabase(join(folder, 'zhike.db'))
    db.pragma('synchronous = NORMAL')
    expect(() => checkPragmas(db, { memory: false, readonly: false })).toThrow(/synchronous/)
    db.close()
  })

  it('refuses a file of another program and leaves it alone', () => {
    const file = join(folder, 'other.db')
    const other = connect(file)
    other.exec('CREATE TABLE t (a); PRAGMA application_id = 7')
    other.close()
    expect(() => openDatabase(file)).toThrow(/foreign/)
    const again = connect(file)
    expect(again.pragma('application_id', { simple: true })).toBe(7)
    expect(again.pragma('journal_mode', { simple: true })).toBe('delete')
    again.close()
  })
})

describe('prepared statements', () => {
  it('are prepared once for each text and connection', () => {
    const db = openDatabase(':memory:')
    expect(statement(db, 'SELECT 1')).toBe(statement(db, 'SELECT 1'))
    const other = openDatabase(':memory:')
    expect(statement(other, 'SELECT 1')).not.toBe(statement(db, 'SELECT 1'))
  })

  it('can be used inside their own iteration', () => {
    const db = openDatabase(':memory:')
    const sql = 'SELECT value FROM json_each(?)'
    const outer = statement<[string], { value: number }>(db, sql)
    const seen: number[] = []
    for (const row of outer.iterate('[1,2]')) {
      seen.push(
        row.value,
        ...statement<[string], { value: number }>(db, sql)
          .all('[9]')
          .map((inner) => inner.value),
      )
    }
    expect(seen).toEqual([1, 9, 2, 9])
  })
})
