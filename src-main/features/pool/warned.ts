// A warning stands while its customer would still go: whoever does what it asks for is rid of it at once.
import type { Context } from '@main/api/context'
import { readSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { seesField } from '@main/records/masks'
import type { Reaction } from '@main/records/reactions'
import type { OutputOf } from '@shared/api/endpoint'
import type { poolEndpoints } from '@shared/features/pool/endpoints'
import type { PoolRuleKind } from '@shared/features/pool/rules'
import { type Due, dueAsIs } from './due'

const warnedOf = (ctx: Context, customerId: number): string | undefined =>
  statement<[number], { dueOn: string }>(ctx.db, 'SELECT due_on dueOn FROM pool_warnings WHERE customer_id = ?').get(
    customerId,
  )?.dueOn

const asIs = (ctx: Context, customerId: number): Due | undefined =>
  dueAsIs(ctx.db, readSetting(ctx.db, 'pool.settings'), ctx.now, customerId)

const level = ['customers', 'level'] as const
/** Seen by whoever sees every follow-up of the customers they see. */
const spokenWith = ['customers', 'lastFollowedAt'] as const

/** The fields that a rule of the kind looks at. */
const lookedAt: Record<PoolRuleKind, readonly (readonly [entity: string, field: string])[]> = {
  noFollowUp: [level, spokenWith],
  noVisit: [level, spokenWith, ['followUps', 'way']],
  notWon: [level, ['customers', 'type']],
}

/** When the customer goes, and why as far as the viewer sees what the rule looks at; null without a warning. */
export function warnedDue(ctx: Context, customerId: number): OutputOf<(typeof poolEndpoints)['moves']>['due'] {
  const on = warnedOf(ctx, customerId)
  const due = on === undefined ? undefined : asIs(ctx, customerId)
  if (on === undefined || due === undefined) return null
  const told = lookedAt[due.kind].every(([entity, field]) => seesField(ctx, entity, field))
  return { on, why: told ? { kind: due.kind, days: due.days } : null }
}

function clear(ctx: Context, customerId: unknown): void {
  if (typeof customerId !== 'number' || warnedOf(ctx, customerId) === undefined || asIs(ctx, customerId)) return
  statement(ctx.db, 'DELETE FROM pool_warnings WHERE customer_id = ?').run(customerId)
  ctx.publish('pool')
}

export const poolReactions: readonly Reaction[] = [
  { entity: 'customers', afterWrite: (ctx, { id }) => clear(ctx, id) },
  { entity: 'followUps', afterWrite: (ctx, { row }) => clear(ctx, row['customerId']) },
]
