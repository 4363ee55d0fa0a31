// Bringing a file to the schema of this program. `user_version` counts the migrations a file has had.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Db } from './open'
import { DatabaseProblem } from './problem'

export interface Migration {
  /** The user_version of a file that has had it: 1, 2, 3 … */
  version: number
  name: string
  sql: string
}

export interface MigrationOutcome {
  from: number
  to: number
}

const journalSchema = z.object({ entries: z.array(z.object({ idx: z.number(), tag: z.string() })) })

/** Reads the folder drizzle-kit writes (`meta/_journal.json` and one .sql file each), in order. */
export function readMigrations(folder: string): readonly Migration[] {
  const journal = journalSchema.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8')))
  return journal.entries.map(({ idx, tag }, position) => {
    if (idx !== position) throw new DatabaseProblem('migration', { name: tag })
    return { version: idx + 1, name: tag, sql: readFileSync(join(folder, `${tag}.sql`), 'utf8') }
  })
}

/** How many migrations the file has had. */
export function versionOf(db: Db): number {
  return Number(db.pragma('user_version', { simple: true }))
}

/** The migrations the file still lacks; throws `newer` when it has had more than this program knows. */
export function pendingMigrations(db: Db, migrations: readonly Migration[]): readonly Migration[] {
  const version = versionOf(db)
  if (version > migrations.length) throw new DatabaseProblem('newer', { file: version, program: migrations.length })
  return migrations.slice(version)
}

/**
 * Applies what is lacking, each migration in one transaction of its own; a failing one leaves no trace.
 * Throws DatabaseProblem `newer` or `migration` (with the name of the failing one).
 */
export function applyMigrations(db: Db, migrations: readonly Migration[]): MigrationOutcome {
  const from = versionOf(db)
  const pending = pendingMigrations(db, migrations)
  // Off outside the transaction: rebuilding a table drops it, and that would cascade into its children.
  db.pragma('foreign_keys = OFF')
  try {
    for (const migration of pending) applyOne(db, migration)
  } finally {
    db.pragma('foreign_keys = ON')
  }
  return { from, to: versionOf(db) }
}

/** As applyMigrations, after `backUp` has made a verified copy when the file already holds an office. */
export async function migrateSafely(
  db: Db,
  migrations: readonly Migration[],
  backUp: () => Promise<void>,
): Promise<MigrationOutcome> {
  const pending = pendingMigrations(db, migrations)
  if (pending.length > 0 && versionOf(db) > 0) await backUp()
  return applyMigrations(db, migrations)
}

function applyOne(db: Db, migration: Migration): void {
  const run = db.transaction(() => {
    db.exec(migration.sql)
    const broken = db.pragma('foreign_key_check')
    if (Array.isArray(broken) && broken.length > 0) throw new Error(`${broken.length} broken references`)
    db.pragma(`user_version = ${migration.version}`)
  })
  try {
    run.immediate()
  } catch (error) {
    throw new DatabaseProblem('migration', { name: migration.name }, error)
  }
}
