import { handlersOf } from '@main/api/context'
import { statement } from '@main/database/statements'
import { notificationsEndpoints } from '@shared/features/notifications/endpoints'
import { listMine, mine } from './mine'

const countedUpTo = 100

export const notificationsHandlers = handlersOf(notificationsEndpoints, {
  list: (ctx, page) => listMine(ctx, page),

  unreadCount(ctx) {
    const { sql, params } = mine(ctx)
    const found = statement<unknown[], { count: number }>(
      ctx.db,
      `SELECT count(*) count FROM (SELECT 1 FROM notifications n WHERE ${sql} AND n.read_at IS NULL LIMIT ${countedUpTo})`,
    ).get(...params)
    return { count: found?.count ?? 0 }
  },

  markRead(ctx, { ids, about }) {
    const { sql, params } = mine(ctx)
    const which = [
      ...(ids ? [{ sql: 'n.id IN (SELECT value FROM json_each(?))', params: [JSON.stringify(ids)] }] : []),
      ...(about ? [{ sql: 'n.entity = ? AND n.record_id = ?', params: [about.entity, about.id] }] : []),
    ]
    const { changes: marked } = statement(
      ctx.db,
      `UPDATE notifications AS n SET read_at = ? WHERE ${[sql, ...which.map((one) => one.sql)].join(' AND ')} AND n.read_at IS NULL`,
    ).run(ctx.now, ...params, ...which.flatMap((one) => one.params))
    if (marked > 0) ctx.publish('notifications', ctx.user.id)
    return { marked }
  },
})
