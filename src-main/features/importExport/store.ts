// Where an import puts its records: into the database through the records engine, or nowhere when it is only tried.
import type { Context } from '@main/api/context'
import { create } from '@main/records/create'
import { update } from '@main/records/update'
import type { Values } from '@shared/features/importExport/draft'
import { nested } from '@shared/fields/flat'
import type { Placed } from './runs'

export type Kind = 'customers' | 'contacts' | 'followUps'

export interface Store {
  create(kind: Kind, values: Values): Placed
  update(kind: Kind, placed: Placed, changes: Values): void
}

export const engineStore = (ctx: Context): Store => ({
  create(kind, values) {
    // every value was made by its field's own schema
    const { id, version } = create(ctx, ctx.services.entities.get(kind), nested(values) as never)
    return { id, version, values: { ...values } }
  },
  update(kind, placed, changes) {
    // as above
    const row = update(ctx, ctx.services.entities.get(kind), {
      id: placed.id,
      version: placed.version,
      changes: nested(changes) as never,
    })
    placed.version = row.version
    Object.assign(placed.values, changes)
  },
})

/** Ids of records that are not there are negative. */
export function dryStore(): Store {
  let last = 0
  return {
    create: (_kind, values) => ({ id: --last, version: 1, values: { ...values } }),
    update: (_kind, placed, changes) => void Object.assign(placed.values, changes),
  }
}
