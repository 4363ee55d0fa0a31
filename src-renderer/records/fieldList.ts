// The fields of an entity as this person may see them.
import type { Field, FieldSet } from '@shared/fields/field'
import { isFilterable } from '@shared/fields/field'
import { flatCustom } from '@shared/fields/flat'
import { fieldLabel } from '@renderer/i18n/labels'
import { useLookups } from '@renderer/stores/lookups'
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

/** The fields of a room together with those the office added, these as `custom.key`. */
export const withCustom = (set: FieldSet): FieldSet => {
  const custom = useLookups().customFields(set.entity)
  return Object.keys(custom).length === 0 ? set : { entity: set.entity, fields: { ...set.fields, ...custom } }
}

/** A field's value in a row as the host gives it. */
export const valueOf = (row: Record<string, unknown>, key: string): unknown =>
  // the group of custom values of any row
  key.startsWith('custom.') ? (row['custom'] as Record<string, unknown> | undefined)?.[key.slice(7)] : row[key]

/** A row with its custom values beside the others, as forms hold it. */
export const flatRow = (row: Record<string, unknown>): Record<string, unknown> => ({
  ...row,
  ...flatCustom(row['custom']),
})

/** All fields that are not hidden from this person, computed ones included. */
export function visibleFields(set: FieldSet): ListedField[] {
  const session = useSession()
  return Object.entries({ ...withCustom(set).fields, ...systemFields })
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
