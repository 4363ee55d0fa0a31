// Taking customers out of the pool and giving them back, with the caps of the office.
import type { Context } from '@main/api/context'
import { readSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { notify } from '@main/notifications/notify'
import { isAtWork } from '@main/records/access'
import type { StoredRow } from '@main/records/entity'
import { reachable } from '@main/records/read'
import { selectById } from '@main/records/select'
import { withHooks } from '@main/records/update'
import { changeRow } from '@main/records/write'
import { fail } from '@shared/api/errors'
import { daysBetween, startOfDay } from '@shared/dates'
import type { Permission } from '@shared/permissions'
import { pooled } from './entity'
import { giveReason, movesToday } from './moves'

export function claim(ctx: Context, ids: readonly number[]): number {
  const { claimsPerDay, coolOffDays } = readSetting(ctx.db, 'pool.settings')
  const rows = fromPool(ctx, ids, 'pool.claim')
  const today = movesToday(ctx, 'pool.claim', startOfDay(ctx.now))
  if (claimsPerDay !== null && today + rows.length > claimsPerDay)
    throw fail('rule', { code: 'poolClaims', params: { n: claimsPerDay, left: Math.max(0, claimsPerDay - today) } })
  for (const row of rows) {
    const since = typeof row['pooledAt'] === 'number' ? daysBetween(row['pooledAt'], ctx.now) : coolOffDays
    if (row['formerOwnerId'] === ctx.user.id && since < coolOffDays)
      throw fail('rule', { code: 'poolCoolOff', params: { n: coolOffDays - since } })
  }
  guardHolding(ctx, ctx.user.id, rows.length)
  for (const row of rows) giveTo(ctx, row, ctx.user.id)
  return rows.length
}

/** Ids of people; null: everybody. */
export function assignable(ctx: Context): number[] | null {
  const owners = ctx.rights.workable('pool.assign')
  return owners === 'all' ? null : [...owners]
}

export function assign(ctx: Context, ids: readonly number[], personId: number): number {
  if (assignable(ctx)?.includes(personId) === false) throw fail('invalid', { fields: { personId: 'notAllowed' } })
  if (!isAtWork(ctx, personId)) throw fail('rule', { code: 'notInOffice' })
  const rows = fromPool(ctx, ids, 'pool.assign')
  guardHolding(ctx, personId, rows.length)
  for (const row of rows) {
    giveTo(ctx, row, personId)
    notify(ctx, { to: [personId], kind: 'poolAssigned', entity: 'customers', id: row.id })
  }
  return rows.length
}

export function giveBack(ctx: Context, ids: readonly number[], reason: string): number {
  const customers = ctx.services.entities.get('customers')
  const wanted = [...new Set(ids)]
  for (const id of wanted) {
    const row = reachable(ctx, customers, id, 'pool.return')
    if (row['ownerId'] === null) throw fail('rule', { code: 'poolAlready' })
    giveTo(ctx, row, null)
    giveReason(ctx, id, reason)
  }
  return wanted.length
}

/** Somebody else may have been quicker: then it is not there any more. */
function fromPool(ctx: Context, ids: readonly number[], permission: Permission): StoredRow[] {
  const customers = ctx.services.entities.get('customers')
  return [...new Set(ids)].map((id) => {
    reachable(ctx, pooled, id, permission)
    const row = selectById(ctx, customers, id)
    if (!row) throw fail('notFound')
    return row
  })
}

/** Owners change here by the pool's own rights, not by the right to edit. */
export function giveTo(ctx: Context, row: StoredRow, ownerId: number | null): void {
  const customers = ctx.services.entities.get('customers')
  const diff = withHooks(ctx, customers, row, { ownerId }, { ownerId: [row['ownerId'] ?? null, ownerId] })
  changeRow(ctx, customers, row, diff)
}

export const holdingOf = (ctx: Context, personId: number): number =>
  statement<[number], { n: number }>(
    ctx.db,
    'SELECT count(*) n FROM customers WHERE owner_id = ? AND archived_at IS NULL',
  ).get(personId)?.n ?? 0

function guardHolding(ctx: Context, personId: number, more: number): void {
  const { holdingMax } = readSetting(ctx.db, 'pool.settings')
  const held = holdingMax === null ? 0 : holdingOf(ctx, personId)
  if (holdingMax !== null && held + more > holdingMax)
    throw fail('rule', { code: 'poolHolding', params: { n: holdingMax, held } })
}
