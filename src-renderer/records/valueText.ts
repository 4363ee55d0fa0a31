// One value of a field as plain text.
import type { Field } from '@shared/fields/field'
import { readFile } from '@shared/fields/fileValue'
import { t } from '@renderer/i18n'
import { inRow } from '@renderer/i18n/punctuation'
import { choiceLabel } from '@renderer/i18n/labels'
import { yuan } from '@renderer/i18n/money'
import { exact } from '@renderer/i18n/times'
import { useLookups } from '@renderer/stores/lookups'
import { accessLabel, accessText } from './accessText'
import { birthdayText } from './birthday'
import { referenceName } from './referenceNames'

export interface ValueOwner {
  entity: string
  key: string
  field: Field
  /** The record the value belongs to: names of references and the calendar of a birthday stand beside it. */
  row?: Record<string, unknown> | undefined
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const referenceText = ({ key, row, field }: ValueOwner, value: unknown): string => {
  const name = field.custom ? undefined : row?.[key.replace(/Id$/u, 'Name')]
  if (typeof name === 'string') return name
  return field.entity ? referenceName(field.entity, Number(value)) : `#${String(value)}`
}

const textOf = ({ field, row, key }: ValueOwner, value: string): string => {
  if (field.format === 'region') return useLookups().regionName(value) || value
  if (field.format === 'birthday')
    return birthdayText(value, row?.[`${key}Calendar`] === 'lunar', row?.[`${key}LeapMonth`] === true)
  return value
}

/** '' for nothing. Money in yuan, instants to the minute, choices by their words, people by name. */
export function valueText(owner: ValueOwner, value: unknown): string {
  if (isEmpty(value)) return ''
  const { entity, key, field } = owner
  if (accessLabel(key)) return accessText(value)
  switch (field.kind) {
    case 'money':
      return yuan(Number(value))
    case 'number':
      return Number(value).toLocaleString('en-US')
    case 'dateTime':
      return exact(Number(value))
    case 'choice':
      return choiceLabel(entity, key, String(value), field)
    case 'choices':
      return Array.isArray(value) ? inRow(value.map((one) => choiceLabel(entity, key, String(one), field))) : ''
    case 'yesNo':
      return value === true ? t('words.yes') : t('words.no')
    case 'person':
      return useLookups().personName(Number(value))
    case 'file':
      return readFile(value)?.name ?? ''
    case 'reference':
      return referenceText(owner, value)
    default:
      return textOf(owner, String(value))
  }
}
