import { handlersOf } from '@main/api/context'
import { todayEndpoints } from '@shared/features/today/endpoints'
import { homeOf } from './home'
import { whomToCall } from './whomToCall'

export const todayHandlers = handlersOf(todayEndpoints, {
  list: (ctx, { whose = 'me' }) => whomToCall(ctx, whose),

  home: (ctx, { whose = 'me', period = 'thisWeek' }) => homeOf(ctx, whose, period),
})
