// Puts a few rows into every table of any schema: long, Chinese, quoted, extreme and absent values.
import type { Db } from '@main/database/open'
import { quoted, tablesOf, type Column, type Table } from './tables'

const rowsPerTable = 3
const texts = ['上海某某信息技术有限公司', `O'Brien "&" <b>\n第二行`, '']

/** Every table gets rows 1 to 3; references point at the row of the same number. */
export function fillDatabase(db: Db): void {
  // Tables may refer to one another in a circle; checked when all are there.
  db.pragma('foreign_keys = OFF')
  const fill = db.transaction(() => {
    for (const table of tablesOf(db)) for (let row = 1; row <= rowsPerTable; row += 1) insert(db, table, row)
    for (const table of tablesOf(db, 'virtual')) index(db, table)
  })
  fill()
  db.pragma('foreign_keys = ON')
  const broken = db.pragma('foreign_key_check')
  if (Array.isArray(broken) && broken.length > 0) throw new Error(`the rows made do not fit: ${JSON.stringify(broken)}`)
}

function index(db: Db, { name, columns }: Table): void {
  const names = columns.map((column) => quoted(column.name)).join(', ')
  const words = columns.map(() => 'shanghai xinxi')
  db.prepare(`INSERT INTO ${quoted(name)} (rowid, ${names}) VALUES (1, ${words.map(() => '?').join(', ')})`).run(words)
}

function insert(db: Db, table: Table, row: number): void {
  const given = table.columns.filter((column) => column.fallback === null || row === 1)
  const names = given.map(({ name }) => quoted(name)).join(', ')
  const values = given.map((column) => valueOf(table, column, row))
  db.prepare(`INSERT INTO ${quoted(table.name)} (${names}) VALUES (${given.map(() => '?').join(', ')})`).run(values)
}

function valueOf(table: Table, column: Column, row: number): string | number | Buffer | null {
  if (column.key > 0 || table.references.some((reference) => reference.column === column.name)) return keyOf(column, row)
  if (row === 3 && !column.required) return null
  if (column.fallback !== null) return unquoted(column.fallback)
  if (column.type.includes('INT')) return row === 2 ? 9_007_199_254_740_991 : row
  if (column.type.includes('BLOB')) return Buffer.from([0, row, 255])
  if (column.type.includes('REAL')) return row / 3
  // Unique columns: the number keeps them apart.
  return `${texts[row - 1]} ${row}`
}

const keyOf = (column: Column, row: number): string | number => (column.type.includes('TEXT') ? `键${row}` : row)

const unquoted = (fallback: string): string | number =>
  /^-?\d+$/.test(fallback) ? Number(fallback) : fallback.replace(/^'|'$/g, '').replaceAll("''", "'")
