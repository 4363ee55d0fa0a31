// The pool 公海 holds the customers that nobody owns. Seen there is what helps to choose, not how to reach them.
import { choice, dateTime, defineFields, number, person, text } from '@shared/fields/field'
import { customerLevels, customerTypes, valueTiers } from '@shared/features/customers/fields'

export const poolFields = defineFields('pool', {
  name: text({ required: true, max: 120, computed: true }),
  level: choice({ options: customerLevels, computed: true }),
  type: choice({ options: customerTypes, computed: true }),
  valueTier: choice({ options: valueTiers, computed: true }),
  industry: text({ max: 60, computed: true }),
  region: text({ format: 'region', max: 6, computed: true }),
  lastFollowedAt: dateTime({ computed: true }),
  followUpCount: number({ computed: true }),
  pooledAt: dateTime({ computed: true }),
  formerOwnerId: person({ computed: true }),
})
