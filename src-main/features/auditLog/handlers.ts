import { checkChain } from '@main/api/audit'
import { handlersOf } from '@main/api/context'
import { fail } from '@shared/api/errors'
import { auditLogEndpoints } from '@shared/features/auditLog/endpoints'
import { auditRows } from './queries'

export const auditLogHandlers = handlersOf(auditLogEndpoints, {
  list: (ctx, input) => auditRows(ctx, input),
  async verify(ctx) {
    // the number of rows alone tells of people out of reach
    if (ctx.rights.scopeOf('auditLog.view') !== 'all') throw fail('forbidden')
    return await checkChain(ctx.db, ctx.signal)
  },
})
