// People and departments as records. Every rule of the organisation is checked after the write, inside its
// transaction, so that an undo or a restore is held to it just as a form is.
import type { Entity } from '@main/records/entity'
import { departmentFields, personFields } from '@shared/features/organization/fields'
import { afterDepartment, afterPerson } from './hooks'

export const people: Entity<typeof personFields.fields> = {
  name: 'people',
  room: 'organization',
  set: personFields,
  table: 'people',
  scope: { by: 'office' },
  labelField: 'name',
  defaultSort: { field: 'name', direction: 'asc' },
  hooks: { afterWrite: afterPerson },
}

export const departments: Entity<typeof departmentFields.fields> = {
  name: 'departments',
  room: 'organization',
  set: departmentFields,
  table: 'departments',
  scope: { by: 'office' },
  labelField: 'name',
  defaultSort: { field: 'sort', direction: 'asc' },
  hooks: { afterWrite: afterDepartment },
}
