// Walks through much a piece at a time, with a rest after each: the works of the night and what else nobody waits for.
// A walk that is called off ends early; whoever must know asks `stop` again.
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { rest } from './rest'

export type Stop = () => boolean

/** Ids above `from`, up to and with `to`. */
export interface IdRange {
  from: number
  to: number
  /** For whoever watches: ids gone through with this piece, and ids in all. */
  done: number
  total: number
}

export const lastId = (db: Db, table: string): number =>
  statement<[], { id: number | null }>(db, `SELECT max(id) id FROM ${table}`).get()?.id ?? 0

/**
 * Ranges that hold all rows a table has now.
 * @example for await (const { from, to } of idRanges(db, 'customers', 400, stop)) look('t.id > ? AND t.id <= ?', from, to)
 */
export async function* idRanges(db: Db, table: string, size: number, stop: Stop): AsyncGenerator<IdRange> {
  const total = lastId(db, table)
  for (let from = 0; from < total && !stop(); from += size) {
    yield { from, to: from + size, done: Math.min(total, from + size), total }
    await rest()
  }
}

/**
 * Rows in the order of their ids, as many at a time as `read` gives of those after an id.
 * @example for await (const rows of rowPieces((after) => next.all(after), stop)) keep(rows)
 */
export async function* rowPieces<Row extends { id: number }>(
  read: (after: number) => readonly Row[],
  stop: Stop,
): AsyncGenerator<readonly Row[]> {
  for (let rows = stop() ? [] : read(0); rows.length > 0 && !stop(); rows = read(rows.at(-1)?.id ?? 0)) {
    yield rows
    await rest()
  }
}

/**
 * Parts of what is known already.
 * @example for await (const some of parts(due, 25, stop)) write(() => some.forEach(recycle))
 */
export async function* parts<T>(all: readonly T[], size: number, stop: Stop): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < all.length && !stop(); at += size) {
    yield all.slice(at, at + size)
    await rest()
  }
}
