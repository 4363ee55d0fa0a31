import { type Context, handlersOf } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Entity } from '@main/records/entity'
import { allIds } from '@main/records/list'
import { scope } from '@main/records/scope'
import { fail } from '@shared/api/errors'
import { bulkAtOnce, bulkEditEndpoints, type BulkWhich } from '@shared/features/bulkEdit/endpoints'
import { applyTo, guardBulk } from './applying'
import { previewOf } from './preview'
import { runChunk, runInChunks } from './running'

export const bulkEditHandlers = handlersOf(bulkEditEndpoints, {
  preview(ctx, { list, which, action }) {
    const entity = ctx.services.entities.get(list)
    guardBulk(ctx, entity, action)
    return previewOf(ctx, { entity, action }, idsOf(ctx, entity, which))
  },

  run(ctx, { list, which, action }) {
    const entity = ctx.services.entities.get(list)
    guardBulk(ctx, entity, action)
    const ids = idsOf(ctx, entity, which)
    if (ids.length > bulkAtOnce) throw fail('rule', { code: 'tooLarge' })
    if (ids.length === 0) throw fail('notFound')
    ctx.about(list, null, { action: action.kind, records: ids.length })
    const { result } = applyTo(ctx, { entity, action }, ids)
    if (result.done === 0) throw fail('rule', { code: 'nothingToChange' })
    return { ...result, changeSetId: ctx.changeSetId() }
  },

  start(ctx, { list, which, action }) {
    const entity = ctx.services.entities.get(list)
    guardBulk(ctx, entity, action)
    const ids = idsOf(ctx, entity, which)
    if (ids.length === 0) throw fail('notFound')
    const jobId = ctx.services.jobs.start('bulkEdit.start', ctx.user.id, async (job) => ({
      ...(await runInChunks(ctx, { entity, action, ids }, job)),
    }))
    return { jobId }
  },

  chunk: (ctx, { run, at }) => runChunk(ctx, run, at),
})

/** Only what is in sight: of the rest not even the number is told. */
function idsOf(ctx: Context, entity: Entity, which: BulkWhich): number[] {
  if ('ids' in which) return livingIds(ctx, entity, [...new Set(which.ids)])
  return allIds(ctx, entity, {
    ...(which.filter === null ? {} : { filter: which.filter }),
    ...(which.search === undefined ? {} : { search: which.search }),
  })
}

function livingIds(ctx: Context, entity: Entity, ids: readonly number[]): number[] {
  const seen = scope(ctx, entity, 'read')
  const sql = `SELECT t.id FROM json_each(?) j JOIN ${entity.table} t ON t.id = j.value WHERE t.archived_at IS NULL AND ${seen.sql}`
  return statement<unknown[], { id: number }>(ctx.db, sql)
    .all(JSON.stringify(ids), ...seen.params)
    .map(({ id }) => id)
}
