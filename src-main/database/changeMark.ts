// Whether anybody has written: on this connection or another.
import type { Db } from './open'
import { statement } from './statements'

/** Marks moments of a connection; two equal marks mean nobody has written in between. */
export function changeMark(db: Db): string {
  // total_changes counts this connection's own rows, data_version what others committed.
  const own = statement<[], { rows: number }>(db, 'SELECT total_changes() rows').get()?.rows
  const others = statement<[], { data_version: number }>(db, 'PRAGMA data_version').get()?.data_version
  return `${String(own)}/${String(others)}`
}
