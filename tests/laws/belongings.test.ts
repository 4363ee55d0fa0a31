// What hangs on a customer moves along when two become one, or it is said why not: every kind of record that points to
// customers does so by a reference field, every other table that names them has its line in features.ts.
import { expect, test } from 'vitest'
import { belongings, entities } from '@main/features'
import { columnOf, storedFields } from '@main/records/entity'
import { openTestApp } from '../support/app'

interface Column {
  tableName: string
  name: string
}

const app = openTestApp()
const columns = app.host.db
  .prepare(
    `SELECT m.name tableName, c.name FROM sqlite_master m JOIN pragma_table_xinfo(m.name) c
     WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite_%' AND m.name NOT LIKE '%_search%'`,
  )
  .all() as Column[]

/** table.column held by a field of a kind of record. */
const held = new Set(
  entities.flatMap((entity) => [
    ...storedFields(entity)
      .filter(([, field]) => field.kind === 'reference')
      .map(([key]) => `${entity.table}.${columnOf(key)}`),
    ...(entity.about ? [`${entity.table}.entity`] : []),
  ]),
)
const named = new Set(belongings.map(({ table }) => table))

const pointsToCustomer = (column: Column): boolean => /(?:^|_)customer_id$|^(?:gone|into)_id$/.test(column.name)
const namesAnyRecord = ({ tableName, name }: Column): boolean =>
  /(?:^|_)(?:entity|kind)$/.test(name) &&
  columns.some((other) => other.tableName === tableName && /(?:^|_)record_id$/.test(other.name))

test('every column that points to customers moves along, or says why not', () => {
  const loose = columns.filter(
    (column) => (pointsToCustomer(column) || namesAnyRecord(column)) && !held.has(`${column.tableName}.${column.name}`),
  )
  expect(loose.filter(({ tableName }) => !named.has(tableName)).map((one) => `${one.tableName}.${one.name}`)).toEqual(
    [],
  )
})

test('what stays says why, and no line outlives its table', async () => {
  const tables = new Set(columns.map(({ tableName }) => tableName))
  for (const { table, move, why } of belongings) {
    expect(move ?? why, table).toBeTruthy()
    expect([...tables]).toContain(table)
  }
  await app.close()
})
