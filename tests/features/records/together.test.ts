import { effectScope } from 'vue'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { asksTogether, type Together } from '@renderer/api/together'

interface Remark {
  recordId: number
  text: string
}
type Listener = (event: { entity: string }) => void

const listeners = vi.hoisted(() => new Set<Listener>())
vi.mock('@renderer/api/events', () => ({
  onChange(listener: Listener) {
    listeners.add(listener)
    return () => listeners.delete(listener)
  },
}))

const host = { down: false, asked: [] as number[][] }
const useRemarks = asksTogether<Remark>({
  async read(_entity, ids) {
    host.asked.push(ids)
    if (host.down) throw new Error('down')
    return ids.map((recordId) => ({ recordId, text: `on ${recordId}` }))
  },
  recordOf: (one) => one.recordId,
  changes: ['remarks'],
})

/** Records shown on one page. */
function show(...ids: number[]): Together<Remark>[] {
  return effectScope().run(() => ids.map((id) => useRemarks(() => ({ entity: 'customers', id })))) ?? []
}
const settle = () => vi.advanceTimersByTimeAsync(50)

beforeEach(() => {
  vi.useFakeTimers()
  Object.assign(host, { down: false, asked: [] })
})
afterEach(() => vi.useRealTimers())

test('records on one page are asked for once, and each gets its own', async () => {
  const [one, two] = show(1, 2)
  await settle()
  expect(host.asked).toEqual([[1, 2]])
  expect([one?.rows.value, two?.rows.value]).toEqual([[{ recordId: 1, text: 'on 1' }], [{ recordId: 2, text: 'on 2' }]])
})

test('a failure is said, keeps what was shown, and one more try reads all that failed', async () => {
  const [one, two] = show(1, 2)
  await settle()
  host.down = true
  for (const listener of listeners) listener({ entity: 'remarks' })
  await settle()
  expect([one?.failed.value, two?.failed.value]).toEqual([true, true])
  expect(one?.rows.value).toHaveLength(1)
  host.down = false
  one?.again()
  await settle()
  expect([one?.failed.value, two?.failed.value]).toEqual([false, false])
})
