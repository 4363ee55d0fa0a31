// An office is a data folder in use: locked for this program, checked, migrated, backed up, with a host on top.
// A restore exchanges the file underneath; callers keep the office and never see the host change.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { checkOpening, type Opening } from '@main/backup/opening'
import { databaseName } from '@main/backup/manifest'
import { BackupService } from '@main/backup/service'
import { becomeFirst } from '@main/database/singleInstance'
import { applyMigrations, migrateSafely, readMigrations } from '@main/database/migrate'
import { type Db, openDatabase } from '@main/database/open'
import { statement } from '@main/database/statements'
import type { Log } from '@main/services'
import { fail } from '@shared/api/errors'
import { type Host, startHost } from './start'

export interface OfficeOptions {
  dataDir: string
  migrationsDir: string
  log: Log
  clock?: () => number
  passwordCost?: number
}

export interface Office {
  /** Stays valid across a restore. */
  host: Host
  backups: BackupService
  /** Tells later starts where this program can be reached. */
  announce(address: string): void
  stop(): Promise<void>
}

export type OfficeStart =
  | { state: 'open'; office: Office }
  /** Another program has the folder; it may be reached there. */
  | { state: 'second'; address: string | null }
  | Extract<Opening, { state: 'refused' }>

/** Opens the office in a folder; nothing is changed when it is refused. */
export async function startOffice(options: OfficeOptions): Promise<OfficeStart> {
  const { dataDir, migrationsDir } = options
  mkdirSync(dataDir, { recursive: true })
  const instance = await becomeFirst(dataDir)
  if (!instance.first) return { state: 'second', address: instance.address }
  const migrations = readMigrations(migrationsDir)
  const opening = await checkOpening({ dataDir, folder: join(dataDir, 'backups') }, migrations.length)
  if (opening.state === 'refused') {
    instance.release()
    return opening
  }
  let db = openDatabase(join(dataDir, databaseName))
  let host: Host | null = null
  const backups = new BackupService({
    db: () => db,
    dataDir,
    secondFolder: () => secondFolder(db),
    whileClosed: async (work) => {
      await host?.stop()
      host = null
      try {
        await work()
      } finally {
        db = openDatabase(join(dataDir, databaseName))
        applyMigrations(db, migrations)
        host = startHost(hostOptions(db, backups))
      }
    },
    ...(options.clock ? { now: options.clock } : {}),
  })
  const hostOptions = (opened: Db, service: BackupService) => ({ ...options, db: opened, backups: service, tmpDir: join(dataDir, 'tmp', 'files') })
  await migrateSafely(db, migrations, async () => void (await backups.create('beforeMigration')))
  host = startHost(hostOptions(db, backups))
  backups.start()
  return {
    state: 'open',
    office: {
      host: lasting(() => host),
      backups,
      announce: instance.announce,
      async stop() {
        await backups.stop()
        await host?.stop()
        instance.release()
      },
    },
  }
}

/** Where copies go a second time, as the office set it. */
function secondFolder(db: Db): string | null {
  const row = statement<[], { value: string }>(db, `SELECT value FROM settings WHERE key = 'backup.second'`).get()
  return row && row.value !== '' && existsSync(row.value) ? row.value : null
}

/** A host whose parts are looked up at each use, so that it outlives an exchange of the file. */
function lasting(current: () => Host | null): Host {
  const now = (): Host => {
    const host = current()
    if (!host) throw fail('unavailable', { code: 'restoring' })
    return host
  }
  return {
    get db() {
      return now().db
    },
    get api() {
      return now().api
    },
    get handlers() {
      return now().handlers
    },
    get services() {
      return now().services
    },
    clock: () => now().clock(),
    call: async (call) => now().call(call),
    stop: async () => void (await current()?.stop()),
  }
}
