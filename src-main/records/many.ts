// Several records in one command, each whole or not at all: what one may not or cannot do leaves the others alone.
import type { Context } from '@main/api/context'
import { withLateIndex } from '@main/search/lateIndex'
import { ApiError } from '@shared/api/errors'
import type { ManyOutcome } from '@shared/api/records'

/**
 * Does `work` for each record inside the running transaction. Throws the first failure when none succeeds.
 * @example each(ctx, records, (inner, record) => archive(inner, customers, record))
 */
export function each<R extends { id: number }>(
  ctx: Context,
  records: readonly R[],
  work: (inner: Context, record: R) => unknown,
): ManyOutcome {
  const failed: ManyOutcome['failed'] = []
  let first: ApiError | undefined
  // opened out here: a set opened inside would be gone with the savepoint
  ctx.changeSetId()
  withLateIndex(ctx, (inner) => {
    for (const record of records) {
      try {
        ctx.db.transaction(() => work(inner, record))()
      } catch (error) {
        if (!(error instanceof ApiError)) throw error
        first ??= error
        failed.push({ id: record.id, code: error.details.code ?? error.code })
      }
    }
  })
  if (first && failed.length === records.length) throw first
  return { done: records.length - failed.length, failed }
}
