import type { Entity } from '@main/records/entity'
import { poolFields } from '@shared/features/pool/fields'

/** A second look at the customers: those that nobody owns. */
export const pooled: Entity<typeof poolFields.fields> = {
  name: 'pool',
  room: 'pool',
  set: poolFields,
  table: 'customers',
  scope: { by: 'nobody' },
  rightsOf: 'customers',
  labelField: 'name',
  defaultSort: { field: 'pooledAt', direction: 'desc' },
  mirrors: {
    lastFollowedAt: { entity: 'followUps', field: 'followedAt' },
    followUpCount: { entity: 'followUps' },
    valueTier: [
      { entity: 'customers', field: 'pastAmount' },
      { entity: 'customers', field: 'potentialAmount' },
      { entity: 'followUps', field: 'followedAt' },
    ],
  },
}
