// What somebody sees, as SQL written by hand: the customers of their owners, and those shown to them.
import type { RightsCache } from '@main/api/rights'
import { dayOf } from '@shared/dates'

export interface Sight {
  me: number
  /** Whose customers are seen. */
  owners: readonly number[] | 'all'
  /** Everybody below. */
  below: readonly number[]
}

/** As the host itself reckons it. */
export function sightOf(rights: RightsCache, me: number): Sight {
  const { below, readable } = rights.of(me)
  const owners = readable('customers')
  return { me, owners: owners === 'all' ? owners : [...owners], below: [...below] }
}

const shown = ({ me }: Sight): string =>
  `SELECT record_id FROM record_access WHERE person_id = ${me} AND entity = 'customers' AND (until_on IS NULL OR until_on >= '${dayOf(Date.now())}')`

const ownedBy = (owners: readonly number[], alias: string): string => `${alias}.owner_id IN (${owners.join(',')})`

/** A condition on customers. */
export const inSight = (sight: Sight, alias: string): string =>
  sight.owners === 'all' ? '1' : `(${ownedBy(sight.owners, alias)} OR ${alias}.id IN (${shown(sight)}))`

/** The same as conditions that no customer fulfils two of: each can be looked up. */
export const inSightApart = (sight: Sight, alias: string): string[] =>
  sight.owners === 'all'
    ? ['1']
    : [
        ownedBy(sight.owners, alias),
        `${alias}.id IN (${shown(sight)}) AND (${ownedBy(sight.owners, alias)}) IS NOT TRUE`,
      ]
