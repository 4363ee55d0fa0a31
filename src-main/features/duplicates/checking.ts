// Who is there already. Of customers out of sight only that there is one and who has it.
import type { Context } from '@main/api/context'
import { findDuplicates, idsBeginning, keptSide } from '@main/duplicates/finding'
import { inSight, toldOf } from '@main/duplicates/telling'
import { seesField } from '@main/records/masks'
import type { InputOf, OutputOf } from '@shared/api/endpoint'
import type { duplicatesEndpoints } from '@shared/features/duplicates/endpoints'

type Check = (typeof duplicatesEndpoints)['check']

const mostSimilar = 6

export function check(ctx: Context, { customer, contacts = [], exceptId }: InputOf<Check>): OutputOf<Check> {
  // to leave out one that is not seen would tell of it
  const without = exceptId !== undefined && inSight(ctx, exceptId) ? exceptId : null
  const found = findDuplicates(ctx, customer, contacts).filter(({ id }) => id !== without)
  const { open, closed, near } = toldOf(ctx, found)
  const known = new Set([...open, ...near].map(({ id }) => id))
  return {
    matches: [...open, ...closed].sort((a, b) => b.score - a.score),
    similar: [
      ...near.flatMap(({ id, name, ownerId, reasons }) =>
        id === null || name === null ? [] : [{ id, name, ownerId, reasons }],
      ),
      ...(customer.name ? similarTo(ctx, customer.name, new Set([...known, without])) : []),
    ].slice(0, mostSimilar),
  }
}

function similarTo(ctx: Context, name: string, known: ReadonlySet<number | null>): OutputOf<Check>['similar'] {
  if (!seesField(ctx, 'customers', 'name')) return []
  const ids = idsBeginning(ctx, name).filter((id) => !known.has(id) && inSight(ctx, id))
  return ids.slice(0, mostSimilar).flatMap((id) => {
    const side = keptSide(ctx.db, id)
    const ownerId = seesField(ctx, 'customers', 'ownerId') ? (side?.ownerId ?? null) : null
    return side ? [{ id, name: side.name, ownerId, reasons: [] }] : []
  })
}
