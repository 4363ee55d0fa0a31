// Volumes: how many customers a person opened, how many records they printed or exported, day by day.
// Crossing the line of the unusual is told once a day and kind to whoever reads the whole audit log.
import type { Context } from '@main/api/context'
import { type Dispatcher, writeAsHost } from '@main/api/dispatch'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { notify } from '@main/notifications/notify'
import { dayOf, startOfDay } from '@shared/dates'
import { paperOrder } from '@shared/printing/order'
import { limitOf, usualOf, type VolumeKind } from '@shared/features/auditLog/rules'

interface Taken {
  personId: number
  kind: VolumeKind
  n: number
  now: number
}

const usualWithinDays = 60
const flushEveryMs = 60_000
const samePaperMs = 600_000

/** Days before `on` on which the person did any of it. */
export function earlierDays(db: Db, personId: number, kind: VolumeKind, on: string, from: string): number[] {
  return statement<[number, string, string, string], { count: number }>(
    db,
    'SELECT count FROM daily_volumes WHERE person_id = ? AND kind = ? AND "on" < ? AND "on" >= ?',
  )
    .all(personId, kind, on, from)
    .map((row) => row.count)
}

/** The day's count after adding, and whether that took it over the limit just now. */
function add(db: Db, { personId, kind, n, now }: Taken): { count: number; crossed: boolean } {
  const on = dayOf(now)
  const { count = n } =
    statement<[number, string, string, number], { count: number }>(
      db,
      `INSERT INTO daily_volumes (person_id, "on", kind, count) VALUES (?, ?, ?, ?)
       ON CONFLICT (person_id, "on", kind) DO UPDATE SET count = count + excluded.count RETURNING count`,
    ).get(personId, on, kind, n) ?? {}
  const from = dayOf(startOfDay(now, -usualWithinDays))
  const limit = limitOf(kind, usualOf(earlierDays(db, personId, kind, on, from)))
  return { count, crossed: count > limit && count - n <= limit }
}

/** Whoever may read the audit log of everybody, but not the person themselves. */
function watchers(ctx: Context, personId: number): number[] {
  const people = statement<[], { id: number }>(ctx.db, 'SELECT id FROM people WHERE archived_at IS NULL').all()
  return people
    .map(({ id }) => id)
    .filter((id) => id !== personId && ctx.services.rights.of(id).scopeOf('auditLog.view') === 'all')
}

const warn = (ctx: Context, personId: number, kind: VolumeKind, n: number): void =>
  notify(
    { ...ctx, user: { ...ctx.user, id: personId } },
    { to: watchers(ctx, personId), kind: 'volumeWarning', params: { n, what: kind } },
  )

export class Volumes {
  /** Opened since the last flush. */
  #opened = new Map<number, Set<number>>()
  /** Opened today and already counted. */
  #counted = new Map<number, Set<number>>()
  /** Made a moment ago, by whom and of what. */
  #papers = new Map<string, number>()
  #day = ''
  #timer: NodeJS.Timeout | null = null

  /** Records went on paper or into a file: counted in the transaction that tells of it. */
  took(ctx: Context, kind: VolumeKind, n: number): void {
    const { count, crossed } = add(ctx.db, { personId: ctx.user.actorId, kind, n, now: ctx.now })
    if (crossed) warn(ctx, ctx.user.actorId, kind, count)
  }

  /** The same paper in another template, or once more, takes nothing more out; each stands in the audit log all the same. */
  isNewPaper({ user, now }: Context, path: string, input: unknown): boolean {
    for (const [key, at] of this.#papers) if (now - at > samePaperMs) this.#papers.delete(key)
    const asked = Object.entries(input ?? {}).filter(([key]) => !Object.hasOwn(paperOrder, key))
    const key = JSON.stringify([user.actorId, path, asked])
    if (this.#papers.has(key)) return false
    this.#papers.set(key, now)
    return true
  }

  /** A customer was opened. Only remembered: a read must not cost a write. */
  saw(personId: number, id: number, now: number): void {
    if (this.#day !== dayOf(now)) {
      this.#day = dayOf(now)
      this.#counted.clear()
    }
    if (this.#counted.get(personId)?.has(id)) return
    const opened = this.#opened.get(personId) ?? new Set()
    this.#opened.set(personId, opened.add(id))
  }

  start(host: Dispatcher): void {
    this.#timer = setInterval(() => this.#tryFlush(host), flushEveryMs)
    this.#timer.unref()
  }

  /** Writes down what was opened since the last time. */
  flush(host: Dispatcher): void {
    const opened = this.#opened
    if (opened.size === 0) return
    this.#opened = new Map()
    const now = host.clock()
    const crossings = host.db
      .transaction(() =>
        [...opened].map(([personId, ids]) => ({
          personId,
          ...add(host.db, { personId, kind: 'view', n: ids.size, now }),
        })),
      )
      .immediate()
    for (const [personId, ids] of opened)
      this.#counted.set(personId, new Set([...ids, ...(this.#counted.get(personId) ?? [])]))
    const unusual = crossings.filter(({ crossed }) => crossed)
    if (unusual.length > 0)
      writeAsHost(host, 'auditLog.watch', (ctx) => {
        for (const { personId, count } of unusual) warn(ctx, personId, 'view', count)
      })
  }

  stop(host: Dispatcher): void {
    if (this.#timer) clearInterval(this.#timer)
    this.#tryFlush(host)
  }

  /** On a full disk the office goes on; what was opened waits for the next time. */
  #tryFlush(host: Dispatcher): void {
    const waiting = this.#opened
    try {
      this.flush(host)
    } catch (error) {
      this.#opened = waiting
      host.services.log.error('volumes not written', { error: String(error) })
    }
  }
}

declare module '@main/api/context' {
  interface Services {
    volumes: Volumes
  }
}
