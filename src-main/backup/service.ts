// The office's backups: made by themselves every quarter of an hour with changes and before dangerous steps,
// thinned, copied to a second place, verified and restored.
import { join } from 'node:path'
import type { BackupProblemCode, BackupReason } from '@shared/features/backup/reasons'
import { versionOf } from '@main/database/migrate'
import { changeMark } from '@main/database/changeMark'
import type { Db } from '@main/database/open'
import { trimPool } from './attachments'
import { writtenAfter } from './changes'
import { listBackups, readManifest, removeBackup, sweep } from './folder'
import { Line } from './line'
import { makeBackup } from './make'
import { databaseName, type Manifest } from './manifest'
import { BackupProblem, asBackupProblem } from './problem'
import { restoreBackup, type RestoreOutcome } from './restore'
import { copyToSecond } from './secondTarget'
import { superfluous } from './thin'
import { verifyBackup, type Verdict } from './verify'

export interface BackupServiceOptions {
  /** The open database; another one after a restore. */
  db: () => Db
  dataDir: string
  /** Where backups lie; `backups` inside the data folder unless told otherwise. */
  folder?: string
  /** The second place as set now; null when there is none. */
  secondFolder?: () => string | null
  /** Closes the database, runs the work, opens it again; the host knows how. */
  whileClosed?: (work: () => Promise<void>, by: RestoredBy) => Promise<void>
  now?: () => number
}

/** Who asked for a restore, for the audit log of the office restored. */
export interface RestoredBy {
  personId: number
  actorId: number
  device: string
}

export type BackupEvent =
  | { kind: 'made'; backup: Manifest }
  | { kind: 'failed'; code: BackupProblemCode; at: number; second: boolean }
  | { kind: 'restored'; name: string; outcome: RestoreOutcome }

interface Failure {
  code: BackupProblemCode
  at: number
}

export interface BackupStatus {
  /** The last verified copy; null before the first. */
  newest: Manifest | null
  /** How old that copy is, in ms. */
  ageMs: number | null
  count: number
  running: boolean
  /** The last failure, until a backup succeeds again. */
  failure: Failure | null
  second: { folder: string; newest: Manifest | null; failure: Failure | null } | null
}

export const scheduleMinutes = 15
/** An office that is open for minutes a day only is backed up too. */
const firstMinutes = 2

/** @example const backups = new BackupService({ db: () => db, dataDir }); backups.start() */
export class BackupService {
  /** Where backups lie. */
  readonly folder: string
  readonly #options: BackupServiceOptions
  readonly #now: () => number
  readonly #listeners = new Set<(event: BackupEvent) => void>()
  #failure: Failure | null = null
  #secondFailure: Failure | null = null
  #timer: NodeJS.Timeout | null = null
  #first: NodeJS.Timeout | null = null
  #waiting = 0
  readonly #line = new Line()
  /** The database's mark when it was last backed up; a mark nothing equals when it never was. */
  #savedMark: string

  constructor(options: BackupServiceOptions) {
    this.#options = options
    this.folder = options.folder ?? join(options.dataDir, 'backups')
    this.#now = options.now ?? Date.now
    const newest = listBackups(this.folder)[0]
    const unsaved = writtenAfter(this.#source, newest?.createdAt ?? 0)
    this.#savedMark = unsaved ? '' : changeMark(options.db())
  }

  /** Finished backups, newest first. */
  list(): Manifest[] {
    return listBackups(this.folder)
  }

  /** Finished backups of the second folder, newest first; none when it is not there. */
  listSecond(): Manifest[] {
    return this.#second === null ? [] : listBackups(this.#second)
  }

  status(): BackupStatus {
    const all = this.list()
    const newest = all[0] ?? null
    const second = this.#second
    return {
      newest,
      ageMs: newest === null ? null : Math.max(0, this.#now() - newest.verifiedAt),
      count: all.length,
      running: this.#waiting > 0,
      failure: this.#failure,
      second:
        second === null
          ? null
          : { folder: second, newest: listBackups(second)[0] ?? null, failure: this.#secondFailure },
    }
  }

  /** Makes one now and returns once it is verified. Throws BackupProblem. */
  create(reason: BackupReason): Promise<Manifest> {
    return this.#inLine(() => this.#make(reason))
  }

  /** Reads a backup again and compares every hash. Throws BackupProblem `notFound`. */
  verify(name: string): Promise<Verdict> {
    return this.#inLine(async () => verifyBackup(this.#placeOf(name), name))
  }

  /** Backs up the present, then puts the named backup in its place. Throws BackupProblem; then nothing changed. */
  restore(name: string, by: RestoredBy): Promise<RestoreOutcome & { before: string }> {
    return this.#inLine(async () => {
      const { whileClosed, dataDir } = this.#options
      if (whileClosed === undefined) throw new BackupProblem('failed')
      const folder = this.#placeOf(name)
      const known = versionOf(this.#options.db())
      if ((readManifest(folder, name)?.schemaVersion ?? 0) > known) throw new BackupProblem('newerBackup')
      if (!(await verifyBackup(folder, name)).good) throw new BackupProblem('damagedBackup')
      const before = (await this.#make('beforeRestore', name)).name
      let outcome: RestoreOutcome = { kept: null, missingAttachments: [] }
      const exchange = async (): Promise<void> => {
        outcome = await restoreBackup({ dataDir, folder, name, now: this.#now })
      }
      await this.#line.closedWhile(() => whileClosed(exchange, by))
      this.#savedMark = ''
      this.#tell({ kind: 'restored', name, outcome })
      return { ...outcome, before }
    })
  }

  /**
   * Work on the attachments while no backup or restore is under way: what a backup has listed stays until it is
   * copied. Throws BackupProblem `busy` when a restore goes first.
   */
  between<T>(work: () => Promise<T>): Promise<T> {
    return this.#line.run(work)
  }

  /** Hears of every backup made or failed; returns how to stop hearing. */
  on(listener: (event: BackupEvent) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Backs up now if anything has changed since the last time; what the timer calls. Never throws. */
  async tick(): Promise<void> {
    const db = this.#options.db()
    if (this.#waiting > 0 || !db.open || changeMark(db) === this.#savedMark) return
    await this.create('schedule').catch(() => undefined)
  }

  start(): void {
    this.#timer ??= setInterval(() => void this.tick(), scheduleMinutes * 60_000)
    this.#timer.unref()
    this.#first ??= setTimeout(() => void this.tick(), firstMinutes * 60_000)
    this.#first.unref()
  }

  /** Stops the timer and waits for the work under way. */
  async stop(): Promise<void> {
    if (this.#timer !== null) clearInterval(this.#timer)
    if (this.#first !== null) clearTimeout(this.#first)
    this.#timer = this.#first = null
    await this.#line.empty()
  }

  get #source(): string {
    return join(this.#options.dataDir, databaseName)
  }

  get #second(): string | null {
    return this.#options.secondFolder?.() ?? null
  }

  // One at a time: two copies at once would only take each other's disk.
  #inLine<T>(work: () => Promise<T>): Promise<T> {
    this.#waiting += 1
    return this.#line.run(work).finally(() => (this.#waiting -= 1))
  }

  async #make(reason: BackupReason, needed?: string): Promise<Manifest> {
    try {
      sweep(this.folder)
      const mark = changeMark(this.#options.db())
      const manifest = await makeBackup({
        source: this.#source,
        attachments: join(this.#options.dataDir, 'files'),
        folder: this.folder,
        reason,
        now: this.#now,
      })
      this.#savedMark = mark
      this.#failure = null
      await this.#thin(this.folder, needed)
      this.#tell({ kind: 'made', backup: manifest })
      await this.#copyOn(manifest, needed)
      return manifest
    } catch (error) {
      const problem = asBackupProblem(error)
      this.#failure = this.#failed(problem, false)
      throw problem
    }
  }

  async #copyOn(manifest: Manifest, needed: string | undefined): Promise<void> {
    const second = this.#second
    if (second === null) return
    try {
      sweep(second)
      await copyToSecond(this.folder, second, manifest)
      this.#secondFailure = null
      await this.#thin(second, needed)
    } catch (error) {
      this.#secondFailure = this.#failed(asBackupProblem(error), true)
    }
  }

  // `needed` is about to be restored: the backup made before the restore must not push it out.
  async #thin(folder: string, needed: string | undefined): Promise<void> {
    for (const name of superfluous(listBackups(folder), this.#now())) if (name !== needed) removeBackup(folder, name)
    await trimPool(folder)
  }

  #placeOf(name: string): string {
    const place = [this.folder, this.#second].find((folder) => folder !== null && readManifest(folder, name) !== null)
    if (place === undefined || place === null) throw new BackupProblem('notFound')
    return place
  }

  #failed({ code }: BackupProblem, second: boolean): Failure {
    const failure = { code, at: this.#now() }
    this.#tell({ kind: 'failed', ...failure, second })
    return failure
  }

  #tell(event: BackupEvent): void {
    for (const listener of this.#listeners) listener(event)
  }
}

declare module '@main/api/context' {
  interface Services {
    /** None for an office in memory. */
    backups: BackupService | null
  }
}
