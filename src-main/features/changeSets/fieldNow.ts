// A field of a record as an undo sees it: its own fields, custom ones, and the lists of who has access.
import type { Context } from '@main/api/context'
import { accessEntries } from '@main/records/access'
import type { Entity, StoredRow } from '@main/records/entity'
import { sameValue } from '@main/records/values'

export function fieldNow(ctx: Context, entity: Entity, row: StoredRow, key: string): unknown {
  if (key === 'access.team' || key === 'access.share')
    return accessEntries(ctx, entity, row.id, key === 'access.team' ? 'team' : 'share')
  return (key.startsWith('custom.') ? row.custom[key.slice('custom.'.length)] : row[key]) ?? null
}

/** Whether it still is what a change made of it. */
export function isAsLeft(entity: Entity, key: string, now: unknown, after: unknown): boolean {
  const field = entity.set.fields[key]
  return field ? sameValue(field, now, after) : JSON.stringify(now) === JSON.stringify(after ?? null)
}
