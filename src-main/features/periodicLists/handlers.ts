import { handlersOf } from '@main/api/context'
import { fail } from '@shared/api/errors'
import { periodicListsEndpoints } from '@shared/features/periodicLists/endpoints'
import { makeList } from './making'
import { printPeriodicList } from './papers'
import { datedLists, membersOf, readList } from './reading'

export const periodicListsHandlers = handlersOf(periodicListsEndpoints, {
  list: (ctx) => ({ rows: datedLists(ctx) }),
  read: (ctx, input) => readList(ctx, input),
  members: (ctx, input) => membersOf(ctx, input),
  print: (ctx, input) => printPeriodicList(ctx, input),

  make(ctx) {
    const jobId = ctx.services.jobs.start('periodicLists.make', ctx.user.id, async (job) => {
      const id = await makeList(ctx.db, ctx.user.id, {
        write: (work) => ctx.write(work),
        stop: () => job.signal.aborted,
        told: (done, total) => job.progress(done, total),
      })
      if (id === null) throw fail('cancelled')
      return { id }
    })
    return { jobId }
  },
})
