import { statement } from '@main/database/statements'
import { hangingOnCustomer, hasHanging } from '@main/records/about'
import type { Related } from '@main/records/related'
import { scope } from '@main/records/scope'
import { attachments } from './entity'

/** Files of a customer and of what belongs to it, as far as each of these is in sight. */
export const attachmentsRelated: Related = {
  room: 'attachments',
  count(ctx, customerId) {
    if (!hasHanging(ctx, 'attachments', customerId)) return 0
    const seen = scope(ctx, attachments, 'read')
    const here = hangingOnCustomer(ctx, 't', customerId)
    const sql = `SELECT count(*) n FROM attachments t WHERE t.archived_at IS NULL AND ${here.sql} AND ${seen.sql}`
    return statement<unknown[], { n: number }>(ctx.db, sql).get(...here.params, ...seen.params)?.n ?? 0
  },
}
