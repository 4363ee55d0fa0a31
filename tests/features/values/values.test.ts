// The value of a customer: reckoned by itself, shown with its arithmetic, hidden from whoever could not know it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeAsHost } from '@main/api/dispatch'
import { reckonAll, reckonAtNight } from '@main/features/values/reckon'
import { standardValueRules, valueOf } from '@shared/features/values/rules'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import { finished } from '../../support/importing'

const yuan = 100
let app: TestApp
let rep: TestPerson
beforeEach(() => {
  app = openTestApp()
  rep = app.person()
})
afterEach(() => app.close())

const night = (): Promise<number> => reckonAtNight(app.host, new AbortController().signal)
const read = (id: number) => app.owner.api.customers.read({ id })

test('points by steps, whatever the order they were typed in', () => {
  const facts = { recency: 20, frequency: 7, amount: 50_0000 * yuan, potential: null }
  expect(valueOf(facts, standardValueRules)).toEqual({
    points: { recency: 80, frequency: 70, amount: 80, potential: 0 },
    score: 62,
    tier: 'b',
  })
  const { steps } = standardValueRules
  const reversed = { ...standardValueRules, steps: { ...steps, recency: [...steps.recency].reverse() } }
  expect(valueOf(facts, reversed).score).toBe(62)
  const weights = { recency: 0, frequency: 0, amount: 0, potential: 0 }
  expect(valueOf(facts, { ...standardValueRules, weights })).toMatchObject({ score: 0, tier: 'd' })
})

test('follows every write of customer and follow-up', async () => {
  const { id } = await rep.api.customers.create({ name: '德力' })
  expect(await read(id)).toMatchObject({ valueScore: 0, valueTier: 'd' })
  await rep.api.customers.update({ id, version: 1, changes: { pastAmount: 200_0000 * yuan } })
  expect(await read(id)).toMatchObject({ valueScore: 35, valueTier: 'c' })
  const said = await rep.api.followUps.create({ customerId: id, way: 'call', content: '谈' })
  expect(await read(id)).toMatchObject({ valueScore: 64, valueTier: 'b' })
  await rep.api.followUps.archive({ id: said.id, version: said.version })
  expect(await read(id)).toMatchObject({ valueScore: 35 })
})

test('time alone lowers it at night, and the change of tier is kept', async () => {
  const { id } = await rep.api.customers.create({ name: '德力', pastAmount: 200_0000 * yuan })
  await rep.api.followUps.create({ customerId: id, way: 'call', content: '谈' })
  app.clock.pass(400 * 86_400_000)
  app.host.db.exec('UPDATE sessions SET expires_at = expires_at + 50000000000')
  expect(await night()).toBe(1)
  expect(await read(id)).toMatchObject({ valueScore: 35, valueTier: 'c' })
  const { value } = await rep.api.values.explain({ customerId: id })
  expect(value?.changes[0]).toMatchObject({ from: 'b', to: 'c', score: 35 })
  expect(await night()).toBe(0)
})

test('the arithmetic is shown and gives the score', async () => {
  const { id } = await rep.api.customers.create({ name: '德力', potentialAmount: 40_0000 * yuan })
  const { value } = await rep.api.values.explain({ customerId: id })
  expect(value).toMatchObject({
    score: 15,
    tier: 'd',
    parts: [
      { part: 'recency', value: null, points: 0, weight: 25 },
      { part: 'frequency', value: 0, points: 0, weight: 20 },
      { part: 'amount', value: null, points: 0, weight: 35 },
      { part: 'potential', value: 40_0000 * yuan, points: 75, weight: 20 },
    ],
  })
  const stranger = app.person()
  await expect(stranger.api.values.explain({ customerId: id })).rejects.toMatchObject({ code: 'notFound' })
})

test('whoever does not see the amounts does not see what is reckoned from them', async () => {
  const { id } = await rep.api.customers.create({ name: '德力', pastAmount: 200_0000 * yuan })
  const service = app.person({ roles: ['service'] })
  expect(await service.api.customers.read({ id })).toMatchObject({ valueScore: null, valueTier: null })
  expect(await service.api.values.explain({ customerId: id })).toEqual({ value: null })
  await expect(
    service.api.customers.list({ sort: [{ field: 'valueScore', direction: 'desc' }] }),
  ).rejects.toMatchObject({ code: 'invalid' })
})

test('is filtered and sorted by', async () => {
  await rep.api.customers.create({ name: '小' })
  await rep.api.customers.create({ name: '大', pastAmount: 200_0000 * yuan })
  const sort = [{ field: 'valueScore', direction: 'desc' as const }]
  expect((await rep.api.customers.list({ sort })).rows.map((row) => row.name)).toEqual(['大', '小'])
  const filter = { field: 'valueTier', operator: 'is' as const, value: 'c' }
  expect((await rep.api.customers.list({ filter })).rows.map((row) => row.name)).toEqual(['大'])
})

test('rules are for whoever may set them; a new rule is reckoned for all', async () => {
  const { id } = await rep.api.customers.create({ name: '德力', pastAmount: 200_0000 * yuan })
  await expect(rep.api.values.setRules(standardValueRules)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(rep.api.values.reckon({})).rejects.toMatchObject({ code: 'forbidden' })
  await app.owner.api.values.setRules({
    ...standardValueRules,
    weights: { recency: 0, frequency: 0, amount: 100, potential: 0 },
  })
  const { jobId } = await app.owner.api.values.reckon({})
  expect((await finished(app.owner, jobId)).result).toEqual({ changed: 1 })
  expect(await read(id)).toMatchObject({ valueScore: 100, valueTier: 'a' })
})

test('what somebody writes while the night rests is not written over with what was read before', async () => {
  const { db } = app.host
  for (let i = 0; i < 160; i++) await rep.api.customers.create({ name: `甲${i}`, despiteDuplicates: true })
  const { id, version } = (await rep.api.customers.list({ limit: 1 })).rows[0]!
  const last = db.prepare('SELECT max(id) id FROM customers').get() as { id: number }
  db.prepare(`UPDATE customers SET value_score = 99, value_tier = 'a'`).run()
  let pieces = 0
  await reckonAll(db, app.clock.now, {
    stop: () => false,
    write(work) {
      writeAsHost(app.host, 'values.reckon', work)
      if (pieces++ > 0) return
      const changes = { pastAmount: 200_0000 * yuan }
      void app.owner.api.customers.update({ id: last.id, version: id === last.id ? version : 1, changes })
    },
  })
  expect(pieces).toBeGreaterThan(1)
  expect(await read(last.id)).toMatchObject({ valueScore: 35, valueTier: 'c' })
})
