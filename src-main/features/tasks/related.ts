import { statement } from '@main/database/statements'
import { hangingOnCustomer, hasHanging } from '@main/records/about'
import type { Related } from '@main/records/related'
import { scope } from '@main/records/scope'
import { tasks } from './entity'

/** Open tasks in the viewer's sight about a customer or what belongs to it. */
export const tasksRelated: Related = {
  room: 'tasks',
  count(ctx, customerId) {
    if (!hasHanging(ctx, 'tasks', customerId)) return 0
    const seen = scope(ctx, tasks, 'read')
    const here = hangingOnCustomer(ctx, 't', customerId)
    const sql = `SELECT count(*) n FROM tasks t WHERE t.archived_at IS NULL AND t.done = 0 AND ${seen.sql} AND ${here.sql}`
    return statement<unknown[], { n: number }>(ctx.db, sql).get(...seen.params, ...here.params)?.n ?? 0
  },
}
