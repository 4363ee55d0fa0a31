// Whoever owns a customer can change; every change is kept, and what stands on the customer about it follows.
import { statement } from '@main/database/statements'
import type { Reaction } from '@main/records/reactions'
import { setComputed } from '@main/records/write'

const personOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)

export const ownershipReaction: Reaction = {
  entity: 'customers',
  afterWrite(ctx, { action, id, row, before }) {
    const [from, to] = [personOr(before?.['ownerId']), personOr(row['ownerId'])]
    if (action === 'create' ? to !== null : from === to) return
    if (action !== 'create')
      statement(
        ctx.db,
        'INSERT INTO owner_moves (customer_id, at, from_id, to_id, by_id, path) VALUES (?, ?, ?, ?, ?, ?)',
      ).run(id, ctx.now, from, to, ctx.user.id, ctx.path)
    setComputed(ctx, ctx.services.entities.get('customers'), id, {
      pooledAt: to === null ? ctx.now : null,
      formerOwnerId: to === null ? from : null,
    })
    if (from === null || to === null) ctx.publish('pool')
  },
}
