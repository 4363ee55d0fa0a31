import { expect, it } from 'vitest'
import { openTestApp } from '../../support/app'

it('a rep keeps customers that a colleague does not see and the superior does', async () => {
  const app = openTestApp()
  const boss = app.person({ name: '主管', roles: ['manager'] })
  const rep = app.person({ name: '周敏', superiorId: boss.id })
  const colleague = app.person({ name: '陈涛' })
  const made = await rep.api.customers.create({ name: '苏州德力精密机械有限公司', phone: '0512-6288 0000' })
  await rep.api.followUps.create({
    customerId: made.id,
    way: 'visit',
    content: '看了新车间',
    nextAt: app.clock.now + 86_400_000,
    nextStep: '报价复核',
  })
  expect((await rep.api.customers.list({})).rows).toHaveLength(1)
  expect((await colleague.api.customers.list({})).rows).toHaveLength(0)
  await expect(colleague.api.customers.read({ id: made.id })).rejects.toMatchObject({ code: 'notFound' })
  const seen = await boss.api.customers.overview({ id: made.id })
  expect(seen.customer).toMatchObject({
    lastFollowUp: '看了新车间',
    nextStep: '报价复核',
    followUpCount: 1,
    ownerId: rep.id,
  })
  expect(seen.timeline.map((line) => line.kind)).toEqual(['followUp', 'change'])
  await app.close()
})

it('a stale version is a conflict that names the field', async () => {
  const app = openTestApp()
  const { id } = await app.owner.api.customers.create({ name: '甲' })
  await app.owner.api.customers.update({ id, version: 1, changes: { phone: '13800000000' } })
  await expect(app.owner.api.customers.update({ id, version: 1, changes: { level: 'key' } })).rejects.toMatchObject({
    code: 'conflict',
    details: { fields: { phone: 'changed' } },
  })
  await app.close()
})
