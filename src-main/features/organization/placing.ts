// The order in which departments stand under another.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { selectRows } from '@main/records/select'
import { update } from '@main/records/update'
import { fail } from '@shared/api/errors'
import { departments } from './entity'

interface Standing {
  id: number
  parentId?: unknown
}

/** Each followed by those under it, as the tree shows them; whose parent went stands at the top. */
export function inTreeOrder<T extends Standing>(rows: readonly T[]): T[] {
  const known = new Set(rows.map(({ id }) => id))
  const parentOf = ({ parentId }: Standing): number | null =>
    typeof parentId === 'number' && known.has(parentId) ? parentId : null
  const inside = (id: number | null): T[] =>
    rows.filter((one) => parentOf(one) === id).flatMap((one) => [one, ...inside(one.id)])
  return inside(null)
}

/** Behind all that stand under the same one. */
export function lastPlace(ctx: Context, parentId: number | null): number {
  const sql = 'SELECT coalesce(max(sort) + 1, 0) place FROM departments WHERE archived_at IS NULL AND parent_id IS ?'
  return statement<[number | null], { place: number }>(ctx.db, sql).get(parentId)?.place ?? 0
}

interface Place {
  id: number
  version: number
  parentId: number | null
  beforeId: number | null
}

/** Those beside it move on where they have to; all of it is one step, with one undo. */
export function placeDepartment(ctx: Context, { id, version, parentId, beforeId }: Place) {
  const beside = selectRows(
    ctx,
    departments,
    { sql: 't.archived_at IS NULL AND t.parent_id IS ? AND t.id <> ?', params: [parentId, id] },
    'ORDER BY t.sort, t.id',
  )
  const found = beforeId === null ? beside.length : beside.findIndex((one) => one.id === beforeId)
  if (found < 0) throw fail('notFound')
  for (const [at, one] of beside.entries()) {
    const sort = at < found ? at : at + 1
    if (one['sort'] !== sort) update(ctx, departments, { id: one.id, version: one.version, changes: { sort } })
  }
  return update(ctx, departments, { id, version, changes: { parentId, sort: found } })
}
