// Attachments as a viewer finds them: on records, or on a customer and all that belongs to it.
import type { Context } from '@main/api/context'
import { carrierRow, hangingOnCustomer, shownAs } from '@main/records/about'
import type { StoredRow } from '@main/records/entity'
import { within } from '@main/records/read'
import { type Condition, scope } from '@main/records/scope'
import { selectRows } from '@main/records/select'
import { ApiError } from '@shared/api/errors'
import type { Attachment } from '@shared/features/attachments/endpoints'
import { permissionOf } from '@shared/permissions'
import { attachments } from './entity'

const most = 500

export function listed(ctx: Context, where: Condition): Attachment[] {
  const seen = scope(ctx, attachments, 'read')
  const rows = selectRows(
    ctx,
    attachments,
    {
      sql: `t.archived_at IS NULL AND ${where.sql} AND ${seen.sql}`,
      params: [...where.params, ...seen.params],
    },
    `ORDER BY t.id DESC LIMIT ${most}`,
  )
  return rows.map((row) => shown(ctx, row))
}

export const ofRecords = (entity: string, ids: readonly number[]): Condition => ({
  sql: 't.entity = ? AND t.record_id IN (SELECT value FROM json_each(?))',
  params: [entity, JSON.stringify(ids)],
})

export const ofCustomer = (ctx: Context, customerId: number): Condition => hangingOnCustomer(ctx, 't', customerId)

export function shown(ctx: Context, row: StoredRow): Attachment {
  const about = { entity: String(row['entity']), id: Number(row['recordId']) }
  return {
    id: row.id,
    version: row.version,
    name: String(row['name']),
    size: Number(row['size']),
    at: Number(row['createdAt']),
    personId: Number(row['personId']),
    entity: about.entity,
    recordId: about.id,
    label: shownAs(ctx, about)?.label ?? null,
    // any permission but reading means changing the record
    canRemove: within(ctx, attachments, row.id, permissionOf(attachments.room, 'update')),
  }
}

/** Whether the viewer may add to a record. */
export function mayAdd(ctx: Context, entity: string, id: number): boolean {
  try {
    carrierRow(ctx, { entity, id }, ({ room }) => permissionOf(room, 'update'))
    return true
  } catch (error) {
    if (error instanceof ApiError) return false
    throw error
  }
}
