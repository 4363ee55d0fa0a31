// A large set is undone in chunks, each a command of its own, so that nobody waits for it; together they are one set.
import { randomBytes } from 'node:crypto'
import type { Context } from '@main/api/context'
import type { JobHandle } from '@main/jobs/jobs'
import { withLateSums } from '@main/records/lateSums'
import { withLateIndex } from '@main/search/lateIndex'
import { fail } from '@shared/api/errors'
import type { OutputOf } from '@shared/api/endpoint'
import type { changeSetsEndpoints, UndoSummary } from '@shared/features/changeSets/endpoints'
import { addItem, addSummary, emptySummary, undoEffect } from './applyUndo'
import { effectsBackwards } from './effects'
import { markUndone, undoable } from './sets'

type Chunk = OutputOf<(typeof changeSetsEndpoints)['undoChunk']>

interface Run {
  setId: number
  personId: number
  /** The set that undoes, once there is one. */
  changeSetId: number | null
}

/** Runs under way; a chunk of any other is refused. */
const runs = new Map<string, Run>()

/** A chunk ends after this, so that it stays well under the 50 ms anybody may have to wait. */
const chunkMs = 15
const recordsAChunk = 200

export async function undoInChunks(
  ctx: Context,
  setId: number,
  total: number,
  job: JobHandle,
): Promise<{ changeSetId: number | null; summary: UndoSummary }> {
  const run: Run = { setId, personId: ctx.user.id, changeSetId: null }
  const name = randomBytes(18).toString('base64url')
  const summary = emptySummary()
  runs.set(name, run)
  try {
    for (let before: number | null | undefined; before !== null;) {
      const options = run.changeSetId === null ? {} : { changeSet: run.changeSetId }
      // the endpoint's own output
      const chunk = (await ctx.dispatch(
        'changeSets.undoChunk',
        { run: name, before: before ?? null },
        options,
      )) as Chunk
      before = chunk.next
      run.changeSetId = chunk.changeSetId
      addSummary(summary, chunk.summary)
      job.progress(summary.records, total)
      await job.breathe()
    }
  } finally {
    runs.delete(name)
  }
  return { changeSetId: run.changeSetId, summary }
}

const withMany = <T>(ctx: Context, work: (inner: Context) => T): T =>
  withLateIndex(ctx, (inner) => withLateSums(inner, work))

export function undoChunk(ctx: Context, name: string, before: number | null): Chunk {
  const run = runs.get(name)
  if (!run || run.personId !== ctx.user.id) throw fail('notFound')
  const set = undoable(ctx, run.setId, run.changeSetId)
  const changeSetId = ctx.changeSetId()
  ctx.about('changeSets', run.setId)
  if (run.changeSetId === null) markUndone(ctx, set, changeSetId)
  const summary = emptySummary()
  const until = performance.now() + chunkMs
  return withMany(ctx, (inner) => {
    for (const { effect, at } of effectsBackwards(ctx.db, run.setId, before)) {
      addItem(summary, undoEffect(inner, run.setId, effect))
      if (performance.now() >= until || summary.records >= recordsAChunk) return { changeSetId, next: at, summary }
    }
    return { changeSetId, next: null, summary }
  })
}
