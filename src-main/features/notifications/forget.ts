import { type Dispatcher, writeAsHost } from '@main/api/dispatch'
import { statement } from '@main/database/statements'

const day = 86_400_000
/** Read ones are kept a month, unread ones half a year. */
const kept = { read: 30 * day, unread: 180 * day }

/** Daily: old notifications go. */
export async function forgetNotifications(host: Dispatcher): Promise<void> {
  const now = host.clock()
  const old = statement<[number, number], { id: number }>(
    host.db,
    'SELECT id FROM notifications WHERE created_at < ? AND (read_at IS NOT NULL OR created_at < ?)',
  ).all(now - kept.read, now - kept.unread)
  if (old.length === 0) return
  const ids = JSON.stringify(old.map(({ id }) => id))
  writeAsHost(host, 'notifications.forget', (ctx) =>
    statement(ctx.db, 'DELETE FROM notifications WHERE id IN (SELECT value FROM json_each(?))').run(ids),
  )
}
