// A writing thread does the long writing part of one job on a connection of its own, so that nobody's read waits for it
// and a write waits for no more than the piece it is at. It works in the name of the session that began the job, and
// ends with it.
import type { Context } from '@main/api/context'
import { asApiError } from '@main/api/failures'
import type { Change } from '@main/api/publish'
import type { JobHandle } from './jobs'
import { errorCodes, fail } from '@shared/api/errors'
import { startWorker } from './workers'
import { WorkerFailure, type WorkerName } from './workerTypes'

/** All that a thread gets to know of its host. */
export interface Brief {
  file: string
  dataDir: string
  /** The endpoint whose job it is. */
  path: string
  session: number
  device: string
  local: boolean
  /** Ms by which the host's clock is ahead of the machine's. */
  clockAhead: number
  turns: SharedArrayBuffer
}

export interface Note {
  level: 'info' | 'warn' | 'error'
  message: string
  detail?: Record<string, unknown> | undefined
}

/** A value, and what the host has to pass on since the one before. */
export interface FromThread<V> {
  value: V | null
  published: Change[]
  notes: Note[]
}

/** Longest silence, e.g. while an old office's keys are made. */
const longestSilenceMs = 1_800_000

/** What is called off and does not end by itself is ended; less than a host that stops waits for its jobs. */
const graceMs = 3000

/** An office in memory has no other connection; work without a session has nobody in whose name to go on. */
export const canUseThread = ({ db, user }: Context): boolean => !db.memory && user.sessionId !== 0

/**
 * What a program of src-main/workers yields, made with `threadWork` there. Called off, it ends after the piece it is at.
 * @throws ApiError internal when the thread died
 */
export async function* inThread<V>(
  ctx: Context,
  job: JobHandle,
  name: WorkerName,
  task: unknown,
  transfer: ArrayBuffer[] = [],
): AsyncGenerator<V> {
  const turns = ctx.services.turns.open()
  const brief: Brief = {
    file: ctx.db.name,
    dataDir: ctx.services.dataDir,
    path: ctx.path,
    session: ctx.user.sessionId,
    device: ctx.device,
    local: ctx.local,
    clockAhead: ctx.services.jobs.now() - Date.now(),
    turns: turns.shared,
  }
  const end = new AbortController()
  let patience: NodeJS.Timeout | undefined
  const callOff = (): void => {
    turns.callOff()
    patience = setTimeout(() => end.abort(), graceMs)
  }
  job.signal.addEventListener('abort', callOff)
  if (job.signal.aborted) callOff()
  try {
    const messages = startWorker<FromThread<V>>(
      name,
      { brief, task },
      { maxMemoryMb: Infinity, timeoutMs: longestSilenceMs, transfer, signal: end.signal },
    )
    for await (const { value, published, notes } of messages) {
      for (const { level, message, detail } of notes) ctx.services.log[level](message, detail)
      ctx.services.publisher.publish(published)
      if (value !== null) yield value
    }
  } catch (error) {
    throw asFailure(error, ctx)
  } finally {
    clearTimeout(patience)
    job.signal.removeEventListener('abort', callOff)
    turns.close()
  }
}

function asFailure(error: unknown, { services, path }: Context): Error {
  if (!(error instanceof WorkerFailure)) return asApiError(error, services.log, path)
  const code = errorCodes.find((one) => one === error.code)
  if (code) return fail(code)
  services.log.error('thread failed', { path, code: error.code, ...error.params })
  return fail('internal')
}
