// Archiving puts a record into the recycle bin, where it waits 30 days; restoring takes it back.
import type { Context } from '@main/api/context'
import { fail } from '@shared/api/errors'
import type { Fields, RowOf } from '@shared/fields/field'
import { permissionOf } from '@shared/permissions'
import type { Entity } from './entity'
import { applyMasks } from './masks'
import { reachable } from './read'
import { guardVersion } from './update'
import { setArchived } from './write'

export const recycleBinDays = 30

export function archive<F extends Fields>(
  ctx: Context,
  entity: Entity<F>,
  input: { id: number; version: number },
): RowOf<F> {
  const row = reachable(ctx, entity, input.id, permissionOf(entity.room, 'archive'))
  guardVersion(ctx, entity, row, input.version)
  entity.hooks?.beforeArchive?.(ctx, row)
  return applyMasks(ctx, entity, setArchived(ctx, entity, row, true))
}

export function restore<F extends Fields>(
  ctx: Context,
  entity: Entity<F>,
  input: { id: number; version: number },
): RowOf<F> {
  const row = reachable(ctx, entity, input.id, permissionOf(entity.room, 'archive'), 'any')
  if (row.archivedAt === null) throw fail('rule', { code: 'notArchived' })
  guardVersion(ctx, entity, row, input.version)
  return applyMasks(ctx, entity, setArchived(ctx, entity, row, false))
}
