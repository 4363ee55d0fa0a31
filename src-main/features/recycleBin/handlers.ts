import { type Context, handlersOf } from '@main/api/context'
import { statement } from '@main/database/statements'
import { restore } from '@main/records/archive'
import type { Entity } from '@main/records/entity'
import { each } from '@main/records/many'
import { fail } from '@shared/api/errors'
import { recycleBinEndpoints } from '@shared/features/recycleBin/endpoints'
import { inBin, listBin, purgeable } from './bin'

export const recycleBinHandlers = handlersOf(recycleBinEndpoints, {
  list: (ctx, input) => listBin(ctx, input),

  restore(ctx, { entity, ...record }) {
    takeOut(ctx, kindOf(ctx, entity), record)
    return {}
  },

  restoreMany(ctx, { entity, records }) {
    const kind = kindOf(ctx, entity)
    return each(ctx, records, (inner, record) => takeOut(inner, kind, record))
  },
})

function kindOf(ctx: Context, name: string): Entity {
  const entity = purgeable(ctx.services.entities.all()).find((kind) => kind.name === name)
  if (!entity) throw fail('notFound')
  return entity
}

function takeOut(ctx: Context, entity: Entity, record: { id: number; version: number }): void {
  const there = inBin(ctx, entity, 'recycleBin.restore')
  const found = statement(ctx.db, `SELECT 1 FROM ${entity.table} t WHERE t.id = ? AND ${there.sql}`).get(
    record.id,
    ...there.params,
  )
  if (!found) throw fail('notFound')
  restore(ctx, entity, record)
}
