// A field of a record as words, as paper shows it.
import type { Context } from '@main/api/context'
import type { Cell } from '@main/files/writers/cell'
import { dayOf, twoDigits } from '@shared/dates'
import type { Field } from '@shared/fields/field'
import type { Language } from '@shared/locales/messages'
import { cellMaker, type CellRow } from './fieldCells'

/** '2026-11-22 09:05' in the computer's own time zone. */
export function minuteOf(at: number): string {
  const date = new Date(at)
  return `${dayOf(at)} ${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`
}

/** Fen as yuan: 1234567 → '12,345.67'. */
const money = (yuan: number): string =>
  yuan.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })

export function cellText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if ('day' in cell) return cell.day
  if ('at' in cell) return minuteOf(cell.at)
  return cell.as === 'money' ? money(cell.number) : String(cell.number)
}

/** @example const textOf = textMaker(ctx, 'customers', 'zh-CN'); textOf('level', field, row) // '重点' */
export function textMaker(
  ctx: Context,
  entity: string,
  language: Language,
): (key: string, field: Field, row: CellRow) => string {
  const cellOf = cellMaker(ctx, entity, language)
  return (key, field, row) => cellText(cellOf(key, field, row))
}
