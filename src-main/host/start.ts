// The host is everything that knows the database: opened, migrated, its rooms in place, ready for callers.
import { join } from 'node:path'
import { createPasswords } from '@main/api/passwords'
import { dispatch, type Dispatcher, type Host } from '@main/api/dispatch'
import { createPublisher, type Publisher } from '@main/api/publish'
import { createRightsCache } from '@main/api/rights'
import { forgetOldKeys } from '@main/api/idempotency'
import type { BackupService } from '@main/backup/service'
import { closeDatabase, type Db } from '@main/database/open'
import { readDictionaries } from '@main/duplicates/keys'
import {
  belongings,
  dailyWork,
  entities,
  firstWork,
  handlers,
  looks,
  papers,
  questions,
  reactions,
  related,
} from '@main/features'
import { Contents } from '@main/files/contents'
import { FileStore } from '@main/files/store'
import { Checkpoints } from '@main/jobs/checkpoints'
import { startDaily } from '@main/jobs/daily'
import { doFirst } from '@main/jobs/first'
import { Jobs } from '@main/jobs/jobs'
import { Reader } from '@main/jobs/reader'
import { HostTurns, type Turns } from '@main/jobs/turns'
import { createEntityRegistry } from '@main/records/entity'
import { Volumes } from '@main/volumes/volumes'
import { createSearchIndex } from '@main/search/searchIndex'
import type { Log } from '@main/log'
import type { Services } from '@main/api/context'
import { api } from '@shared/api/index'

export interface HostOptions {
  /** Open and migrated. */
  db: Db
  dataDir: string
  /** Folder for files on their way in and out. */
  tmpDir: string
  log: Log
  clock?: () => number
  /** scrypt's N; tests take a small one. */
  passwordCost?: number
  /** Whether the host does its daily work by itself; not where a test or a measurement would meet it by chance. Default true. */
  nights?: boolean
  /** None for an office in memory. */
  backups?: BackupService
}

/** The first page shall be on screen before. */
const learnAfterMs = 1500

/** Puts the rooms on an open database. */
export function startHost(options: HostOptions): Host {
  const { db, log } = options
  const checkpoints = new Checkpoints(db, log)
  const host = roomsOn(options, {
    publisher: createPublisher(),
    turns: new HostTurns(),
    settle: () => checkpoints.settle(),
  })
  const { services } = host
  forgetOldKeys(db, host.clock())
  doFirst(host, firstWork)
  services.volumes.start(host)
  checkpoints.start()
  const learning = options.nights === false ? undefined : setTimeout(readDictionaries, learnAfterMs).unref()
  const stopDaily = options.nights === false ? async () => undefined : startDaily(host, dailyWork)
  return {
    ...host,
    call: (call) => dispatch(host, call),
    async stop() {
      clearTimeout(learning)
      await stopDaily()
      await services.jobs.stop()
      services.volumes.stop(host)
      await services.reader.stop()
      await checkpoints.stop()
      closeDatabase(db)
    },
  }
}

/** What differs between the host and a thread of it. */
interface Surroundings {
  publisher: Publisher
  turns: Turns
  settle?: () => Promise<void>
}

/** The rooms with all they need, and nothing that runs by itself: the host, or a thread that does one job of it. */
export function roomsOn(options: Omit<HostOptions, 'nights'>, { publisher, turns, settle }: Surroundings): Dispatcher {
  const { db, log, clock = Date.now } = options
  const services: Services = {
    rights: createRightsCache(db),
    publisher,
    turns,
    jobs: new Jobs({ publisher, log, clock, ...(settle ? { settle } : {}) }),
    reader: new Reader(db, log),
    entities: createEntityRegistry(entities, looks),
    reactions,
    questions,
    belongings,
    files: new FileStore(options.tmpDir),
    contents: new Contents(join(options.dataDir || options.tmpDir, 'files')),
    passwords: createPasswords(options.passwordCost),
    search: createSearchIndex(),
    related,
    volumes: new Volumes(),
    papers,
    log,
    dataDir: options.dataDir,
    backups: options.backups ?? null,
  }
  return { db, api, handlers, services, clock }
}
