// What a line tells of itself beside the records: how many rows went out, in which format, by which filter.
import { tMaybe } from '@renderer/i18n'
import { fieldLabel } from '@renderer/i18n/labels'
import { inRow } from '@renderer/i18n/punctuation'

export interface DetailLine {
  name: string
  value: string
}

/** Columns are told by their headings. */
function textOf(key: string, value: unknown): string {
  if (Array.isArray(value) && value.every((one) => typeof one === 'string'))
    return inRow(key === 'columns' ? value.map((one) => fieldLabel('customers', one)) : value)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

/** Only what has a name; the rest is for machines. */
export const detailLines = (detail: Record<string, unknown> | null): DetailLine[] =>
  Object.entries(detail ?? {}).flatMap(([key, value]) => {
    const name = tMaybe(`auditLog.details.${key}`)
    const empty = value === null || value === undefined || value === ''
    return name && !empty ? [{ name, value: textOf(key, value).slice(0, 400) }] : []
  })
