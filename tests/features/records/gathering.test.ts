import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { gathered } from '@renderer/api/gathering'

interface Remark {
  recordId: number
  text: string
}

const host = { down: false, asked: [] as string[] }
const make = () =>
  gathered<Remark>({
    async read(entity, ids) {
      host.asked.push(`${entity} ${ids.join(',')}`)
      if (host.down) throw new Error('down')
      return ids.map((recordId) => ({ recordId, text: `${entity} ${recordId}` }))
    },
    recordOf: (one) => one.recordId,
  })

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(host, { down: false, asked: [] })
})
afterEach(() => vi.useRealTimers())

test('records on one page are asked for once, and each is told its own', async () => {
  const ask = make()
  const told: unknown[] = []
  for (const id of [1, 2, 1]) ask({ entity: 'customers', id }, (rows) => told.push(rows?.map(({ text }) => text)))
  ask({ entity: 'contacts', id: 1 }, (rows) => told.push(rows?.map(({ text }) => text)))
  await vi.advanceTimersByTimeAsync(50)
  expect(host.asked).toEqual(['customers 1,2', 'contacts 1'])
  expect(told).toEqual([['customers 1'], ['customers 2'], ['customers 1'], ['contacts 1']])
})

test('a failure is told to everybody who waited, and does not stop the next', async () => {
  const ask = make()
  const told: unknown[] = []
  host.down = true
  for (const id of [1, 2]) ask({ entity: 'customers', id }, (rows, thrown) => told.push(rows ?? String(thrown)))
  await vi.advanceTimersByTimeAsync(50)
  expect(told).toEqual(['Error: down', 'Error: down'])
  host.down = false
  ask({ entity: 'customers', id: 1 }, (rows) => told.push(rows?.length))
  await vi.advanceTimersByTimeAsync(50)
  expect(told).toEqual(['Error: down', 'Error: down', 1])
})
