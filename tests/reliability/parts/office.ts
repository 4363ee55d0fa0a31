// A small office on disk for the reliability tests: a ledger whose every state can be computed from its length.
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseDigest } from '@main/database/digest'
import { applyMigrations, type Migration } from '@main/database/migrate'
import { openDatabase, type Db } from '@main/database/open'

export const ledgerMigrations: readonly Migration[] = [
  {
    version: 1,
    name: '0000_ledger',
    sql: `CREATE TABLE writers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
      CREATE TABLE entries (id INTEGER PRIMARY KEY, writer_id INTEGER NOT NULL REFERENCES writers (id), seq INTEGER NOT NULL,
        text TEXT NOT NULL, UNIQUE (writer_id, seq));
      CREATE TABLE balances (writer_id INTEGER PRIMARY KEY REFERENCES writers (id), last_seq INTEGER NOT NULL, sum INTEGER NOT NULL);
      CREATE TABLE audit (id INTEGER PRIMARY KEY AUTOINCREMENT, writer_id INTEGER NOT NULL, seq INTEGER NOT NULL);`,
  },
]

export const tempFolder = (name: string): string => mkdtempSync(join(tmpdir(), `zhike-${name}-`))

/** A data folder as the host lays it out. */
export function dataFolder(name: string): string {
  const dataDir = tempFolder(name)
  for (const part of ['backups', 'files', 'tmp']) mkdirSync(join(dataDir, part))
  return dataDir
}

export function openLedger(file: string): Db {
  const db = openDatabase(file)
  applyMigrations(db, ledgerMigrations)
  return db
}

/** One command: entry, balance and audit row in one transaction, as the pipeline does it. */
export function write(db: Db, writer: number, seq: number): void {
  const run = db.transaction(() => {
    db.prepare('INSERT OR IGNORE INTO writers VALUES (?, ?)').run(writer, `业务员${writer}`)
    db.prepare('INSERT INTO entries (writer_id, seq, text) VALUES (?, ?, ?)').run(writer, seq, textOf(writer, seq))
    db.prepare(
      `INSERT INTO balances VALUES (?, ?, ?)
       ON CONFLICT (writer_id) DO UPDATE SET last_seq = excluded.last_seq, sum = sum + excluded.sum`,
    ).run(writer, seq, seq)
    db.prepare('INSERT INTO audit (writer_id, seq) VALUES (?, ?)').run(writer, seq)
  })
  run.immediate()
}

export const textOf = (writer: number, seq: number): string => `跟进 ${writer}-${seq} `.repeat(1 + (seq % 40))

export const entryCount = (db: Db): number => Number(db.prepare('SELECT count(*) FROM entries').pluck().get())

/** The digest of the office after its first `count` writes by one writer, made anew. */
export function digestAfter(count: number): string {
  const db = openLedger(':memory:')
  for (let seq = 1; seq <= count; seq += 1) write(db, 1, seq)
  const digest = databaseDigest(db)
  db.close()
  return digest
}

/** Puts an attachment in the data folder under its hash, as the file store does. */
export function addAttachment(dataDir: string, content: string): string {
  const name = createHash('sha256').update(content).digest('hex')
  mkdirSync(join(dataDir, 'files', name.slice(0, 2)), { recursive: true })
  writeFileSync(join(dataDir, 'files', name.slice(0, 2), name), content)
  return name
}

/** A repeatable source of chance; print the seed when a test fails. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
