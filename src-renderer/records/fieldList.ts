// The fields of an entity as this person may see them.
import type { Field, FieldSet } from '@shared/fields/field'
import { isFilterable } from '@shared/fields/field'
import { fieldLabel } from '@renderer/i18n/labels'
import { useSession } from '@renderer/stores/session'

/** A row of any entity, when the code does not care which. */
export type AnyRow = {
  id: number
  version: number
  archivedAt?: number | null
  masked?: string[]
  custom?: Record<string, unknown>
} & Record<string, unknown>

export interface ListedField {
  key: string
  field: Field
  label: string
  /** May be sorted and filtered by. */
  sortable: boolean
  readOnly: boolean
}

const systemFields: Record<string, Field> = {
  createdAt: { kind: 'dateTime', computed: true },
  updatedAt: { kind: 'dateTime', computed: true },
}

/** All fields that are not hidden from this person, computed ones included. */
export function visibleFields(set: FieldSet): ListedField[] {
  const session = useSession()
  return Object.entries({ ...set.fields, ...systemFields })
    .map(([key, field]) => ({ key, field, right: session.fieldRight(set.entity, key) }))
    .filter(({ right }) => right !== 'hidden')
    .map(({ key, field, right }) => ({
      key,
      field,
      label: fieldLabel(set.entity, key, field),
      sortable: isFilterable(field) && right !== 'masked',
      readOnly: field.computed === true || right !== undefined,
    }))
}

/** The fields a form offers. */
export const writableFields = (set: FieldSet): ListedField[] =>
  visibleFields(set).filter(({ field }) => !field.computed)
