import { handlersOf } from '@main/api/context'
import { handoversEndpoints } from '@shared/features/handovers/endpoints'
import { keptHandovers, readHandover } from './kept'
import { printHandover } from './papers'
import { runHandover } from './run'
import { survey } from './survey'

export const handoversHandlers = handlersOf(handoversEndpoints, {
  list: (ctx) => ({ rows: keptHandovers(ctx, null) }),
  read: (ctx, { id }) => readHandover(ctx, id),
  print: (ctx, input) => printHandover(ctx, input),
  survey: (ctx, { leaverId }) => survey(ctx, leaverId),
  run: (ctx, input) => runHandover(ctx, input),
})
