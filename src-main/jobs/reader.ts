// Reads that would hold the host for long, e.g. an exact count over two million records, run in a thread with a
// connection of its own. The driver cannot interrupt a statement: of a thread that takes too long nothing is awaited
// any more, and it ends with its statement.
import { Worker } from 'node:worker_threads'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import type { Log } from '@main/log'
import { WorkerFailure } from './workerTypes'
import { placeOf } from './workers'

export interface Asked {
  id: number
  sql: string
  params: unknown[]
}
export type Answered = { id: number; rows: unknown[] } | { id: number; failed: string }

interface Waiting {
  done(rows: unknown[]): void
  failed(error: Error): void
  timer: NodeJS.Timeout
}

const standardBudgetMs = 15_000

export class Reader {
  readonly #db: Db
  readonly #log: Log
  readonly #budgetMs: number
  readonly #waiting = new Map<number, Waiting>()
  #worker: Worker | null = null
  /** Threads given up, each with the file open until its statement is done. */
  readonly #ending = new Set<Promise<unknown>>()
  #last = 0
  #stopped = false

  constructor(db: Db, log: Log, { budgetMs = standardBudgetMs }: { budgetMs?: number } = {}) {
    this.#db = db
    this.#log = log
    this.#budgetMs = budgetMs
  }

  /**
   * The rows of a statement that answers with few. What the call itself has not committed is not seen.
   * @throws WorkerFailure `timeout` after 15 s, or at once while one that took longer is still at it, `crashed`, or
   * `cancelled` when the host stops
   */
  async all<R>(sql: string, params: unknown[]): Promise<R[]> {
    if (this.#stopped) throw new WorkerFailure('cancelled')
    // a thread more for every new question would take the machine from those who work
    if (this.#ending.size > 0) throw new WorkerFailure('timeout')
    const worker = this.#thread()
    // an office in memory has no other connection
    if (!worker) return statement<unknown[], R>(this.#db, sql).all(...params)
    const id = (this.#last += 1)
    const rows = await new Promise<unknown[]>((done, failed) => {
      const timer = setTimeout(() => this.#end('timeout'), this.#budgetMs)
      this.#waiting.set(id, { done, failed, timer })
      const asked: Asked = { id, sql, params }
      worker.ref()
      worker.postMessage(asked)
    })
    // the caller names the row type of its own SQL, as with any statement
    return rows as R[]
  }

  /** Ends all threads; to be awaited before the file is closed. Takes as long as a statement still runs. */
  async stop(): Promise<void> {
    this.#stopped = true
    this.#end('cancelled')
    await Promise.all(this.#ending)
  }

  #thread(): Worker | null {
    if (this.#db.memory) return null
    if (this.#worker) return this.#worker
    try {
      const worker = new Worker(placeOf('reader'), { workerData: { file: this.#db.name } })
      worker.on('message', (answer: Answered) => this.#take(answer))
      worker.on('error', (error) => {
        this.#log.warn('reading thread failed', { why: String(error) })
        if (worker === this.#worker) this.#end('crashed')
      })
      worker.unref()
      return (this.#worker = worker)
    } catch (error) {
      this.#log.warn('no thread for reading', { why: String(error) })
      return null
    }
  }

  #take(answer: Answered): void {
    const waiting = this.#waiting.get(answer.id)
    if (!waiting) return
    this.#waiting.delete(answer.id)
    clearTimeout(waiting.timer)
    // only an idle thread must not keep a program alive
    if (this.#waiting.size === 0) this.#worker?.unref()
    if ('failed' in answer) waiting.failed(new Error(answer.failed))
    else waiting.done(answer.rows)
  }

  #end(code: string): void {
    const worker = this.#worker
    this.#worker = null
    for (const { failed, timer } of this.#waiting.values()) {
      clearTimeout(timer)
      failed(new WorkerFailure(code))
    }
    this.#waiting.clear()
    if (!worker) return
    const ended: Promise<unknown> = worker.terminate().finally(() => this.#ending.delete(ended))
    this.#ending.add(ended)
  }
}

declare module '@main/api/context' {
  interface Services {
    reader: Reader
  }
}
