// The search index: one full-text row for each record that is not archived, written in the record's own transaction.
import type { Context } from '@main/api/context'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { searchedColumn, searchedKind, searchedKindOf, searchedKinds, type SearchedKind, writeOrder } from './documents'
import { piecesOf } from './pieces'

export interface Indexed {
  entity: string
  id: number
}

export interface SearchIndex {
  /** Brings the record's row up to date; nothing happens for kinds that are not searched. */
  indexRecord(ctx: Context, entity: string, id: number): void
  /** The same of many, at less cost. */
  indexRecords(ctx: Context, records: Iterable<Indexed>): void
}

export function createSearchIndex(): SearchIndex {
  const indexRecords = (ctx: Context, records: Iterable<Indexed>): void => {
    const kinds = new Map<string, { kind: SearchedKind; rows: number } | null>()
    for (const { entity, id } of records) {
      const known = kinds.get(entity) ?? kindNow(ctx.db, entity)
      kinds.set(entity, known)
      if (!known) continue
      indexOne(ctx, known.kind, ctx.services.entities.get(entity).table, id)
      known.rows += 1
    }
    for (const touched of kinds.values())
      if (touched) mergeSome(ctx.db, touched.kind.index, pagesAWrite + pagesARow * touched.rows)
  }
  return { indexRecords, indexRecord: (ctx, entity, id) => indexRecords(ctx, [{ entity, id }]) }
}

function kindNow(db: Db, entity: string): { kind: SearchedKind; rows: number } | null {
  const kind = searchedKindOf(entity)
  return kind ? { kind: searchedKind(db, kind.kind), rows: 0 } : null
}

// A row is less than half a page of index, and goes through four or five merges in its life.
const pagesAWrite = 8
const pagesARow = 2

/** Every write leaves a piece of index; put together a little at a time, nobody waits for a merge of many. */
const mergeSome = (db: Db, index: string, pages: number): void => setOption(db, index, 'merge', pages)

function indexOne({ db }: Pick<Context, 'db'>, kind: SearchedKind, table: string, id: number): void {
  forgetOne(db, kind, id)
  const values = statement<[number], Record<string, unknown>>(
    db,
    `SELECT ${fieldColumns(kind)} FROM ${table} WHERE id = ? AND archived_at IS NULL`,
  ).get(id)
  if (values) insertOne(db, kind, id, Object.values(values))
}

const fieldColumns = ({ fields }: SearchedKind): string => fields.map(({ key }) => searchedColumn(key, '')).join(', ')

function forgetOne(db: Db, { index, newestFirst }: SearchedKind, id: number): void {
  if (newestFirst === 'byId') {
    statement(db, `DELETE FROM ${index} WHERE rowid = ?`).run(id)
    return
  }
  const old = statement<[number], { place: number }>(db, `SELECT place FROM ${writeOrder} WHERE record_id = ?`).get(id)
  if (!old) return
  statement(db, `DELETE FROM ${index} WHERE rowid = ?`).run(old.place)
  statement(db, `DELETE FROM ${writeOrder} WHERE place = ?`).run(old.place)
}

function insertOne(db: Db, kind: SearchedKind, id: number, values: readonly unknown[]): void {
  const row =
    kind.newestFirst === 'byId'
      ? id
      : statement(db, `INSERT INTO ${writeOrder} (record_id) VALUES (?)`).run(id).lastInsertRowid
  statement(db, `INSERT INTO ${kind.index} (rowid, pieces) VALUES (?, ?)`).run(row, piecesOf(kind.fields, values))
}

export interface RebuildProgress {
  done: number
  total: number
}

const tables: Record<SearchedKind['kind'], string> = {
  customers: 'customers',
  contacts: 'contacts',
  followUps: 'follow_ups',
}
const everyRows = 10_000

/**
 * Empties the index and fills it from the records, in one transaction: what was written last comes last.
 * @example rebuildSearchIndex(db, ({ done, total }) => report(done / total))
 */
export function rebuildSearchIndex(db: Db, progress: (state: RebuildProgress) => void = () => undefined): void {
  const kinds = Object.values(searchedKinds).map(({ kind }) => searchedKind(db, kind))
  const total = kinds.reduce((sum, { kind }) => sum + rowCount(db, tables[kind]), 0)
  let done = 0
  const step = (): void => {
    done += 1
    if (done % everyRows === 0) progress({ done, total })
  }
  db.transaction(() => {
    statement(db, `DELETE FROM ${writeOrder}`).run()
    for (const kind of kinds) rebuildKind(db, kind, step)
  })()
  progress({ done, total })
}

const rowCount = (db: Db, table: string): number =>
  statement<[], { n: number }>(db, `SELECT count(*) n FROM ${table} WHERE archived_at IS NULL`).get()?.n ?? 0

function rebuildKind(db: Db, kind: SearchedKind, step: () => void): void {
  const { index, newestFirst } = kind
  statement(db, `INSERT INTO ${index} (${index}) VALUES ('delete-all')`).run()
  // many rows at once: fewer, larger pieces of index
  setOption(db, index, 'hashsize', 16 * 1024 * 1024)
  const table = tables[kind.kind]
  const ids = statement<[], { id: number }>(
    db,
    `SELECT id FROM ${table} WHERE archived_at IS NULL ORDER BY ${newestFirst === 'byId' ? 'id' : 'updated_at, id'}`,
  ).all()
  const read = statement<[number], Record<string, unknown>>(
    db,
    `SELECT ${fieldColumns(kind)} FROM ${table} WHERE id = ?`,
  )
  for (const { id } of ids) {
    insertOne(db, kind, id, Object.values(read.get(id) ?? {}))
    step()
  }
  setOption(db, index, 'hashsize', 1024 * 1024)
  // large pieces beside the small ones of the next saves would all be merged at once by one of these
  statement(db, `INSERT INTO ${index} (${index}) VALUES ('optimize')`).run()
}

// the driver binds numbers as fractions, which FTS5 refuses here
const setOption = (db: Db, index: string, option: string, value: number): void =>
  void statement(db, `INSERT INTO ${index} (${index}, rank) VALUES ('${option}', ${value})`).run()

declare module '@main/api/context' {
  interface Services {
    search: SearchIndex
  }
}
