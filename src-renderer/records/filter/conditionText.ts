// A condition as it stands on its chip: 级别 重点、普通.
import type { Condition, Filter } from '@shared/api/filters'
import { isPeriod } from '@shared/api/periods'
import type { Field } from '@shared/fields/field'
import { t, tMaybe } from '@renderer/i18n'
import { inRow } from '@renderer/i18n/punctuation'
import { shortDay } from '@renderer/i18n/times'
import type { ListedField } from '@renderer/records/fieldList'
import { valueText } from '@renderer/records/valueText'

const one = (entity: string, key: string, field: Field, value: unknown): string => {
  if (isPeriod(value) && (field.kind === 'date' || field.kind === 'dateTime'))
    return t(`records.filter.periods.${value}`)
  if (value === 'me') return t('words.me')
  if (value === 'myPeople') return t('words.myPeople')
  if (field.kind === 'dateTime' && typeof value === 'number') return shortDay(value)
  if (field.kind === 'choices') return valueText({ entity, key, field }, [value])
  return valueText({ entity, key, field }, value) || String(value)
}

export function conditionText(entity: string, field: Field, { field: key, operator, value }: Condition): string {
  if (operator === 'asked') return questionText({ field: key, operator, value }).text
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value]
  const days = ['withinDays', 'olderThanDays', 'nextDays'].includes(operator)
  const texts = values.map((each) => (days ? String(each) : one(entity, key, field, each)))
  if (operator === 'between') return t('records.filter.shown.between', { from: texts[0] ?? '', to: texts[1] ?? '' })
  const shown = texts.length > 4 ? `${inRow(texts.slice(0, 3))}… (${texts.length})` : inRow(texts)
  return t(`records.filter.shown.${operator}`, { value: shown })
}

/** A question that a room answers: 今日 我的、逾期没联系. */
export function questionText({ field, value }: Condition): { label: string; text: string } {
  const said = (key: string): string => tMaybe(`records.filter.questions.${field}.${key}`) ?? key
  return { label: said('label'), text: inRow((Array.isArray(value) ? value : []).map((one) => said(String(one)))) }
}

/** A group in words: (级别 重点 或 上次联系 超过 30 天). */
export function groupText(entity: string, filter: Filter, fields: ReadonlyMap<string, ListedField>): string {
  const partsOf = (parts: readonly Filter[], word: string): string =>
    parts.map((part) => ('field' in part ? inner(part) : `(${inner(part)})`)).join(` ${word} `)
  const inner = (part: Filter): string => {
    if ('and' in part) return partsOf(part.and, t('records.filter.andWord'))
    if ('or' in part) return partsOf(part.or, t('records.filter.orWord'))
    if (part.operator === 'asked') return Object.values(questionText(part)).join(' ')
    const listed = fields.get(part.field)
    return listed ? `${listed.label} ${conditionText(entity, listed.field, part)}` : '…'
  }
  return inner(filter)
}
