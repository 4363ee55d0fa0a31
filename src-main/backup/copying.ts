// Copies the database and checks the copy. It reads every page, so it runs in a worker (inWorker.ts).
import { createReadStream, statSync } from 'node:fs'
import { createHash } from 'node:crypto'
import { syncFile } from '@main/database/durable'
import { connect, openDatabase, type Db } from '@main/database/open'
import { versionOf } from '@main/database/migrate'
import type { Copy } from './manifest'

/** Copies the live database at `source` into the new file `target`, and says what the finished copy holds. */
export async function copyDatabase(source: string, target: string): Promise<Copy> {
  await takeSnapshot(source, target)
  makeSelfContained(target)
  syncFile(target)
  const found = examine(target)
  return { ...found, database: { size: statSync(target).size, sha256: await hashOf(target) } }
}

// All pages in one step: one read transaction, so the copy is one moment of the database however many
// writes go on meanwhile, and no step has to start over.
async function takeSnapshot(source: string, target: string): Promise<void> {
  const db = openDatabase(source, { readonly: true })
  try {
    await db.backup(target, { progress: () => 0x7fff_ffff })
  } finally {
    db.close()
  }
}

// Without a write-ahead log of its own the copy is one file, readable from a read-only disk.
function makeSelfContained(target: string): void {
  const db = connect(target, { mustExist: true })
  try {
    db.pragma('journal_mode = DELETE')
  } finally {
    db.close()
  }
}

function examine(target: string) {
  const db = openDatabase(target, { readonly: true })
  try {
    if (db.pragma('integrity_check(1)', { simple: true }) !== 'ok') throw damaged('integrity')
    const orphans = db.pragma('foreign_key_check')
    if (Array.isArray(orphans) && orphans.length > 0) throw damaged('references')
    return { schemaVersion: versionOf(db), counts: countsOf(db) }
  } finally {
    db.close()
  }
}

function countsOf(db: Db): Record<string, number> {
  const tables = db
    .prepare<[], { name: string }>("SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main'")
    .all()
    .filter(({ name }) => !name.startsWith('sqlite_'))
  const count = (name: string): number =>
    Number(
      db
        .prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
        .pluck()
        .get(),
    )
  return Object.fromEntries(tables.map(({ name }) => [name, count(name)]))
}

const damaged = (what: string): Error => Object.assign(new Error(`copy is damaged: ${what}`), { code: 'DAMAGED' })

/** sha256 of each file, in the order asked; null for one that is not there or cannot be read. */
export async function hashesOf(files: readonly string[]): Promise<(string | null)[]> {
  const found: (string | null)[] = []
  for (const file of files) found.push(await hashOf(file).catch(() => null))
  return found
}

async function hashOf(file: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file, { highWaterMark: 1_048_576 })) hash.update(chunk)
  return hash.digest('hex')
}
