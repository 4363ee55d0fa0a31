import { recordEndpoints } from '@shared/api/records'
import { followUpFields } from './fields'

export const followUpsEndpoints = recordEndpoints(followUpFields, {
  view: 'followUps.view',
  create: 'followUps.create',
  update: 'followUps.update',
  archive: 'followUps.archive',
})
