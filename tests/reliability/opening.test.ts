import { createHash } from 'node:crypto'
import {
  copyFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inspectFile } from '@main/database/inspect'
import { closeDatabase, connect, openDatabase } from '@main/database/open'

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhike-inspect-'))
  file = join(folder, 'zhike.db')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function makeOffice(at = file, version = 3) {
  const db = openDatabase(at)
  db.exec('CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT); CREATE INDEX customers_name ON customers (name)')
  db.exec(`
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)
    INSERT INTO customers (name) SELECT printf('客户%06d', i) FROM n`)
  db.pragma(`user_version = ${version}`)
  closeDatabase(db)
}

// SQLite's own shared-memory index and an empty log may appear; they hold nothing.
const fingerprint = (): string =>
  readdirSync(folder)
    .filter((name) => !name.endsWith('-shm') && !(name.endsWith('-wal') && statSync(join(folder, name)).size === 0))
    .sort()
    .map(
      (name) =>
        `${name} ${createHash('sha256')
          .update(readFileSync(join(folder, name)))
          .digest('hex')}`,
    )
    .join('\n')

describe('the opening check', () => {
  it('sees a first start in an empty folder', () => {
    expect(inspectFile(file, 3)).toEqual({ state: 'new' })
  })

  it('lets a sound file through, also right after a kill with its log still there', () => {
    makeOffice()
    expect(inspectFile(file, 3)).toEqual({ state: 'ready', version: 3 })
    const db = openDatabase(file)
    db.exec("INSERT INTO customers (name) VALUES ('x'); PRAGMA user_version = 4")
    const killed = join(folder, 'killed')
    copyFileSync(file, killed)
    copyFileSync(`${file}-wal`, `${killed}-wal`)
    expect(inspectFile(killed, 4)).toEqual({ state: 'ready', version: 4 })
    expect(inspectFile(killed, 3)).toMatchObject({ state: 'refused', code: 'newer' })
    db.close()
  })

  const faults: [string, string, () => void][] = [
    ['an empty file', 'empty', () => writeFileSync(file, '')],
    ['a database without anything in it', 'empty', () => emptied()],
    ['a text file', 'notDatabase', () => writeFileSync(file, '客户名单\n'.repeat(1000))],
    ['another program’s database', 'foreign', () => foreign()],
    ['a file of a newer program', 'newer', () => makeOffice(file, 9)],
    ['a file cut short', 'damaged', () => (makeOffice(), truncateSync(file, 200_000))],
    ['a file with a page overwritten', 'damaged', () => (makeOffice(), overwrite(40_960))],
    ['a file with its header overwritten', 'notDatabase', () => (makeOffice(), overwrite(0))],
    ['a file renamed by somebody', 'renamed', () => (makeOffice(), renameSync(file, join(folder, 'zhike - 副本.db')))],
    ['a log without its file', 'missing', () => writeFileSync(`${file}-wal`, 'x')],
  ]
  it.each(faults)('refuses %s as %s and leaves every byte as it was', (_name, code, prepare) => {
    prepare()
    const before = fingerprint()
    expect(inspectFile(file, 3)).toMatchObject({ state: 'refused', code })
    expect(fingerprint()).toBe(before)
  })

  it('names the file that was renamed', () => {
    makeOffice(join(folder, '旧 100%.db'))
    expect(inspectFile(file, 3)).toMatchObject({ details: { candidate: join(folder, '旧 100%.db') } })
  })
})

function emptied() {
  const db = connect(file)
  db.exec('CREATE TABLE t (a); DROP TABLE t; VACUUM')
  db.close()
}

function foreign() {
  const db = connect(file)
  db.exec('PRAGMA journal_mode = WAL; CREATE TABLE t (a); INSERT INTO t VALUES (1)')
  db.close()
}

function overwrite(at: number) {
  const bytes = readFileSync(file)
  bytes.fill(0xa5, at, at + 4096)
  writeFileSync(file, bytes)
}
