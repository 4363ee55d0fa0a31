// A field of a record as a cell that people read: choices in words, people by name, days as days.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Cell } from '@main/files/writers/cell'
import { customFieldsOf } from '@main/records/customFields'
import type { Entity } from '@main/records/entity'
import { restrictedFields, seesField } from '@main/records/masks'
import { fail } from '@shared/api/errors'
import type { Field } from '@shared/fields/field'
import { joinTags } from '@shared/features/importExport/cellLists'
import type { Language } from '@shared/locales/messages'
import { regionName } from '@shared/regions'
import { wordsOf } from './inspecting'

export interface ExportColumn {
  key: string
  heading: string
  width: number
  cell(row: Row): Cell
}
type Row = Record<string, unknown> & { custom: Record<string, unknown>; masked?: string[] }

const system: Record<string, Field> = {
  id: { kind: 'number' },
  createdAt: { kind: 'dateTime' },
  updatedAt: { kind: 'dateTime' },
}
/** Where the name of what a field points to stands in the row. */
const namedBy: Record<string, string> = { customerId: 'customerName', contactId: 'contactName' }
const widths: Partial<Record<Field['kind'], number>> = {
  longText: 40,
  number: 10,
  money: 14,
  date: 12,
  dateTime: 17,
  choice: 10,
  yesNo: 8,
  person: 10,
}

/**
 * The asked-for columns this viewer may see.
 * @throws ApiError invalid for a column that is not there, or when none is left
 */
export function exportColumns(
  ctx: Context,
  entity: Entity,
  keys: readonly string[],
  language: Language,
): ExportColumn[] {
  const custom = customFieldsOf(ctx.db, entity.name)
  const restricted = restrictedFields(ctx, entity)
  const fieldAt = (key: string): Field | undefined => {
    if (key.startsWith('custom.')) return Object.hasOwn(custom, key.slice(7)) ? custom[key.slice(7)] : undefined
    return Object.hasOwn(entity.set.fields, key)
      ? entity.set.fields[key]
      : Object.hasOwn(system, key)
        ? system[key]
        : undefined
  }
  const unknown = keys.filter((key) => !fieldAt(key))
  if (unknown.length > 0)
    throw fail('invalid', { fields: Object.fromEntries(unknown.map((key) => [`columns.${key}`, 'unknownField'])) })
  const seen = [...new Set(keys)].filter((key) => restricted[key] !== 'hidden')
  if (seen.length === 0) throw fail('invalid', { fields: { columns: 'notAllowed' } })
  const make = cellMaker(ctx, entity.name, language)
  const labels: Record<string, string> = wordsOf(language).fields[entity.name as 'customers'] // the three lists that are exported all have labels
  return seen.flatMap((key) => {
    const field = fieldAt(key)
    const heading = field?.custom?.label ?? labels[key] ?? key
    return field ? [{ key, heading, width: widths[field.kind] ?? 18, cell: (row: Row) => make(key, field, row) }] : []
  })
}

function cellMaker(ctx: Context, entity: string, language: Language): (key: string, field: Field, row: Row) => Cell {
  const people = new Map(
    statement<[], { id: number; name: string }>(ctx.db, 'SELECT id, name FROM people')
      .all()
      .map(({ id, name }) => [id, name]),
  )
  const words = wordsOf(language)
  const choices: Record<string, Record<string, string>> = words.choices[entity as 'customers'] // as above
  const yesNo = language === 'en' ? ['No', 'Yes'] : ['否', '是']
  return (key, field, row) => {
    const value = key.startsWith('custom.') ? row.custom[key.slice(7)] : row[key]
    if (value === null || value === undefined || value === '') return null
    // an outline of a value is no value
    if (row.masked?.includes(key)) return typeof value === 'string' ? value : null
    switch (field.kind) {
      case 'money':
        return { number: Number(value) / 100, as: 'money' }
      case 'number':
        return { number: Number(value), as: 'plain' }
      case 'dateTime':
        return { at: Number(value) }
      case 'date':
        return { day: String(value) }
      case 'yesNo':
        return yesNo[Number(value)] ?? ''
      case 'choice':
        return field.custom?.optionLabels?.[String(value)] ?? choices[key]?.[String(value)] ?? String(value)
      case 'choices':
        return Array.isArray(value) ? joinTags(value.map(String)) : null
      case 'person':
        return people.get(Number(value)) ?? ''
      case 'reference':
        return referenceName(ctx, key, row, Number(value))
      default:
        return field.format === 'region' ? regionName(String(value)) || String(value) : String(value)
    }
  }
}

function referenceName(ctx: Context, key: string, row: Row, id: number): string {
  const named = namedBy[key]
  if (named) return String(row[named] ?? '')
  // a superior is a contact of the same customer
  if (key !== 'superiorId' || !seesField(ctx, 'contacts', 'name')) return ''
  return statement<[number], { name: string }>(ctx.db, 'SELECT name FROM contacts WHERE id = ?').get(id)?.name ?? ''
}
