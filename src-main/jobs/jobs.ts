// Jobs are long work of one person: told of while they run, called off on demand, forgotten a day after.
import { breath } from './rest'
import { fail } from '@shared/api/errors'
import type { JobRow } from '@shared/features/jobs/endpoints'
import { asApiError } from '@main/api/failures'
import type { Publisher } from '@main/api/publish'
import type { Log } from '@main/log'

export interface JobHandle {
  id: number
  signal: AbortSignal
  /** `total` null: not known. `step` is a locale key under `jobs.steps`. */
  progress(done: number, total: number | null, step?: string): void
  /** Lets others be served; throws `cancelled` when the job was called off. */
  breathe(): Promise<void>
}

interface Running extends JobRow {
  stop: AbortController
}

const keptMs = 86_400_000
const toldEveryMs = 200

export interface JobsOptions {
  publisher: Publisher
  log: Log
  clock: () => number
  /** Awaited at every breath, e.g. until the disk has caught up. */
  settle?: () => Promise<void>
}

type Work = (handle: JobHandle) => Promise<Record<string, unknown>>

const rowOf = ({ stop: _stop, ...row }: Running): JobRow => row

export class Jobs {
  readonly #jobs = new Map<number, Running>()
  readonly #options: JobsOptions
  #lastId: number

  constructor(options: JobsOptions) {
    this.#options = options
    // whoever still follows a job of the host before this one must not be told of another
    this.#lastId = Math.floor(options.clock() / 1000) * 1000
  }

  /** The host's clock, epoch ms. */
  now(): number {
    return this.#options.clock()
  }

  /** Starts work that goes on after the call was answered; gives the job's id. */
  start(name: string, personId: number, work: Work): number {
    this.#forgetOld()
    const job: Running = {
      id: ++this.#lastId,
      name,
      personId,
      startedAt: this.#options.clock(),
      endedAt: null,
      state: 'running',
      done: 0,
      total: null,
      step: null,
      result: null,
      error: null,
      stop: new AbortController(),
    }
    this.#jobs.set(job.id, job)
    setImmediate(() => void this.#run(job, work))
    return job.id
  }

  /** A person's own jobs, newest first. */
  list(personId: number): JobRow[] {
    const own = [...this.#jobs.values()].filter((job) => job.personId === personId)
    return own.map(rowOf).reverse()
  }

  read(id: number, personId: number): JobRow {
    return rowOf(this.#own(id, personId))
  }

  cancel(id: number, personId: number): JobRow {
    const job = this.#own(id, personId)
    if (job.state === 'running') job.stop.abort()
    return rowOf(job)
  }

  owns(id: number, personId: number): boolean {
    return this.#jobs.get(id)?.personId === personId
  }

  /** Calls all off and waits until none is running; for the end of the host. */
  async stop(): Promise<void> {
    for (const job of this.#jobs.values()) job.stop.abort()
    const running = (): boolean => [...this.#jobs.values()].some((job) => job.state === 'running')
    for (let i = 0; running() && i < 500; i++) await new Promise((resolve) => setTimeout(resolve, 10))
  }

  async #run(job: Running, work: Work): Promise<void> {
    const { log, clock } = this.#options
    try {
      job.result = await work(this.#handleOf(job))
      job.state = 'done'
    } catch (error) {
      const failure = asApiError(error, log, job.name)
      job.state = failure.code === 'cancelled' || job.stop.signal.aborted ? 'cancelled' : 'failed'
      job.error = { code: failure.code, rule: failure.details.code ?? null, params: failure.details.params ?? {} }
    }
    job.endedAt = clock()
    this.#tell(job)
  }

  #handleOf(job: Running): JobHandle {
    let told = 0
    const { settle } = this.#options
    return {
      id: job.id,
      signal: job.stop.signal,
      progress: (done, total, step) => {
        Object.assign(job, { done, total, step: step ?? job.step })
        const now = this.#options.clock()
        if (now - told < toldEveryMs) return
        told = now
        this.#tell(job)
      },
      async breathe() {
        await settle?.()
        // last: whatever woke this up, timers and calls have their turn before the next piece
        await breath()
        if (job.stop.signal.aborted) throw fail('cancelled')
      },
    }
  }

  #own(id: number, personId: number): Running {
    const job = this.#jobs.get(id)
    if (!job || job.personId !== personId) throw fail('notFound')
    return job
  }

  #tell(job: Running): void {
    this.#options.publisher.publish([{ entity: 'jobs', id: job.id }])
  }

  #forgetOld(): void {
    const now = this.#options.clock()
    for (const [id, job] of this.#jobs) if (job.endedAt !== null && now - job.endedAt > keptMs) this.#jobs.delete(id)
  }
}

declare module '@main/api/context' {
  interface Services {
    jobs: Jobs
  }
}
