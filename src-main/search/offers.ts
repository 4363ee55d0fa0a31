// How much the full-text index offers for an expression: known before the way through the records is chosen.
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import type { SearchedKind } from './documents'

/** The newest rows of the index that match, at most `limit` of them; -1: all. */
export const offeredRows = (db: Db, { index }: SearchedKind, expression: string, limit: number): number[] =>
  statement<[string, number], { row: number }>(
    db,
    `SELECT rowid row FROM ${index} WHERE ${index} MATCH ? ORDER BY rowid DESC LIMIT ?`,
  )
    .all(expression, limit)
    .map(({ row }) => row)

/** About how many match: counted up to `exactly`, and beyond it by how thick they lie until then. */
export function offeredAbout(db: Db, kind: SearchedKind, expression: string, exactly: number): number {
  const { index } = kind
  const { n, first } = statement<[string, number], { n: number; first: number | null }>(
    db,
    `SELECT count(*) n, min(row) first FROM (SELECT rowid row FROM ${index} WHERE ${index} MATCH ? ORDER BY rowid DESC LIMIT ?)`,
  ).get(expression, exactly) ?? { n: 0, first: null }
  return n < exactly || first === null ? n : asThick(db, kind, n, first)
}

/** About how many match in all if `n` do from the row `first` on. */
export function asThick(db: Db, { index }: SearchedKind, n: number, first: number): number {
  const newest =
    statement<[], { last: number }>(db, `SELECT max(rowid) last FROM ${index}_docsize`).get()?.last ?? first
  return (n * newest) / Math.max(1, newest - first)
}
