// From hand to hand: the kept changes of a customer's owner.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { seesField } from '@main/records/masks'
import type { OwnerMove } from '@shared/features/pool/endpoints'

/** Asked once the viewer is known to see the customer. */
export function movesOf(ctx: Context, customerId: number): OwnerMove[] {
  if (!seesField(ctx, 'customers', 'ownerId')) return []
  return statement<[number], OwnerMove>(
    ctx.db,
    `SELECT id, at, from_id fromId, to_id toId, by_id byId, path, reason FROM owner_moves
     WHERE customer_id = ? ORDER BY id DESC LIMIT 200`,
  ).all(customerId)
}

/** Why, in the words of whoever did it, beside the move just made. */
export const giveReason = (ctx: Context, customerId: number, reason: string): void =>
  void statement(
    ctx.db,
    'UPDATE owner_moves SET reason = ? WHERE id = (SELECT max(id) FROM owner_moves WHERE customer_id = ?)',
  ).run(reason, customerId)

export const movesToday = (ctx: Context, path: string, since: number): number =>
  statement<[number, string, number], { n: number }>(
    ctx.db,
    'SELECT count(*) n FROM owner_moves WHERE by_id = ? AND path = ? AND at >= ?',
  ).get(ctx.user.id, path, since)?.n ?? 0
