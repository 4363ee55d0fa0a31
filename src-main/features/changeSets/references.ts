// What points to a record, so that an undo never archives what others have come to use.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Entity } from '@main/records/entity'
import { pointersTo } from '@main/records/references'

export interface UseTest {
  /** Whether that record is about to be archived as well. */
  leaves(from: Entity, id: number): boolean
  /** Only records created by a change after this one count. */
  createdAfter?: number
}

/** Whether a living record points to this one. */
export function isUsed(ctx: Context, entity: Entity, id: number, { leaves, createdAfter }: UseTest): boolean {
  return pointersTo(ctx, entity).some(({ from, column, and }) => {
    const late =
      createdAfter === undefined
        ? ''
        : ` AND EXISTS (SELECT 1 FROM changes c INDEXED BY changes_record WHERE c.entity = ? AND c.record_id = t.id AND c.action = 'create' AND c.id > ?)`
    const rows = statement<unknown[], { id: number }>(
      ctx.db,
      `SELECT t.id FROM ${from.table} t WHERE t.${column} = ? AND t.archived_at IS NULL${and}${late}`,
    ).all(id, ...(createdAfter === undefined ? [] : [from.name, createdAfter]))
    return rows.some((row) => !(from === entity && row.id === id) && !leaves(from, row.id))
  })
}
