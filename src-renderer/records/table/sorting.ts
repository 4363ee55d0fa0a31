import type { Sort } from '@shared/api/paging'
import type { ListedField } from '@renderer/records/fieldList'

const newestFirst = new Set(['date', 'dateTime', 'number', 'money'])
const opposite = { asc: 'desc', desc: 'asc' } as const

/** A click on a heading: its natural order, then the opposite, then none. With Shift it is a second order. */
export function toggledSort(sort: readonly Sort[], { key, field }: ListedField, adds: boolean): Sort[] {
  const natural = newestFirst.has(field.kind) ? 'desc' : 'asc'
  const now = sort.find((one) => one.field === key)
  const next: Sort[] = !now
    ? [{ field: key, direction: natural }]
    : now.direction === natural
      ? [{ field: key, direction: opposite[natural] }]
      : []
  if (!adds) return next
  const others = sort.filter((one) => one.field !== key)
  return [...others, ...next].slice(-2)
}
