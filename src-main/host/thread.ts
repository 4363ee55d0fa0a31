// The thread's half of writingThread.ts: the rooms on a connection of its own, and the context of the job it goes on with.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from '@main/api/context'
import { jobContext } from '@main/api/dispatch'
import { type Change, createPublisher } from '@main/api/publish'
import { logState, moveByItself, moveLog } from '@main/database/checkpoint'
import { type Db, openDatabase } from '@main/database/open'
import { ThreadTurns } from '@main/jobs/turns'
import type { Brief, FromThread, Note } from '@main/jobs/writingThread'
import type { Log } from '@main/log'
import type { CodedError } from '@main/jobs/workerSide'
import { ApiError, fail } from '@shared/api/errors'
import { roomsOn } from './start'

export interface ThreadWork {
  ctx: Context
  signal: AbortSignal
  /** Between pieces; throws `cancelled` when the job was called off. */
  breathe(): Promise<void>
}

/** From this length on the log is moved between two pieces, while nobody waits for this thread. */
const movedFromPages = 1000
/** How often work that does not breathe finds out that it was called off. */
const lookEveryMs = 50

/**
 * What `work` yields, with all that the host has to pass on.
 * @example serveWorker(({ brief, task }: Given) => threadWork(brief, (given) => writeAll(given.ctx, task, given)), threadError)
 */
export async function* threadWork<V>(
  brief: Brief,
  work: (given: ThreadWork) => AsyncIterable<V>,
): AsyncGenerator<FromThread<V>> {
  const published: Change[] = []
  const notes: Note[] = []
  const told = (value: V | null): FromThread<V> => ({ value, published: published.splice(0), notes: notes.splice(0) })
  const stopping = new AbortController()
  let watch: NodeJS.Timeout | undefined
  const db = openDatabase(brief.file)
  const tmpDir = mkdtempSync(join(tmpdir(), 'zhike-thread-'))
  try {
    moveByItself(db, 0)
    const turns = new ThreadTurns(brief.turns)
    const rooms = roomsOn(
      { db, dataDir: brief.dataDir, tmpDir, log: noting(notes), clock: () => Date.now() + brief.clockAhead },
      { turns, publisher: { ...createPublisher(), publish: (changes) => void published.push(...changes) } },
    )
    const { path, session, device, local } = brief
    const reply = { setToken: () => undefined }
    const { signal } = stopping
    const ctx = jobContext(rooms, { path, session, device, local, input: null, token: null, reply, signal })
    watch = setInterval(() => turns.isCalledOff && stopping.abort(), lookEveryMs)
    for await (const value of work({ ctx, signal, breathe: breathing(db, turns, rooms.services) })) yield told(value)
    yield told(null)
  } finally {
    clearInterval(watch)
    db.close()
    rmSync(tmpDir, { recursive: true, force: true })
  }
}

const noting = (notes: Note[]): Log => {
  const note =
    (level: Note['level']) =>
    (message: string, detail?: Record<string, unknown>): void =>
      void notes.push({ level, message, detail })
  return { info: note('info'), warn: note('warn'), error: note('error') }
}

function breathing(db: Db, turns: ThreadTurns, { rights }: Context['services']): () => Promise<void> {
  let seen = versionOf(db)
  return async () => {
    if (turns.isCalledOff) throw fail('cancelled')
    // somebody else has written: roles and people may be others now
    const now = versionOf(db)
    if (now !== seen) rights.forget()
    seen = now
    if (logState(db).waiting > movedFromPages) moveLog(db)
  }
}

/** Changes when another connection has committed. */
const versionOf = (db: Db): unknown => db.pragma('data_version', { simple: true })

/** How a failure of the thread crosses to its host. */
export const threadError = (error: unknown): CodedError => ({
  code: error instanceof ApiError ? error.code : 'crashed',
  params: { why: error instanceof Error ? (error.stack ?? error.message) : String(error) },
})
