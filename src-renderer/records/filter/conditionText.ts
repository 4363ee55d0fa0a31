// A condition as it stands on its chip: 级别 重点、普通.
import type { Condition } from '@shared/api/filters'
import type { Field } from '@shared/fields/field'
import { t } from '@renderer/i18n'
import { shortDay } from '@renderer/i18n/times'
import { valueText } from '@renderer/records/valueText'

const one = (entity: string, key: string, field: Field, value: unknown): string => {
  if (value === 'me') return t('words.me')
  if (value === 'myPeople') return t('words.myPeople')
  if (field.kind === 'dateTime' && typeof value === 'number') return shortDay(value)
  if (field.kind === 'choices') return valueText({ entity, key, field }, [value])
  return valueText({ entity, key, field }, value) || String(value)
}

export function conditionText(entity: string, field: Field, { field: key, operator, value }: Condition): string {
  const values = Array.isArray(value) ? value : value === undefined ? [] : [value]
  const days = ['withinDays', 'olderThanDays', 'nextDays'].includes(operator)
  const texts = values.map((each) => (days ? String(each) : one(entity, key, field, each)))
  if (operator === 'between') return t('records.filter.shown.between', { from: texts[0] ?? '', to: texts[1] ?? '' })
  const shown = texts.length > 4 ? `${texts.slice(0, 3).join('、')}… (${texts.length})` : texts.join('、')
  return t(`records.filter.shown.${operator}`, { value: shown })
}
