// Whoever owns a customer can change; every change is kept, and what stands on the customer about it follows.
import { statement } from '@main/database/statements'
import type { Reaction } from '@main/records/reactions'
import { setComputed } from '@main/records/write'

const personOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)

/** As long as a slip is noticed. */
const takeBackMs = 10 * 60_000

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
  /** Whoever gave a customer of their own to the pool by mistake; later it is the pool's, with its cool-off. */
  mayTakeBack(ctx, setId, id) {
    const found = statement<[number, number, number, number, number], { n: number }>(
      ctx.db,
      `SELECT 1 n FROM change_sets s JOIN customers t ON t.id = ? AND t.owner_id IS NULL AND t.archived_at IS NULL
       JOIN owner_moves m ON m.id = (SELECT max(id) FROM owner_moves WHERE customer_id = t.id)
       WHERE s.id = ? AND s.path = 'pool.return' AND s.person_id = ? AND m.at = s.at AND m.from_id = ? AND s.at > ?`,
    ).get(id, setId, ctx.user.id, ctx.user.id, ctx.now - takeBackMs)
    return found !== undefined && ctx.rights.can('pool.return')
  },
}
