// The group a customer belongs to, as far as the viewer sees it: what lies behind one out of sight is not told of.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { seesField } from '@main/records/masks'
import { reachable, visibleIds, within } from '@main/records/read'
import type { StoredRow } from '@main/records/entity'
import { selectById, selectRows } from '@main/records/select'
import { insertRow, changeRow, setArchived } from '@main/records/write'
import { fail } from '@shared/api/errors'
import type { GroupNode } from '@shared/features/ties/endpoints'
import { customerTies } from './entity'

const most = { levels: 20, nodes: 300 }
const living = `kind = 'parent' AND archived_at IS NULL AND customer_id <> to_customer_id`

/** The first in sight: one out of sight stands beside it untold, and comes first again for whoever sees it. */
const parentOf = (ctx: Context, id: number): number | null =>
  inSight(
    ctx,
    statement<[number], { id: number }>(
      ctx.db,
      `SELECT to_customer_id id FROM customer_ties WHERE customer_id = ? AND ${living} ORDER BY id`,
    )
      .all(id)
      .map((row) => row.id),
  )[0] ?? null

const childrenOf = (ctx: Context, id: number): number[] =>
  statement<[number], { id: number }>(
    ctx.db,
    `SELECT customer_id id FROM customer_ties WHERE to_customer_id = ? AND ${living} ORDER BY customer_id LIMIT ${most.nodes}`,
  )
    .all(id)
    .map((row) => row.id)

function inSight(ctx: Context, ids: readonly number[]): number[] {
  if (ids.length === 0) return []
  const customers = ctx.services.entities.get('customers')
  const seen = new Set(visibleIds(ctx, customers, ids))
  return ids.filter((id) => seen.has(id) && selectById(ctx, customers, id)?.archivedAt === null)
}

/** From the top down; empty for a customer that stands alone. */
export function groupOf(ctx: Context, id: number): GroupNode[] {
  const nodes: GroupNode[] = []
  const known = new Set<number>()
  const queue: { id: number; parentId: number | null }[] = [{ id: topOf(ctx, id), parentId: null }]
  for (const next of queue) {
    if (known.has(next.id) || nodes.length >= most.nodes) continue
    known.add(next.id)
    nodes.push(nodeOf(ctx, next.id, next.parentId))
    for (const child of inSight(ctx, childrenOf(ctx, next.id)))
      if (parentOf(ctx, child) === next.id) queue.push({ id: child, parentId: next.id })
  }
  return nodes.length > 1 ? nodes : []
}

function topOf(ctx: Context, id: number): number {
  const passed = new Set([id])
  let top = id
  for (let level = 0; level < most.levels; level++) {
    const above = parentOf(ctx, top)
    if (above === null || passed.has(above)) return top
    passed.add(above)
    top = above
  }
  return top
}

function nodeOf(ctx: Context, id: number, parentId: number | null): GroupNode {
  const row = selectById(ctx, ctx.services.entities.get('customers'), id)
  const told = (key: string): unknown => (row && seesField(ctx, 'customers', key) ? row[key] : null)
  const [name, ownerId, level] = ['name', 'ownerId', 'level'].map(told)
  return {
    id,
    parentId,
    name: typeof name === 'string' ? name : null,
    ownerId: typeof ownerId === 'number' ? ownerId : null,
    level: typeof level === 'string' ? level : null,
  }
}

export function setParent(ctx: Context, customerId: number, parentId: number | null): void {
  const customers = ctx.services.entities.get('customers')
  reachable(ctx, customers, customerId, 'customers.update')
  if (parentId !== null && !pointable(ctx, parentId)) throw fail('invalid', { fields: { parentId: 'reference' } })
  if (parentId !== null && standsAbove(ctx, parentId, customerId)) throw fail('rule', { code: 'circle' })
  const kind = ctx.services.entities.get(customerTies.name)
  const [row, ...others] = seenParentTies(ctx, customerId)
  for (const other of others) setArchived(ctx, kind, other, true)
  if (row && parentId === null) setArchived(ctx, kind, row, true)
  else if (row && row['toCustomerId'] !== parentId)
    changeRow(ctx, kind, row, { toCustomerId: [row['toCustomerId'] ?? null, parentId] })
  else if (!row && parentId !== null) insertRow(ctx, kind, { customerId, kind: 'parent', toCustomerId: parentId })
  ctx.about('customers', customerId, { parentId })
  for (const id of [customerId, parentId]) if (id !== null) ctx.publish('customers', id)
}

/** Those to parents the viewer sees: nobody takes away what they do not know of. */
function seenParentTies(ctx: Context, customerId: number): StoredRow[] {
  const rows = selectRows(
    ctx,
    ctx.services.entities.get(customerTies.name),
    { sql: `t.customer_id = ? AND t.kind = 'parent' AND t.archived_at IS NULL`, params: [customerId] },
    'ORDER BY t.id',
  )
  const customers = ctx.services.entities.get('customers')
  return rows.filter((row) => within(ctx, customers, Number(row['toCustomerId']), 'read'))
}

export const pointable = (ctx: Context, customerId: number): boolean => {
  const customers = ctx.services.entities.get('customers')
  return within(ctx, customers, customerId, 'read') && selectById(ctx, customers, customerId)?.archivedAt === null
}

/** Whether `id` is `below` itself or is seen to stand under it; through others a refusal would tell of them. */
function standsAbove(ctx: Context, id: number, below: number): boolean {
  const passed = new Set<number>()
  for (let at: number | null = id; at !== null && !passed.has(at); at = parentOf(ctx, at)) {
    if (at === below) return true
    passed.add(at)
  }
  return false
}
