// Records by what they are called, as a person writes it elsewhere: case, width and signs do not matter.
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { searchedKinds, writeOrder } from './documents'
import { fold } from './text'

/** More of one name are not told apart anyway. */
const most = 500

/** Customers of this name or short name, contacts of this name; nothing is said of who may see them. */
export function idsCalled(db: Db, kind: 'customers' | 'contacts', name: string): number[] {
  const text = fold(name)
  if (text === '') return []
  const { index, newestFirst } = searchedKinds[kind]
  const sql =
    newestFirst === 'byId'
      ? `SELECT rowid id FROM ${index} WHERE ${index} MATCH ? LIMIT ${most}`
      : `SELECT w.record_id id FROM ${index} CROSS JOIN ${writeOrder} w ON w.place = ${index}.rowid WHERE ${index} MATCH ? LIMIT ${most}`
  return statement<[string], { id: number }>(db, sql)
    .all(`"§${text}"`)
    .map(({ id }) => id)
}

export const sameName = (a: unknown, b: string): boolean => typeof a === 'string' && fold(a) === fold(b)
