// Freezes the schema of a release with data in every table: `npm run freeze-database`. From then on every later
// program has to bring this file to its own schema without losing a row (tests/migrations).
import { existsSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { applyMigrations, readMigrations } from '@main/database/migrate'
import { openDatabase } from '@main/database/open'
import { dumpDatabase } from '../tests/migrations/parts/dump'
import { fillDatabase } from '../tests/migrations/parts/fill'

const root = join(import.meta.dirname, '..')
const migrations = readMigrations(join(root, 'migrations'))
const last = migrations.at(-1)?.name ?? 'empty'
const file = join(root, 'tests/migrations/frozen', `${last}.sql`)

const db = openDatabase(':memory:')
applyMigrations(db, migrations)
fillDatabase(db)
const text = dumpDatabase(db)
if (existsSync(file))
  console.log('This schema is frozen already; a released one never changes. Delete it only before a release.')
else {
  writeFileSync(file, text)
  console.log(`Frozen: ${relative(root, file)}`)
}
