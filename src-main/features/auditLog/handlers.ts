import { checkChain } from '@main/api/audit'
import { type Context, handlersOf } from '@main/api/context'
import { fail } from '@shared/api/errors'
import { auditLogEndpoints } from '@shared/features/auditLog/endpoints'
import { changesOf } from './changes'
import { auditRows } from './queries'
import { unusualDays } from './unusual'

/** The number of rows alone tells of people out of reach. */
function guardWhole(ctx: Context): void {
  if (ctx.rights.scopeOf('auditLog.view') !== 'all') throw fail('forbidden')
}

export const auditLogHandlers = handlersOf(auditLogEndpoints, {
  list: (ctx, input) => auditRows(ctx, input),

  changes: (ctx, { id }) => changesOf(ctx, id),

  unusual(ctx) {
    guardWhole(ctx)
    return { rows: unusualDays(ctx) }
  },

  async verify(ctx) {
    guardWhole(ctx)
    return await checkChain(ctx.db, ctx.signal)
  },
})
