import { handlersOf } from '@main/api/context'
import { todayEndpoints } from '@shared/features/today/endpoints'
import { whomToCall } from './whomToCall'

export const todayHandlers = handlersOf(todayEndpoints, {
  list: (ctx, { whose = 'me' }) => whomToCall(ctx, whose === 'me' ? [ctx.user.id] : [...ctx.rights.below]),
})
