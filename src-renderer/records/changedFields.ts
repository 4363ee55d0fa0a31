// The fields of records whose changes are shown as people read them: a colleague by name, money as money.
import { computed } from 'vue'
import { besideBirthday } from '@shared/fields/birthday'
import { type Field, type FieldSet, type Fields, longText } from '@shared/fields/field'
import { attachmentFields } from '@shared/features/attachments/fields'
import { commentFields } from '@shared/features/comments/fields'
import { contactFields } from '@shared/features/contacts/fields'
import { customerFields } from '@shared/features/customers/fields'
import { followUpFields } from '@shared/features/followUps/fields'
import { departmentFields, personFields } from '@shared/features/organization/fields'
import { roleFields } from '@shared/features/roles/fields'
import { taskFields } from '@shared/features/tasks/fields'
import { contactTieFields, customerTieFields } from '@shared/features/ties/fields'
import { tMaybe } from '@renderer/i18n'
import { fieldLabel } from '@renderer/i18n/labels'
import { accessLabel } from './accessText'
import { withCustom } from './fieldList'

const sets: readonly FieldSet[] = [
  ...[customerFields, contactFields, followUpFields, taskFields, commentFields, attachmentFields],
  ...[customerTieFields, contactTieFields, personFields, departmentFields, roleFields],
]

/** Stands for a list of who has access: no field of the record, told beside its fields. */
const accessField: Field = longText({ computed: true })

export function useChangedFields(): (entity: string, key: string) => Field | undefined {
  const byEntity = computed<Record<string, Fields>>(() =>
    Object.fromEntries(sets.map((set) => [set.entity, withCustom(set).fields])),
  )
  return (entity, key) => byEntity.value[entity]?.[key] ?? (accessLabel(key) ? accessField : undefined)
}

type Changed = Readonly<Record<string, { before?: unknown; after?: unknown }>>

/** The values on one side of a change: a birthday is read with the calendar beside it. */
export const sideOf = (fields: Changed, side: 'before' | 'after'): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([key, change]) => [key, change[side]]))

/** Whether it only says how a birthday among them is meant. */
export const isBesideBirthday = (fields: Changed, key: string): boolean =>
  Object.keys(fields).some((one) => besideBirthday(one).includes(key))

/** @example changedLabel('customers', 'access.team') // 团队成员 */
export const changedLabel = (entity: string, key: string, field: Field | undefined): string =>
  accessLabel(key) ?? (field ? fieldLabel(entity, key, field) : (tMaybe(`fields.${entity}.${key}`) ?? key))
