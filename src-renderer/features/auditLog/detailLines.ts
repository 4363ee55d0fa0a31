// What a line tells of itself beside the records: how many rows went out, in which format, by which filter.
import { tMaybe } from '@renderer/i18n'

export interface DetailLine {
  name: string
  value: string
}

const textOf = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

/** Only what has a name; the rest is for machines. */
export const detailLines = (detail: Record<string, unknown> | null): DetailLine[] =>
  Object.entries(detail ?? {}).flatMap(([key, value]) => {
    const name = tMaybe(`auditLog.details.${key}`)
    const empty = value === null || value === undefined || value === ''
    return name && !empty ? [{ name, value: textOf(value).slice(0, 400) }] : []
  })
