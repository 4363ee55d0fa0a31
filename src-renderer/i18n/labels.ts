// What fields, choices, groups and failures are called.
import type { ApiError } from '@shared/api/errors'
import type { Field } from '@shared/fields/field'
import { t, tMaybe } from './index'

let ownFields: (entity: string) => Readonly<Record<string, Field>> = () => ({})
/** Who keeps the office's own fields says so, that they are called by their names wherever a field is named. */
export const ownFieldsAre = (find: typeof ownFields): void => void (ownFields = find)

/** @example fieldLabel('customers', 'ownerId') // 负责人 */
export const fieldLabel = (entity: string, key: string, field: Field | undefined = ownFields(entity)[key]): string =>
  field?.custom?.label ?? tMaybe(`fields.${entity}.${key}`) ?? key

export const choiceLabel = (entity: string, key: string, code: string, field?: Field): string =>
  field?.custom?.optionLabels?.[code] ?? tMaybe(`choices.${entity}.${key}.${code}`) ?? code

export const groupLabel = (entity: string, group: string): string => tMaybe(`groups.${entity}.${group}`) ?? group

const withTyped = new WeakSet<ApiError>()
/** What somebody typed still stands before them after this failure. */
export const typedIsKept = (error: ApiError): void => void withTyped.add(error)
/** After these nobody knows what became of it. */
const disturbing = ({ code, details }: ApiError): boolean => code === 'storage' || details.code === 'hostLost'

/** A failure in words: what happened, the way on, and that nothing typed is lost. */
export function errorText(error: ApiError): string {
  const text = reasonText(error)
  return withTyped.has(error) && disturbing(error) ? t('errors.kept', { text }) : text
}

function reasonText(error: ApiError): string {
  const { code, params } = error.details
  const rule = code ? (tMaybe(`errors.rules.${code}`, params) ?? refusalText(code, params)) : null
  return rule ?? t(`errors.codes.${error.code}`, { seconds: 30, ...params })
}

/** Why a file cannot be read: codes `reading.…`. */
export function refusalText(code: string, params: Record<string, string | number> = {}): string | null {
  const kind = typeof params['kind'] === 'string' ? (tMaybe(`reading.kinds.${params['kind']}`) ?? '') : ''
  return tMaybe(`reading.refusals.${code.replace(/^reading\./u, '')}`, { ...params, kind })
}

/** The message under one field. */
export const fieldErrorText = (code: string): string => tMaybe(`errors.fields.${code}`) ?? t('errors.fields.invalid')
