// Which fields of its rows a list reads: what it shows, and what stands beside that.
import type { FieldSet } from '@shared/fields/field'
import type { Column } from './columns'

/** The name of what a reference points to, the calendar of a birthday: valueText tells a value with these. */
const beside = (key: string): string[] => [key.replace(/Id$/u, 'Name'), `${key}Calendar`, `${key}LeapMonth`]

/**
 * `needed`: what the page's own cells, its narrow row and its buttons look at, whatever columns are chosen.
 * @example fieldsRead(contactFields, columns, ['name', 'customerName'])
 */
export const fieldsRead = ({ fields }: FieldSet, columns: readonly Column[], needed: readonly string[]): string[] => {
  const all = columns.flatMap(({ key }) => [key, ...beside(key).filter((one) => Object.hasOwn(fields, one))])
  return [...new Set([...needed, ...all])].sort()
}
