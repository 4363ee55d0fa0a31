// Jobs are long work of one person: told of while they run, called off on demand, forgotten a day after.
import { ApiError, fail } from '@shared/api/errors'
import type { JobRow } from '@shared/features/jobs/endpoints'
import type { Publisher } from '@main/api/publish'
import type { Log } from '@main/services'

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

export function createJobs({ publisher, log, clock }: { publisher: Publisher; log: Log; clock: () => number }) {
  const jobs = new Map<number, Running>()
  let lastId = 0

  const rowOf = ({ stop: _stop, ...row }: Running): JobRow => row
  const tell = (job: Running): void => publisher.publish([{ entity: 'jobs', id: job.id }])

  function handleOf(job: Running): JobHandle {
    let told = 0
    return {
      id: job.id,
      signal: job.stop.signal,
      progress(done, total, step) {
        Object.assign(job, { done, total, step: step ?? job.step })
        if (clock() - told < toldEveryMs) return
        told = clock()
        tell(job)
      },
      async breathe() {
        await new Promise((resolve) => setImmediate(resolve))
        if (job.stop.signal.aborted) throw fail('cancelled')
      },
    }
  }

  async function work(job: Running, run: (handle: JobHandle) => Promise<Record<string, unknown>>): Promise<void> {
    try {
      job.result = await run(handleOf(job))
      job.state = 'done'
    } catch (error) {
      const failure = error instanceof ApiError ? error : fail('internal')
      if (!(error instanceof ApiError)) log.error('job failed', { name: job.name, error: error instanceof Error ? error.stack : String(error) })
      job.state = failure.code === 'cancelled' || job.stop.signal.aborted ? 'cancelled' : 'failed'
      job.error = { code: failure.code, rule: failure.details.code ?? null, params: failure.details.params ?? {} }
    }
    job.endedAt = clock()
    tell(job)
  }

  const forgetOld = (): void => {
    for (const [id, job] of jobs) if (job.endedAt !== null && clock() - job.endedAt > keptMs) jobs.delete(id)
  }

  return {
    /** Starts work that goes on after the call was answered; gives the job's id. */
    start(name: string, personId: number, run: (handle: JobHandle) => Promise<Record<string, unknown>>): number {
      forgetOld()
      const job: Running = {
        id: ++lastId,
        name,
        personId,
        startedAt: clock(),
        endedAt: null,
        state: 'running',
        done: 0,
        total: null,
        step: null,
        result: null,
        error: null,
        stop: new AbortController(),
      }
      jobs.set(job.id, job)
      setImmediate(() => void work(job, run))
      return job.id
    },
    /** A person's own jobs, newest first. */
    list: (personId: number): JobRow[] => [...jobs.values()].filter((job) => job.personId === personId).map(rowOf).reverse(),
    read(id: number, personId: number): JobRow {
      const job = jobs.get(id)
      if (!job || job.personId !== personId) throw fail('notFound')
      return rowOf(job)
    },
    cancel(id: number, personId: number): JobRow {
      const job = jobs.get(id)
      if (!job || job.personId !== personId) throw fail('notFound')
      if (job.state === 'running') job.stop.abort()
      return rowOf(job)
    },
    owns: (id: number, personId: number): boolean => jobs.get(id)?.personId === personId,
    /** Calls all off and waits until none is running; for the end of the host. */
    async stop(): Promise<void> {
      for (const job of jobs.values()) job.stop.abort()
      const running = (): boolean => [...jobs.values()].some((job) => job.state === 'running')
      for (let i = 0; running() && i < 500; i++) await new Promise((resolve) => setTimeout(resolve, 10))
    },
  }
}
export type Jobs = ReturnType<typeof createJobs>
