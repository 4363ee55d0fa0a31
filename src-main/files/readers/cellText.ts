// The text of a cell, as its reader in the office sees it: phones in full digits, dates as ISO, sums as plain numbers.
import { twoDigits } from '@shared/dates'
import { SSF } from '@e965/xlsx'
import type { NoteCode } from '@shared/features/importExport/reading'
import { restored } from '@shared/features/importExport/reading'
import { limits } from './limits'

export interface CellText {
  text: string
  note?: NoteCode
}

const invisible = /[^\P{Cc}\n\t]|[\u{200b}\u{2060}\u{feff}]/gu

/** Trims, drops letters nobody can see, and undoes what our own export and Excel do to keep texts from running. */
export function cleanText(raw: string): CellText {
  const unwrapped = /^="([^"]*)"$/u.exec(raw)?.[1] ?? raw
  const text = restored(unwrapped.replace(/\r\n?/gu, '\n').replace(invisible, '').trim())
  return text.length > limits.cellLetters ? { text: text.slice(0, limits.cellLetters), note: 'cellCut' } : { text }
}

/**
 * @param format the cell's number format, e.g. 'yyyy/m/d', '0.00', '000-0000-0000'
 * @example numberText(13800138000, 'General', false).text // '13800138000'
 */
export function numberText(value: number, format: string, date1904: boolean): CellText {
  const kind = kindOf(format)
  if (kind === 'date') return { text: dateText(value, format, date1904) }
  const lost = Number.isInteger(value) && Math.abs(value) >= 1e15
  const text = kind === 'plain' ? plainNumber(value) : shown(value, format)
  return lost ? { text, note: 'digitsLost' } : { text }
}

type FormatKind = 'date' | 'plain' | 'shown'
const kinds = new Map<string, FormatKind>()

function kindOf(format: string): FormatKind {
  const known = kinds.get(format)
  if (known) return known
  const kind = isDateFormat(format) ? 'date' : isPlainFormat(format) ? 'plain' : 'shown'
  kinds.set(format, kind)
  return kind
}

/** Formats that only colour or group a number; everything else (masks, percent, units) is kept as shown. */
function isPlainFormat(format: string): boolean {
  if (/E[+-]/iu.test(format)) return true
  const core = (format.split(';')[0] ?? '')
    .replace(/\[[^\]]*\]/gu, '')
    .replace(/"[¥￥$€£\s]*"|\\[\s¥￥$€£()-]|[¥￥$€£]|_.|\*.|[()\s]/gu, '')
  return core === '' || /^(General|@|[#,?]*0?(\.[0#?]*)?,*)$/iu.test(core)
}

const shown = (value: number, format: string): string => {
  try {
    const text = SSF.format(format, value).trim()
    return /^#*$/u.test(text) ? plainNumber(value) : text
  } catch {
    return plainNumber(value)
  }
}

/** Fifteen digits as Excel keeps them, never in scientific notation. */
export function plainNumber(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value)
  const rounded = Number(value.toPrecision(15))
  const text = String(rounded)
  if (!/e/iu.test(text)) return text
  return Math.abs(rounded) >= 1 ? BigInt(rounded).toString() : rounded.toFixed(20).replace(/0+$/u, '')
}

const isDateFormat = (format: string): boolean => format !== 'General' && SSF.is_date(format)

function dateText(value: number, format: string, date1904: boolean): string {
  const bare = format.replace(/"[^"]*"|\\.|\[\$[^\]]*\]/gu, '')
  if (/\[(h+|m+|s+)\]/iu.test(bare)) return shown(value, format)
  const parts = SSF.parse_date_code(value, { date1904 })
  // null for what no date is: negative or beyond the year 9999
  if (!parts) return plainNumber(value)
  const time = `${twoDigits(parts.H)}:${twoDigits(parts.M)}${parts.S ? `:${twoDigits(Math.floor(parts.S))}` : ''}`
  if (value < 1 && !/[yd年日]/iu.test(bare)) return time
  const day = `${parts.y}-${twoDigits(parts.m)}-${twoDigits(parts.d)}`
  return parts.H || parts.M || parts.S ? `${day} ${time}` : day
}
