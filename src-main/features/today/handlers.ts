import { handlersOf } from '@main/api/context'
import { todayEndpoints } from '@shared/features/today/endpoints'
import { homeOf } from './home'
import { whomToCall } from './whomToCall'

export const todayHandlers = handlersOf(todayEndpoints, {
  list: (ctx, { whose = 'me' }) =>
    whose === 'me' ? whomToCall(ctx, [ctx.user.id], ctx.user.id) : whomToCall(ctx, [...ctx.rights.below], null),

  home: (ctx, { whose = 'me', period = 'thisWeek' }) => homeOf(ctx, whose, period),
})
