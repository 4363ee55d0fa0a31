import { expect, it } from 'vitest'
import { idRanges, lastId, parts, rowPieces } from '@main/jobs/pieces'
import { openTestApp } from '../../support/app'

async function all<T>(walk: AsyncGenerator<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of walk) found.push(one)
  return found
}
const never = (): boolean => false
const after = (times: number) => {
  let asked = 0
  return (): boolean => asked++ >= times
}

it('goes through every id once, those made meanwhile left out, and ends where it is called off', async () => {
  const app = openTestApp()
  expect(await all(idRanges(app.host.db, 'customers', 2, never))).toEqual([])
  for (let i = 0; i < 5; i++) await app.owner.api.customers.create({ name: `第${i}家`, despiteDuplicates: true })
  expect(lastId(app.host.db, 'customers')).toBe(5)
  const ranges = []
  for await (const range of idRanges(app.host.db, 'customers', 2, never)) {
    ranges.push(range)
    await app.owner.api.customers.create({ name: `又${ranges.length}家`, despiteDuplicates: true })
  }
  expect(ranges).toEqual([
    { from: 0, to: 2, done: 2, total: 5 },
    { from: 2, to: 4, done: 4, total: 5 },
    { from: 4, to: 6, done: 5, total: 5 },
  ])
  expect(await all(idRanges(app.host.db, 'customers', 2, after(1)))).toHaveLength(1)
  await app.close()
})

it('reads rows after the last one of the piece before, and parts a list', async () => {
  const rows = [1, 3, 4, 9, 12].map((id) => ({ id }))
  const read = (last: number) => rows.filter(({ id }) => id > last).slice(0, 2)
  expect(await all(rowPieces(read, never))).toEqual([rows.slice(0, 2), rows.slice(2, 4), rows.slice(4)])
  expect(await all(rowPieces(read, () => true))).toEqual([])
  expect(await all(parts([1, 2, 3], 2, never))).toEqual([[1, 2], [3]])
  expect(await all(parts([1, 2, 3], 2, after(1)))).toEqual([[1, 2]])
})
