// Many records are changed in chunks, each a command of its own, so that nobody waits; together they are one set.
import { randomBytes } from 'node:crypto'
import type { Context } from '@main/api/context'
import type { JobHandle } from '@main/jobs/jobs'
import type { OutputOf } from '@shared/api/endpoint'
import { fail } from '@shared/api/errors'
import type { bulkEditEndpoints, BulkResult } from '@shared/features/bulkEdit/endpoints'
import { addResult, applyTo, type BulkWork, emptyResult, guardBulk } from './applying'

type Chunk = OutputOf<(typeof bulkEditEndpoints)['chunk']>

interface Work extends BulkWork {
  ids: readonly number[]
}
interface Run extends Work {
  personId: number
  changeSetId: number | null
}

/** Runs under way; a chunk of any other is refused. */
const runs = new Map<string, Run>()
/** A chunk ends after this, so that it stays well under the 50 ms anybody may have to wait. */
const chunkMs = 15
const recordsAChunk = 200
/** So many at once are worth a backup before. */
const manyRecords = 1000

export async function runInChunks(ctx: Context, work: Work, job: JobHandle): Promise<BulkResult> {
  if (work.ids.length > manyRecords) await ctx.services.backups?.create('beforeBulk')
  const run: Run = { ...work, personId: ctx.user.id, changeSetId: null }
  const name = randomBytes(18).toString('base64url')
  const result = emptyResult()
  runs.set(name, run)
  try {
    for (let at = 0; at < work.ids.length;) {
      const options = run.changeSetId === null ? {} : { changeSet: run.changeSetId }
      // the endpoint's own output
      const chunk = (await ctx.dispatch('bulkEdit.chunk', { run: name, at }, options)) as Chunk
      at = chunk.next
      run.changeSetId = chunk.result.changeSetId
      addResult(result, chunk.result)
      job.progress(at, work.ids.length, 'changing')
      await job.breathe()
    }
  } finally {
    runs.delete(name)
  }
  return { ...result, changeSetId: run.changeSetId }
}

export function runChunk(ctx: Context, name: string, at: number): Chunk {
  const run = runs.get(name)
  if (!run || run.personId !== ctx.user.id) throw fail('notFound')
  const { entity, action, ids } = run
  guardBulk(ctx, entity, action)
  const part = ids.slice(at, at + recordsAChunk)
  const { result, taken } = applyTo(ctx, run, part, performance.now() + chunkMs)
  ctx.about(entity.name, null, { action: action.kind, records: taken, done: result.done })
  return { next: at + taken, result: { ...result, changeSetId: ctx.changeSetId() } }
}
