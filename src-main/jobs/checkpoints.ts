// Checkpoints of the office's file are made by a thread with a connection of its own: on the host's connection they
// would wait for the disk inside somebody's commit. The host only looks how long the log has become.
import { Worker } from 'node:worker_threads'
import { logState, moveByItself, type LogState } from '@main/database/checkpoint'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import type { Log } from '@main/log'
import { placeOf } from './workers'

export type ToMover = 'move' | 'stop'
export type FromMover = LogState & { failed: string | null }

/** Pages of 4 KB in the log from which long work rests until they are moved: beside a pass its commits would wait for the
 * disk, and while somebody writes all the time the log can never begin anew. */
const restFrom = 2000
/** Pages that may wait before a pass is made beside whatever is going on. */
const passFrom = 3000
/** From here on a commit moves the log by itself, as when there is no thread: it then has little left to move. */
const byItselfFrom = 12_000
const standard = 1000
const lookEveryMs = 250
/** After a failed pass, e.g. on a full disk. */
const againMs = 5000
/** Passes that one rest waits for; whoever reads for long keeps the log from being emptied. */
const passesARest = 4

export class Checkpoints {
  readonly #db: Db
  readonly #log: Log
  #worker: Worker | null = null
  #pass: Promise<void> | null = null
  #told: (state: FromMover) => void = () => undefined
  #timer: NodeJS.Timeout | null = null
  #notBefore = 0
  #rows = -1

  constructor(db: Db, log: Log) {
    this.#db = db
    this.#log = log
  }

  /** Nothing happens for an office in memory. */
  start(): void {
    if (this.#db.memory || this.#timer) return
    moveByItself(this.#db, byItselfFrom)
    this.#timer = setInterval(() => this.#look(), lookEveryMs)
    this.#timer.unref()
  }

  /** Long work calls it between its pieces: rests while the log is too long. */
  async settle(): Promise<void> {
    if (!this.#timer) return
    if (logState(this.#db).pages < restFrom) return
    for (let pass = 0; pass < passesARest && this.#timer && logState(this.#db).waiting > 0; pass++) {
      this.#begin()
      await this.#pass
    }
  }

  /** Ends the thread and its connection; to be awaited before the file is closed. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    await this.#pass
    const worker = this.#worker
    this.#worker = null
    if (!worker) return
    const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
    worker.ref()
    this.#tell(worker, 'stop')
    await ended
  }

  #look(): void {
    const rows = statement<[], { rows: number }>(this.#db, 'SELECT total_changes() rows').get()?.rows ?? 0
    if (rows === this.#rows) return
    this.#rows = rows
    if (logState(this.#db).waiting > passFrom) this.#begin()
  }

  #begin(): void {
    if (this.#pass || !this.#timer || Date.now() < this.#notBefore) return
    try {
      const worker = (this.#worker ??= this.#open())
      this.#pass = new Promise<FromMover>((resolve) => {
        this.#told = resolve
        // only an idle thread must not keep a program alive
        worker.ref()
        this.#tell(worker, 'move')
      }).then(({ failed }) => {
        this.#pass = null
        worker.unref()
        if (failed === null) return
        this.#notBefore = Date.now() + againMs
        this.#log.warn('checkpoint failed', { why: failed })
      })
    } catch (error) {
      this.#giveUp(error)
    }
  }

  #tell(worker: Worker, message: ToMover): void {
    worker.postMessage(message)
  }

  #open(): Worker {
    const worker = new Worker(placeOf('checkpoint'), { workerData: { file: this.#db.name } })
    worker.on('message', (state: FromMover) => this.#told(state))
    worker.on('error', (error) => this.#giveUp(error))
    return worker
  }

  /** Without its thread the host does as any connection does. */
  #giveUp(error: unknown): void {
    this.#log.warn('no thread for checkpoints', { why: String(error) })
    if (this.#timer) clearInterval(this.#timer)
    this.#timer = null
    this.#worker = null
    if (this.#db.open) moveByItself(this.#db, standard)
    this.#told({ failed: String(error), pages: 0, waiting: 0 })
  }
}
