// What a bulk edit would do. The first records are really changed, inside a transaction that is then rolled back:
// so the preview knows every rule that the change itself will meet.
import { breath } from '@main/jobs/rest'
import type { Context } from '@main/api/context'
import { openChangeSet } from '@main/api/changeSets'
import { statement } from '@main/database/statements'
import { scope } from '@main/records/scope'
import { fail } from '@shared/api/errors'
import type { BulkResult } from '@shared/features/bulkEdit/endpoints'
import { addResult, applyTo, type BulkWork, emptyResult, reachesOf } from './applying'

/** Others are served between slices of this length. */
const sliceMs = 15
/** So many are tried; beyond them the preview knows the reach only. */
const triedMost = 500
/** And nobody waits longer for a look. */
const waitedMs = 1500

class RolledBack extends Error {}

export async function previewOf(ctx: Context, work: BulkWork, ids: readonly number[]) {
  const result = emptyResult()
  const until = performance.now() + waitedMs
  let taken = 0
  while (taken < Math.min(ids.length, triedMost) && performance.now() < until) {
    const slice = tryOut(ctx, work, ids.slice(taken, triedMost))
    addResult(result, slice.result)
    taken += slice.taken
    await breath()
    if (ctx.signal.aborted) throw fail('cancelled')
  }
  return {
    total: ids.length,
    outOfReach: outOfReach(ctx, work, ids),
    tried: taken,
    unchanged: result.unchanged,
    refused: result.refused,
    refusals: result.refusals,
  }
}

function tryOut(ctx: Context, work: BulkWork, ids: readonly number[]): { result: BulkResult; taken: number } {
  let tried = { result: emptyResult(), taken: 0 }
  try {
    ctx.db.transaction(() => {
      tried = applyTo(silent(ctx), work, ids, performance.now() + sliceMs)
      throw new RolledBack()
    })()
  } catch (error) {
    if (!(error instanceof RolledBack)) throw error
  }
  return tried
}

/** Writes into the transaction that will not be kept, and tells nobody. */
function silent(ctx: Context): Context {
  let set: number | null = null
  const { id, actorId, device } = ctx.user
  return {
    ...ctx,
    changeSetId: () => (set ??= openChangeSet(ctx.db, { path: ctx.path, at: ctx.now, personId: id, actorId, device })),
    publish: () => undefined,
    about: () => undefined,
  }
}

function outOfReach(ctx: Context, { entity, action }: BulkWork, ids: readonly number[]): number {
  const [bulk, work] = reachesOf(entity, action).map((permission) => scope(ctx, entity, permission))
  if (!bulk || !work) return 0
  const sql = `SELECT count(*) n FROM json_each(?) j JOIN ${entity.table} t ON t.id = j.value WHERE ${bulk.sql} AND ${work.sql}`
  const found = statement<unknown[], { n: number }>(ctx.db, sql).get(
    JSON.stringify(ids),
    ...bulk.params,
    ...work.params,
  )
  return ids.length - (found?.n ?? 0)
}
