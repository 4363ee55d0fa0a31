import type { Entity, Mirror } from '@main/records/entity'
import { matchesWords } from '@main/search/listMatches'
import { customerFields } from '@shared/features/customers/fields'

/** The value is reckoned from these: whoever does not see one of them could tell it from the sum. */
const valueSources: readonly Mirror[] = [
  { entity: 'customers', field: 'pastAmount' },
  { entity: 'customers', field: 'potentialAmount' },
  { entity: 'followUps', field: 'followedAt' },
]

export const customers: Entity<typeof customerFields.fields> = {
  name: 'customers',
  room: 'customers',
  set: customerFields,
  table: 'customers',
  scope: { by: 'owner' },
  labelField: 'name',
  defaultSort: { field: 'updatedAt', direction: 'desc' },
  matches: matchesWords('customers'),
  ownerDefaultsToMaker: true,
  mirrors: {
    lastFollowedAt: { entity: 'followUps', field: 'followedAt' },
    lastFollowUpWay: { entity: 'followUps', field: 'way' },
    lastFollowUp: { entity: 'followUps', field: 'content' },
    nextFollowAt: { entity: 'followUps', field: 'nextAt' },
    nextStep: { entity: 'followUps', field: 'nextStep' },
    followUpCount: { entity: 'followUps' },
    contactCount: { entity: 'contacts' },
    valueTier: valueSources,
    valueScore: valueSources,
  },
  expressions: {
    starred: `EXISTS (SELECT 1 FROM stars WHERE stars.person_id = :me AND stars.entity = 'customers' AND stars.record_id = t.id)`,
  },
}
