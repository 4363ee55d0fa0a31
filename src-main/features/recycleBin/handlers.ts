import { handlersOf } from '@main/api/context'
import { statement } from '@main/database/statements'
import { restore } from '@main/records/archive'
import { fail } from '@shared/api/errors'
import { recycleBinEndpoints } from '@shared/features/recycleBin/endpoints'
import { inBin, listBin, purgeable } from './bin'

export const recycleBinHandlers = handlersOf(recycleBinEndpoints, {
  list: (ctx, input) => listBin(ctx, input),

  restore(ctx, { entity: name, ...record }) {
    const entity = purgeable(ctx.services.entities.all()).find((kind) => kind.name === name)
    if (!entity) throw fail('notFound')
    const there = inBin(ctx, entity, 'recycleBin.restore')
    const found = statement(ctx.db, `SELECT 1 FROM ${entity.table} t WHERE t.id = ? AND ${there.sql}`).get(
      record.id,
      ...there.params,
    )
    if (!found) throw fail('notFound')
    restore(ctx, entity, record)
    return {}
  },
})
