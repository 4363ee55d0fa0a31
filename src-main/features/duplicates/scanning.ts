// The scan: every key that customers have in common gives pairs, each pair is judged once and kept for people to look at.
import type { Context } from '@main/api/context'
import { type Dispatcher, writeAsHost } from '@main/api/dispatch'
import { reasonsFor, type Side } from '@main/duplicates/comparing'
import { idsWith, keptSide } from '@main/duplicates/finding'
import { fillDuplicateKeys } from '@main/duplicates/keyIndex'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import type { JobHandle } from '@main/jobs/jobs'
import { rest } from '@main/jobs/rest'
import { fail } from '@shared/api/errors'
import { type DuplicateReason, leastScore, scoreOf } from '@shared/features/duplicates/rules'

interface Pair {
  firstId: number
  secondId: number
  score: number
  reasons: DuplicateReason[]
}

const keysAPage = 400
const pairsAWrite = 200
/** One number for two ids, the smaller first. */
const idRoom = 2 ** 26

/**
 * Keys of `b` and `f` meet those of `c`, of `q` those of `p`: a short name meets the long one, one with a character left
 * out the one without it, a contact's number the company's.
 */
const meets: Record<string, string> = { b: 'c', f: 'c', q: 'p' }
function idsSharing(db: Db, key: string): number[] {
  const other = meets[key.charAt(0)]
  const found = idsWith(db, other === undefined ? [key] : [key, other + key.slice(1)])
  return [...new Set([...found.values()].flat())]
}

/** Distinct keys in order; those of one customer only when another kind of key may meet them. */
const pageOfKeys = (db: Db, after: string): { key: string; n: number }[] =>
  statement<[string], { key: string; n: number }>(
    db,
    `SELECT key, count(*) n FROM duplicate_keys WHERE key > ? GROUP BY key ORDER BY key LIMIT ${keysAPage}`,
  ).all(after)

/** What a scan works with: a job somebody waits for, or the host at night. */
interface Means {
  db: Db
  now: number
  signal: AbortSignal
  write(work: (ctx: Context) => void): void
  progress(done: number, total: number | null): void
  breathe(): Promise<void>
}

interface Scanned {
  customers: number
  pairs: number
}

export const scan = (ctx: Context, job: JobHandle): Promise<Scanned> =>
  scanWith({
    db: ctx.db,
    now: ctx.now,
    signal: job.signal,
    write: (work) => ctx.write(work),
    progress: (done, total) => job.progress(done, total, 'comparing'),
    breathe: () => job.breathe(),
  })

/** So that what the rule of duplicates goes by is never older than a day. */
export const scanAtNight = (host: Dispatcher, signal: AbortSignal): Promise<Scanned> =>
  scanWith({
    db: host.db,
    now: host.clock(),
    signal,
    write: (work) => writeAsHost(host, 'duplicates.scan', work),
    progress: () => undefined,
    async breathe() {
      await rest()
      if (signal.aborted) throw fail('cancelled')
    },
  })

async function scanWith({ db, now: startedAt, signal, write: keep, progress, breathe }: Means): Promise<Scanned> {
  await fillDuplicateKeys({ db }, signal, (done) => progress(done, null))
  const total = statement<[], { n: number }>(db, 'SELECT count(*) n FROM duplicate_keys').get()?.n ?? 0
  const judge = judgeOf(db)
  let waiting: Pair[] = []
  let pairs = 0
  const write = (): void => {
    const batch = waiting
    waiting = []
    pairs += batch.length
    if (batch.length > 0) keep((ctx) => keepPairs(ctx, batch, startedAt))
  }
  let done = 0
  for (let after = ''; ;) {
    const page = pageOfKeys(db, after)
    for (const { key, n } of page) {
      done += n
      if (n > 1 || meets[key.charAt(0)] !== undefined) waiting.push(...judge(idsSharing(db, key)))
    }
    after = page.at(-1)?.key ?? after
    if (waiting.length >= pairsAWrite) write()
    progress(done, total)
    if (page.length < keysAPage) break
    await breathe()
  }
  write()
  keep((ctx) => forgetOldPairs(ctx, startedAt))
  const customers = statement<[], { n: number }>(db, 'SELECT count(DISTINCT customer_id) n FROM duplicate_keys').get()
  return { customers: customers?.n ?? 0, pairs }
}

/** Judges every pair once. */
function judgeOf(db: Db): (ids: readonly number[]) => Pair[] {
  const judged = new Set<number>()
  return (ids) => {
    const sides = new Map<number, Side | null>()
    const sideOf = (id: number): Side | null => {
      if (!sides.has(id)) sides.set(id, keptSide(db, id))
      return sides.get(id) ?? null
    }
    const found: Pair[] = []
    const sorted = [...ids].sort((a, b) => a - b)
    for (const [i, firstId] of sorted.entries())
      for (const secondId of sorted.slice(i + 1)) {
        const code = firstId * idRoom + secondId
        if (judged.has(code)) continue
        judged.add(code)
        const [first, second] = [sideOf(firstId), sideOf(secondId)]
        const reasons = first && second ? reasonsFor(first, second) : []
        const score = scoreOf(reasons)
        if (score >= leastScore) found.push({ firstId, secondId, score, reasons })
      }
    return found
  }
}

function keepPairs(ctx: Context, pairs: readonly Pair[], foundAt: number): void {
  const known = statement<[number, number], { id: number }>(
    ctx.db,
    'SELECT id FROM duplicate_pairs WHERE first_id = ? AND second_id = ?',
  )
  for (const { firstId, secondId, score, reasons } of pairs) {
    const there = known.get(firstId, secondId)
    // what somebody said about the two stands
    const sql = there
      ? 'UPDATE duplicate_pairs SET score = ?, reasons = ?, found_at = ? WHERE id = ?'
      : 'INSERT INTO duplicate_pairs (score, reasons, found_at, first_id, second_id) VALUES (?, ?, ?, ?, ?)'
    statement(ctx.db, sql).run(score, JSON.stringify(reasons), foundAt, ...(there ? [there.id] : [firstId, secondId]))
  }
  ctx.about('duplicates', null, { pairs: pairs.length })
  ctx.publish('duplicates')
}

function forgetOldPairs(ctx: Context, startedAt: number): void {
  statement(ctx.db, 'DELETE FROM duplicate_pairs WHERE found_at < ? AND dismissed_at IS NULL').run(startedAt)
  ctx.about('duplicates', null, {})
  ctx.publish('duplicates')
}
