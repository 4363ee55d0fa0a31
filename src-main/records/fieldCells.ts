// A field of a record as a cell that people read: choices in words, people by name, days as days.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Cell } from '@main/files/writers/cell'
import type { Field } from '@shared/fields/field'
import { readFile } from '@shared/fields/fileValue'
import { joinTags } from '@shared/features/importExport/cellLists'
import type { Language } from '@shared/locales/messages'
import { wordsIn } from '@shared/locales/wordsIn'
import { regionName } from '@shared/regions'
import { seesField } from './masks'
import { visibleIds } from './read'
import { selectById } from './select'

export type CellRow = Record<string, unknown> & { custom: Record<string, unknown>; masked?: string[] }
/** Where the name of what a field points to stands in the row. */
const namedBy: Record<string, string> = { customerId: 'customerName', contactId: 'contactName' }

/** @example const cellOf = cellMaker(ctx, 'customers', 'zh-CN'); cellOf('level', customerFields.fields.level, row) // '重点' */
export function cellMaker(
  ctx: Context,
  entity: string,
  language: Language,
): (key: string, field: Field, row: CellRow) => Cell {
  const people = new Map(
    statement<[], { id: number; name: string }>(ctx.db, 'SELECT id, name FROM people')
      .all()
      .map(({ id, name }) => [id, name]),
  )
  // every entity has its choices under its name
  const choices: Record<string, Record<string, string>> = wordsIn(language).choices[entity as 'customers']
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
        return Array.isArray(value)
          ? joinTags(value.map((one) => field.custom?.optionLabels?.[String(one)] ?? String(one)))
          : null
      case 'person':
        return people.get(Number(value)) ?? ''
      case 'file':
        return readFile(value)?.name ?? ''
      case 'reference':
        return field.custom ? ownReferenceName(ctx, field, Number(value)) : referenceName(ctx, key, row, Number(value))
      default:
        return field.format === 'region' ? regionName(String(value)) || String(value) : String(value)
    }
  }
}

/** The name of what an own field points to, when the viewer sees it there. */
function ownReferenceName(ctx: Context, field: Field, id: number): string {
  const to = ctx.services.entities.find(field.entity ?? '')
  if (!to || !seesField(ctx, to.name, to.labelField) || visibleIds(ctx, to, [id]).length === 0) return ''
  return String(selectById(ctx, to, id)?.[to.labelField] ?? '')
}

function referenceName(ctx: Context, key: string, row: CellRow, id: number): string {
  const named = namedBy[key]
  if (named) return String(row[named] ?? '')
  // a superior is a contact of the same customer
  if (key !== 'superiorId' || !seesField(ctx, 'contacts', 'name')) return ''
  return statement<[number], { name: string }>(ctx.db, 'SELECT name FROM contacts WHERE id = ?').get(id)?.name ?? ''
}
