// Several records in one command, each whole or not at all: what one may not or cannot do leaves the others alone.
import type { Context } from '@main/api/context'
import { withLateIndex } from '@main/search/lateIndex'
import { ApiError } from '@shared/api/errors'
import type { ManyOutcome } from '@shared/api/records'

/** What became of one record: what the work gave, or why it was left as it was. */
export type Outcome<T> = { made: T } | { refused: ApiError }

interface Told<R, T> {
  each(record: R, outcome: Outcome<T>): void
  /** When to stop, in `performance.now()`; the first record is taken at any time. */
  until?: number
}

/**
 * Does `work` for each record inside the running transaction, and gives how many were taken before the time was over.
 * @example tryEach(ctx, ids, (inner, id) => applyOne(inner, id), { each: (id, outcome) => count(outcome) })
 */
export function tryEach<R, T>(
  ctx: Context,
  records: readonly R[],
  work: (inner: Context, record: R) => T,
  { each: tell, until = Infinity }: Told<R, T>,
): number {
  // opened out here: a set opened inside would be gone with the savepoint
  ctx.changeSetId()
  return withLateIndex(ctx, (inner) => {
    let taken = 0
    for (const record of records) {
      taken++
      tell(
        record,
        outcomeOf(inner, () => work(inner, record)),
      )
      if (performance.now() >= until) break
    }
    return taken
  })
}

function outcomeOf<T>(ctx: Context, work: () => T): Outcome<T> {
  try {
    return { made: ctx.db.transaction(work)() }
  } catch (error) {
    if (error instanceof ApiError) return { refused: error }
    throw error
  }
}

/**
 * The same for records that are named one by one. Throws the first failure when none succeeds.
 * @example each(ctx, records, (inner, record) => archive(inner, customers, record))
 */
export function each<R extends { id: number }>(
  ctx: Context,
  records: readonly R[],
  work: (inner: Context, record: R) => unknown,
): ManyOutcome {
  const failed: ManyOutcome['failed'] = []
  let first: ApiError | undefined
  tryEach(ctx, records, work, {
    each({ id }, outcome) {
      if (!('refused' in outcome)) return
      first ??= outcome.refused
      failed.push({ id, code: outcome.refused.details.code ?? outcome.refused.code })
    },
  })
  if (first && failed.length === records.length) throw first
  return { done: records.length - failed.length, failed }
}
