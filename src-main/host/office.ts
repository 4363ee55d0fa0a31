// An office is a data folder in use: locked for this program, checked, migrated, backed up, with a host on top.
// A restore exchanges the file underneath; callers keep the office and never see the host change.
import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import { appendAudit } from '@main/api/audit'
import { endAllSessions } from '@main/api/sessions'
import { readSetting } from '@main/api/settings'
import { checkOpening, type Opening } from '@main/backup/opening'
import { databaseName } from '@main/backup/manifest'
import { BackupProblem } from '@main/backup/problem'
import { restoreBackup } from '@main/backup/restore'
import { BackupService, type RestoredBy } from '@main/backup/service'
import type { Location } from '@main/database/location'
import { becomeFirst, type FirstInstance } from '@main/database/singleInstance'
import { locationHere } from '@main/database/surroundings'
import {
  applyMigrations,
  migrateSafely,
  pendingMigrations,
  readMigrations,
  type Migration,
} from '@main/database/migrate'
import { type Db, openDatabase } from '@main/database/open'
import { DatabaseProblem } from '@main/database/problem'
import type { Log } from '@main/log'
import { fail } from '@shared/api/errors'
import type { Host } from '@main/api/dispatch'
import { startHost } from './start'

export interface OfficeOptions {
  dataDir: string
  migrationsDir: string
  log: Log
  clock?: () => number
  passwordCost?: number
  /** Done first, under the lock: what was chosen after a refusal. */
  first?: WayOn
  /** Opens it on a network share or in a sync folder too. */
  anyPlace?: boolean
  /** Told before the data of an older program is brought up to date, which may take minutes; `steps`: in how many. */
  updating?: (steps: number) => void
}

/** What can be done about a refused file: the backup offered, or the file somebody renamed. */
export type WayOn = { restore: string } | { useFile: string }

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
  | Refusal
export type Refusal =
  Extract<Opening, { state: 'refused' }> | { state: 'badPlace'; place: Exclude<Location, { kind: 'local' }> }

/** Opens the office in a folder; nothing is changed when it is refused. */
export async function startOffice(options: OfficeOptions): Promise<OfficeStart> {
  const { dataDir, anyPlace = false } = options
  const place = anyPlace ? ({ kind: 'local' } as const) : locationHere(dataDir)
  if (place.kind !== 'local') return { state: 'badPlace', place }
  const migrations = readMigrations(options.migrationsDir)
  mkdirSync(dataDir, { recursive: true })
  const instance = await becomeFirst(dataDir)
  if (!instance.first) return { state: 'second', address: instance.address }
  try {
    if (options.first) await goOn(options, options.first)
    const opening = await checkOpening({ dataDir, folder: join(dataDir, 'backups') }, migrations.length)
    if (opening.state !== 'refused') return { state: 'open', office: await openOffice(options, instance, migrations) }
    instance.release()
    return opening
  } catch (error) {
    instance.release()
    return asRefusal(error)
  }
}

/** What can be said in words of a failed start; anything else is thrown on. */
function asRefusal(error: unknown): Refusal {
  if (error instanceof DatabaseProblem)
    return { state: 'refused', code: error.code, details: error.details, backup: null }
  if (error instanceof BackupProblem) return { state: 'refused', code: 'notBackedUp', details: {}, backup: null }
  throw error
}

async function goOn({ dataDir, clock = Date.now }: OfficeOptions, way: WayOn): Promise<void> {
  if ('restore' in way) {
    await restoreBackup({ dataDir, folder: join(dataDir, 'backups'), name: way.restore, now: clock })
    return
  }
  const [from, to] = [join(dataDir, basename(way.useFile)), join(dataDir, databaseName)]
  for (const ending of ['-wal', ''])
    if (existsSync(from + ending) && !existsSync(to + ending)) renameSync(from + ending, to + ending)
}

async function openOffice(
  options: OfficeOptions,
  instance: FirstInstance,
  migrations: readonly Migration[],
): Promise<Office> {
  const { dataDir, clock = Date.now } = options
  const file = join(dataDir, databaseName)
  let db = openDatabase(file)
  let host: Host | null = null
  const backups = new BackupService({
    db: () => db,
    dataDir,
    now: clock,
    secondFolder: () => secondFolder(db),
    async whileClosed(work, by) {
      host?.services.publisher.endAll()
      await host?.stop()
      host = null
      const failed = await work().then(
        () => null,
        (error: unknown) => ({ error }),
      )
      db = openDatabase(file)
      applyMigrations(db, migrations)
      if (failed === null) afterRestore(db, by, clock())
      host = hostOn(db)
      if (failed !== null) throw failed.error
    },
  })
  const hostOn = (opened: Db): Host =>
    startHost({ ...options, db: opened, backups, tmpDir: join(dataDir, 'tmp', 'files') })
  await migrateSafely(db, migrations, () => beforeUpdate(options, db, migrations, backups)).catch((error) => {
    db.close()
    throw error
  })
  if (options.first && 'restore' in options.first) afterRestore(db, nobody, clock())
  host = hostOn(db)
  backups.on(() => host?.services.publisher.publish([{ entity: 'backup', id: undefined }]))
  backups.start()
  return {
    host: lasting(() => host),
    backups,
    announce: instance.announce,
    async stop() {
      await backups.stop()
      await host?.stop()
      instance.release()
    },
  }
}

async function beforeUpdate(
  { updating }: OfficeOptions,
  db: Db,
  migrations: readonly Migration[],
  backups: BackupService,
): Promise<void> {
  updating?.(pendingMigrations(db, migrations).length)
  await backups.create('beforeMigration')
}

const nobody: RestoredBy = { personId: 0, actorId: 0, device: '' }

// A sign-in that was ended since would live again, so all end; and the restored office tells of its restore.
function afterRestore(db: Db, by: RestoredBy, at: number): void {
  const write = db.transaction(() => {
    endAllSessions(db)
    const about = { entity: 'backup', recordId: null, changeSetId: null, detail: null }
    appendAudit(db, { ...by, ...about, at, path: 'backup.restore', outcome: 'ok' })
  })
  write.immediate()
}

/** Where copies go a second time, as the office set it. */
function secondFolder(db: Db): string | null {
  // Also when it is not there just now: an unplugged disk has to show in the status.
  return readSetting(db, 'backup.secondFolder') || null
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
