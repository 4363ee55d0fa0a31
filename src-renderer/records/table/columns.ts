// The columns of a list: which, in what order, how wide, which stay in place.
import type { FieldKind, FieldSet } from '@shared/fields/field'
import { currentLanguage } from '@renderer/i18n'
import { choiceLabel } from '@renderer/i18n/labels'
import { visibleFields, type ListedField } from '@renderer/records/fieldList'

export interface ColumnChoice {
  field: string
  width?: number | undefined
  frozen?: boolean | undefined
}

export interface Column extends ListedField {
  width: number
  frozen: boolean
  /** Distance from the left edge while frozen. */
  left: number
  right: boolean
}

export const checkWidth = 36

/** Widths are measured for Chinese; the words of other languages are longer. */
export const fitted = (choices: readonly ColumnChoice[]): ColumnChoice[] =>
  choices.map((one) =>
    currentLanguage() !== 'zh-CN' && one.width && one.width < 150
      ? { ...one, width: Math.round(one.width * 1.3) }
      : one,
  )
const widths: Partial<Record<FieldKind, number>> = {
  longText: 280,
  person: 88,
  number: 88,
  money: 124,
  date: 110,
  dateTime: 124,
  yesNo: 72,
  choices: 160,
}
/** About how wide a text is: a Chinese letter is as wide as high, others are half of that. */
const widthOfText = (text: string): number => [...text].reduce((sum, letter) => sum + (letter > '\u2e80' ? 14 : 7.5), 0)
const besideWords = 34
/** A choice is read whole, in any language: its words are few and known. */
const choiceWidth = (entity: string, { key, field, label }: ListedField): number =>
  Math.ceil(
    Math.max(
      ...[label, ...(field.options ?? []).map((code) => choiceLabel(entity, key, code, field))].map(widthOfText),
    ),
  ) + besideWords
function defaultWidth(entity: string, one: ListedField): number {
  if (one.key === 'name') return 232
  return one.field.kind === 'choice' ? choiceWidth(entity, one) : (widths[one.field.kind] ?? 140)
}
const isNumeric = (kind: FieldKind): boolean => kind === 'number' || kind === 'money'

/** Columns as chosen, frozen ones first, fields one may not see left out. */
export function columnsOf(set: FieldSet, choices: readonly ColumnChoice[]): Column[] {
  const fields = new Map(visibleFields(set).map((one) => [one.key, one]))
  const chosen = choices.flatMap(({ field, width, frozen = false }) => {
    const one = fields.get(field)
    return one
      ? [{ ...one, width: width ?? defaultWidth(set.entity, one), frozen, left: 0, right: isNumeric(one.field.kind) }]
      : []
  })
  const sorted = [...chosen.filter((one) => one.frozen), ...chosen.filter((one) => !one.frozen)]
  let left = checkWidth
  return sorted.map((column) => {
    const placed = { ...column, left }
    if (column.frozen) left += column.width
    return placed
  })
}

/** The grid template: each column its width, the last one takes what is left. */
export const templateOf = (columns: readonly Column[]): string =>
  [
    `${checkWidth}px`,
    ...columns.map(({ width }, at) => (at === columns.length - 1 ? `minmax(${width}px, 1fr)` : `${width}px`)),
  ].join(' ')

export const widthOf = (columns: readonly Column[]): number =>
  columns.reduce((sum, { width }) => sum + width, checkWidth)

const between = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value))

export const resized = (choices: readonly ColumnChoice[], field: string, width: number): ColumnChoice[] =>
  choices.map((one) => (one.field === field ? { ...one, width: between(Math.round(width), 48, 800) } : one))

/** Moves a column to where another stands. */
export function moved(choices: readonly ColumnChoice[], field: string, to: number): ColumnChoice[] {
  const one = choices.find((choice) => choice.field === field)
  if (!one) return [...choices]
  const rest = choices.filter((choice) => choice !== one)
  rest.splice(between(to, 0, rest.length), 0, one)
  return rest
}
