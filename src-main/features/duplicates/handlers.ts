import { handlersOf } from '@main/api/context'
import { withLateIndex } from '@main/search/lateIndex'
import { duplicatesEndpoints } from '@shared/features/duplicates/endpoints'
import { check } from './checking'
import { compare, merge, mergedInto } from './merging'
import { dismiss, listPairs } from './pairs'
import { scan } from './scanning'

export const duplicatesHandlers = handlersOf(duplicatesEndpoints, {
  check,
  list: listPairs,
  scan: (ctx) => ({
    jobId: ctx.services.jobs.start('duplicates.scan', ctx.user.id, async (job) => ({ ...(await scan(ctx, job)) })),
  }),
  dismiss(ctx, { id, dismissed }) {
    dismiss(ctx, id, dismissed)
    return {}
  },
  compare,
  // thousands of records may go along
  merge: (ctx, input) => withLateIndex(ctx, (inner) => merge(inner, input)),
  mergedInto: (ctx, { id }) => mergedInto(ctx, id),
})
