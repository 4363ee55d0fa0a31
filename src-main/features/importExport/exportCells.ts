// The columns of an export that its viewer may see.
import type { Context } from '@main/api/context'
import type { Cell } from '@main/files/writers/cell'
import { customFieldsOf } from '@main/records/customFields'
import type { Entity } from '@main/records/entity'
import { cellMaker, type CellRow } from '@main/records/fieldCells'
import { restrictedFields } from '@main/records/masks'
import { fail } from '@shared/api/errors'
import type { Field } from '@shared/fields/field'
import type { Language } from '@shared/locales/messages'
import { wordsIn } from '@shared/locales/wordsIn'

export interface ExportColumn {
  key: string
  heading: string
  width: number
  cell(row: CellRow): Cell
}

const system: Record<string, Field> = {
  id: { kind: 'number' },
  createdAt: { kind: 'dateTime' },
  updatedAt: { kind: 'dateTime' },
}
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
  const labels: Record<string, string> = wordsIn(language).fields[entity.name as 'customers'] // the three lists that are exported all have labels
  return seen.flatMap((key) => {
    const field = fieldAt(key)
    const heading = field?.custom?.label ?? labels[key] ?? key
    return field
      ? [{ key, heading, width: widths[field.kind] ?? 18, cell: (row: CellRow) => make(key, field, row) }]
      : []
  })
}
