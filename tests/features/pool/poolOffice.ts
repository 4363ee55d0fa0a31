// A manager with two reps, made anew for each test, and what happens to customers and the pool.
import { afterEach, beforeEach } from 'vitest'
import { writeSetting } from '@main/api/settings'
import { type PoolSettings, standardPoolSettings } from '@shared/features/pool/rules'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

export let app: TestApp
export let chen: TestPerson
export let zhou: TestPerson
export let head: TestPerson

beforeEach(() => {
  app = openTestApp()
  head = app.person({ name: '林', roles: ['manager'] })
  chen = app.person({ name: '陈', superiorId: head.id })
  zhou = app.person({ name: '周', superiorId: head.id })
})
afterEach(() => app.close())

export const set = (changes: Partial<PoolSettings>): void =>
  writeSetting(app.host.db, 'pool.settings', { ...standardPoolSettings, ...changes })
export const customer = async (by = chen, name = '德力'): Promise<number> =>
  (await by.api.customers.create({ name, phone: '13812345678', despiteDuplicates: true })).id
export async function inPool(name = '德力', by = chen): Promise<number> {
  const id = await customer(by, name)
  await by.api.pool.return({ ids: [id], reason: '找不到人' })
  return id
}
/** Days pass and everybody is still signed in. */
export function later(days: number): void {
  app.clock.pass(days * 86_400_000)
  app.host.db.exec(`UPDATE sessions SET expires_at = ${app.clock.now + 86_400_000}, last_seen_at = ${app.clock.now}`)
}
export const ownerOf = async (id: number): Promise<number | null> =>
  (await app.owner.api.customers.read({ id })).ownerId
