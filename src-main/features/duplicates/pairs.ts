// Pairs of customers that may be one, as far as the viewer sees both.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { mayTell } from '@main/duplicates/telling'
import { applyMasks } from '@main/records/masks'
import { within } from '@main/records/read'
import { scope } from '@main/records/scope'
import { selectById } from '@main/records/select'
import type { InputOf, OutputOf } from '@shared/api/endpoint'
import { fail } from '@shared/api/errors'
import type { customerFields } from '@shared/features/customers/fields'
import type { duplicatesEndpoints } from '@shared/features/duplicates/endpoints'
import { type DuplicateReason, leastScore, scoreOf } from '@shared/features/duplicates/rules'
import { mayMerge } from './merging'

type List = (typeof duplicatesEndpoints)['list']

interface Stored {
  id: number
  firstId: number
  secondId: number
  reasons: string
}

const standardLimit = 20

/** Both living and in sight. */
function bothInSight(ctx: Context): { from: string; params: unknown[] } {
  const customers = ctx.services.entities.get('customers')
  const [first, second] = [scope(ctx, customers, 'read', 'a'), scope(ctx, customers, 'read', 'b')]
  return {
    from: `duplicate_pairs p JOIN customers a ON a.id = p.first_id AND a.archived_at IS NULL AND ${first.sql}
      JOIN customers b ON b.id = p.second_id AND b.archived_at IS NULL AND ${second.sql}`,
    params: [...first.params, ...second.params],
  }
}

/** Pairs whose only reasons are in fields the viewer does not see would tell of these. */
function tellable(ctx: Context, reasons: string): DuplicateReason[] {
  // written by the scan only
  const seen = (JSON.parse(reasons) as DuplicateReason[]).filter((reason) => mayTell(ctx, reason))
  return scoreOf(seen) >= leastScore ? seen : []
}

export function listPairs(
  ctx: Context,
  { offset = 0, limit = standardLimit, dismissed = false }: InputOf<List>,
): OutputOf<List> {
  const { from, params } = bothInSight(ctx)
  const all = statement<unknown[], Stored>(
    ctx.db,
    `SELECT p.id, p.first_id firstId, p.second_id secondId, p.reasons FROM ${from}
     WHERE p.dismissed_at IS ${dismissed ? 'NOT NULL' : 'NULL'} ORDER BY p.score DESC, p.id LIMIT 20000`,
  )
    .all(...params)
    .filter(({ reasons }) => tellable(ctx, reasons).length > 0)
  const scanned = statement<[], { at: number | null }>(ctx.db, 'SELECT max(found_at) at FROM duplicate_pairs').get()
  return {
    rows: all.slice(offset, offset + limit).flatMap((pair) => rowOf(ctx, pair)),
    total: all.length,
    scannedAt: scanned?.at ?? null,
  }
}

function rowOf(ctx: Context, { id, firstId, secondId, reasons }: Stored): OutputOf<List>['rows'] {
  const customers = ctx.services.entities.get('customers')
  const [first, second] = [selectById(ctx, customers, firstId), selectById(ctx, customers, secondId)]
  if (!first || !second) return []
  const seen = tellable(ctx, reasons)
  return [
    {
      id,
      score: scoreOf(seen),
      reasons: seen,
      first: applyMasks<typeof customerFields.fields>(ctx, customers, first),
      second: applyMasks<typeof customerFields.fields>(ctx, customers, second),
      canMerge: mayMerge(ctx, firstId, secondId) || mayMerge(ctx, secondId, firstId),
    },
  ]
}

/** Saying that two are two is for those who might have made them one. */
export function dismiss(ctx: Context, id: number, dismissed: boolean): void {
  const { from, params } = bothInSight(ctx)
  const pair = statement<unknown[], Stored>(
    ctx.db,
    `SELECT p.id, p.first_id firstId, p.second_id secondId, p.reasons FROM ${from} WHERE p.id = ?`,
  ).get(...params, id)
  if (!pair || tellable(ctx, pair.reasons).length === 0) throw fail('notFound')
  const customers = ctx.services.entities.get('customers')
  for (const one of [pair.firstId, pair.secondId])
    if (!within(ctx, customers, one, 'customers.update')) throw fail('forbidden', { code: 'readOnlyRecord' })
  statement(ctx.db, 'UPDATE duplicate_pairs SET dismissed_at = ?, dismissed_by_id = ? WHERE id = ?').run(
    dismissed ? ctx.now : null,
    dismissed ? ctx.user.id : null,
    id,
  )
  ctx.about('duplicates', id, { first: pair.firstId, second: pair.secondId, dismissed })
  ctx.publish('duplicates')
}
