// People and departments of the office.
import { choices, date, defineFields, number, person, reference, text, yesNo } from '@shared/fields/field'

export const personFields = defineFields('people', {
  name: text({ required: true, max: 40 }),
  departmentId: reference({ entity: 'departments' }),
  superiorId: person(),
  position: text({ max: 60 }),
  phone: text({ format: 'phone', max: 60 }),
  mail: text({ format: 'mail', max: 120 }),
  hiredOn: date(),
  leftOn: date(),
  /** A disabled person cannot sign in; sessions end at once. */
  disabled: yesNo({ fallback: false }),
  /** Ids of roles, as text. */
  roleIds: choices({ open: true }),
  /** May enter on this person's behalf. */
  assistantId: person(),
  /** Has a login. */
  login: text({ computed: true }),
})

export const departmentFields = defineFields('departments', {
  name: text({ required: true, max: 60 }),
  parentId: reference({ entity: 'departments' }),
  headId: person(),
  /** Stands in while the head is away or the place is vacant. */
  actingHeadId: person(),
  sort: number({ fallback: 0 }),
})
