// Which questions may be asked of a field, by its kind, and what an answer looks like.
import type { Condition, FilterOperator } from '@shared/api/filters'
import type { Field } from '@shared/fields/field'

/** Of fields; nobody builds a question. */
type FieldOperator = Exclude<FilterOperator, 'asked'>
export const isOfField = (operator: FilterOperator): operator is FieldOperator => operator !== 'asked'

const text: FieldOperator[] = ['contains', 'notContains', 'is', 'startsWith', 'empty', 'notEmpty']
const several: FieldOperator[] = ['in', 'notIn', 'empty', 'notEmpty']
const amount: FieldOperator[] = ['atLeast', 'atMost', 'between', 'empty', 'notEmpty']
const time: FieldOperator[] = [
  'during',
  'withinDays',
  'olderThanDays',
  'nextDays',
  'today',
  'beforeToday',
  'between',
  'atLeast',
  'atMost',
  'empty',
  'notEmpty',
]

export function operatorsOf(field: Field): FieldOperator[] {
  switch (field.kind) {
    case 'number':
    case 'money':
      return amount
    case 'date':
    case 'dateTime':
      return time
    case 'choice':
    case 'person':
    case 'reference':
      return several
    case 'choices':
      return ['in', 'notIn', 'contains', 'empty', 'notEmpty']
    case 'yesNo':
      return ['is']
    default:
      return field.format === 'region' ? several : text
  }
}

export type ValueShape =
  'none' | 'days' | 'period' | 'text' | 'range' | 'one' | 'choices' | 'people' | 'regions' | 'records' | 'yesNo'

/** What must be entered beside the operator. */
export function shapeOf(field: Field, operator: FilterOperator): ValueShape {
  if (['empty', 'notEmpty', 'today', 'beforeToday'].includes(operator)) return 'none'
  if (['withinDays', 'olderThanDays', 'nextDays'].includes(operator)) return 'days'
  if (operator === 'during') return 'period'
  if (operator === 'between') return 'range'
  if (operator === 'atLeast' || operator === 'atMost') return 'one'
  if (field.kind === 'yesNo') return 'yesNo'
  if (operator !== 'in' && operator !== 'notIn') return 'text'
  if (field.kind === 'person') return 'people'
  if (field.kind === 'reference') return 'records'
  return field.format === 'region' ? 'regions' : 'choices'
}

/** What stands there when the operator is chosen. */
export function firstValue(shape: ValueShape): Condition['value'] {
  if (shape === 'days') return 30
  if (shape === 'yesNo') return true
  if (shape === 'period') return 'thisMonth'
  return ['choices', 'people', 'regions', 'records'].includes(shape) ? [] : undefined
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

/** True when the condition says something. */
export function isWhole(field: Field, { operator, value }: Condition): boolean {
  const shape = shapeOf(field, operator)
  if (shape === 'none') return true
  if (shape === 'range') return Array.isArray(value) && value.length === 2 && value.every(isGiven)
  return Array.isArray(value) ? value.length > 0 : isGiven(value)
}
