import { handlersOf } from '@main/api/context'
import { jobsEndpoints } from '@shared/features/jobs/endpoints'

export const jobsHandlers = handlersOf(jobsEndpoints, {
  list: (ctx) => ({ rows: ctx.services.jobs.list(ctx.user.id) }),
  read: (ctx, { id }) => ctx.services.jobs.read(id, ctx.user.id),
  cancel: (ctx, { id }) => ctx.services.jobs.cancel(id, ctx.user.id),
})
