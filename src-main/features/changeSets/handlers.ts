import { breath, slices } from '@main/jobs/rest'
import { type Context, handlersOf } from '@main/api/context'
import { withLateIndex } from '@main/search/lateIndex'
import { fail } from '@shared/api/errors'
import {
  changeSetsEndpoints,
  type ChosenRecords,
  undoneAtOnce,
  type UndoSummary,
} from '@shared/features/changeSets/endpoints'
import { addItem, emptySummary, undoAll } from './applyUndo'
import { type Effect, effectOn, effectsBackwards, partOf } from './effects'
import { planUndo } from './planUndo'
import { changesIn, listSets, markUndone, readSet, undoable } from './sets'
import { undoChunk, undoInChunks } from './undoJob'

export const changeSetsHandlers = handlersOf(changeSetsEndpoints, {
  list: (ctx, input) => listSets(ctx, input),

  preview: (ctx, { id }) => preview(ctx, readSet(ctx, id, 'changeSets.view').id),

  undo(ctx, { id, only }) {
    const set = undoable(ctx, id)
    if (!only && changesIn(ctx, id) > undoneAtOnce) throw fail('rule', { code: 'tooLarge' })
    ctx.about('changeSets', id)
    const summary = emptySummary()
    withLateIndex(ctx, (inner) => {
      const effects = only ? chosenEffects(ctx, id, only) : effectsBackwards(ctx.db, id, null)
      for (const item of undoAll(inner, id, effects)) addItem(summary, item)
    })
    if (summary.restored === 0) throw fail('rule', { code: 'nothingToUndo' })
    const changeSetId = ctx.changeSetId()
    // undone in part, it is still in force
    if (!only) markUndone(ctx, set, changeSetId)
    ctx.about('changeSets', id, { restored: summary.restored, skipped: summary.skipped })
    ctx.publish('changeSets')
    return { changeSetId, summary }
  },

  undoLarge(ctx, { id }) {
    undoable(ctx, id)
    const total = changesIn(ctx, id)
    const jobId = ctx.services.jobs.start('changeSets.undoLarge', ctx.user.id, (job) =>
      undoInChunks(ctx, id, total, job),
    )
    return { jobId }
  },

  undoChunk: (ctx, { run, before }) => undoChunk(ctx, run, before),
})

/** Last first, as they are undone as a whole. */
function chosenEffects(ctx: Context, id: number, only: ChosenRecords): { effect: Effect }[] {
  return only
    .flatMap(({ entity, recordId, fields }) => {
      const effect = partOf(effectOn(ctx.db, id, entity, recordId), fields)
      return effect ? [{ effect }] : []
    })
    .sort((a, b) => placeOf(b.effect) - placeOf(a.effect))
}

const placeOf = (effect: Effect): number => (effect.created ? effect.first : effect.last)

/** Planning an import of 100 000 rows takes seconds: others are served meanwhile. */
async function preview(ctx: Context, id: number): Promise<UndoSummary> {
  const summary = emptySummary()
  const planned = { leaving: new Set<string>(), returning: new Set<string>() }
  const slice = slices(breath)
  for (const { effect } of effectsBackwards(ctx.db, id, null)) {
    addItem(summary, planUndo(ctx, id, effect, planned).item)
    if (!slice.isOver()) continue
    await slice.next()
    if (ctx.signal.aborted) throw fail('cancelled')
  }
  return summary
}
