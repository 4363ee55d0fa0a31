import { expect, it } from 'vitest'
import { openTestApp } from '../../support/app'

const day = 86_400_000
const openSteps = { filter: { and: [{ field: 'nextDone', operator: 'is', value: false } as const] } }

it('a later follow-up settles the step planned before, and undoing it opens the step again', async () => {
  const app = openTestApp()
  const rep = app.person()
  const { id: customerId } = await rep.api.customers.create({ name: '德力' })
  const first = await rep.api.followUps.create({
    customerId,
    way: 'call',
    content: '约好看车间',
    nextAt: app.clock.now + day,
    nextStep: '看车间',
  })
  app.clock.pass(day)
  await rep.api.followUps.create({ customerId, way: 'visit', content: '看了车间', nextAt: app.clock.now + day })
  const later = rep.lastChangeSet()
  expect((await rep.api.followUps.read({ id: first.id })).nextDone).toBe(true)
  expect((await rep.api.followUps.list(openSteps)).rows.map(({ content }) => content)).toEqual(['看了车间'])
  await rep.api.changeSets.undo({ id: Number(later) })
  expect((await rep.api.followUps.read({ id: first.id })).nextDone).toBe(false)
  expect((await rep.api.customers.read({ id: customerId })).nextStep).toBe('看车间')
  await app.close()
})

it('what is written down late does not open a step that a newer follow-up has settled', async () => {
  const app = openTestApp()
  const { api } = app.owner
  const { id: customerId } = await api.customers.create({ name: '德力' })
  await api.followUps.create({ customerId, way: 'call', content: '今天说的', nextAt: app.clock.now + day })
  const late = await api.followUps.create({
    customerId,
    way: 'call',
    content: '昨天说的',
    followedAt: app.clock.now - day,
    nextAt: app.clock.now,
  })
  expect(late.nextDone).toBe(true)
  expect((await api.followUps.list(openSteps)).rows.map(({ content }) => content)).toEqual(['今天说的'])
  await app.close()
})

it("another customer's steps stay open", async () => {
  const app = openTestApp()
  const { api } = app.owner
  const made = [await api.customers.create({ name: '甲' }), await api.customers.create({ name: '乙' })]
  for (const { id } of made)
    await api.followUps.create({ customerId: id, way: 'call', content: '说了', nextAt: app.clock.now + day })
  expect((await api.followUps.list(openSteps)).rows).toHaveLength(2)
  await app.close()
})
