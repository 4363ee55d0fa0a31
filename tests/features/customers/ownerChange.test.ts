import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

let app: TestApp
let boss: TestPerson
let rep: TestPerson
let next: TestPerson
let customer: { id: number; version: number }
beforeEach(async () => {
  app = openTestApp()
  const departmentId = app.department()
  boss = app.person({ name: '周敏', roles: ['manager'], departmentId })
  rep = app.person({ name: '陈涛', superiorId: boss.id, departmentId })
  next = app.person({ name: '何静', superiorId: boss.id, departmentId })
  customer = await rep.api.customers.create({ name: '苏州德力' })
})
afterEach(() => app.close())

const kinds = async (who: TestPerson): Promise<string[]> =>
  (await who.api.notifications.list({})).rows.map((one) => one.kind)
const change = (more: object = {}) => ({
  ...customer,
  id: customer.id,
  version: customer.version,
  ownerId: next.id,
  reason: '陈涛调去华南',
  keep: 'nothing' as const,
  tasks: true,
  ...more,
})
const asked = (more: object = {}) => {
  const { id, version, ownerId, reason, keep, tasks } = change(more)
  return { id, version, ownerId, reason, keep, tasks }
}

test('the owner hears when somebody else changes their customer, not of their own changes', async () => {
  await boss.api.customers.update({ id: customer.id, version: 1, changes: { phone: '0512-62880000', note: 'x' } })
  const [told] = (await rep.api.notifications.list({})).rows
  expect(told).toMatchObject({ kind: 'customerChanged', label: '苏州德力', params: { fields: 2 }, personId: boss.id })
  await rep.api.customers.update({ id: customer.id, version: 2, changes: { note: 'y' } })
  expect(await kinds(rep)).toEqual(['customerChanged'])
  await boss.api.customers.archive({ id: customer.id, version: 3 })
  expect(await kinds(rep)).toEqual(['customerArchived', 'customerChanged'])
})

test('fields an owner does not see are not counted', async () => {
  const role = app.role(
    { 'customers.view': 'own', 'customers.create': 'own' },
    { customers: { pastAmount: 'hidden', note: 'hidden' } },
  )
  const half = app.person({ roleIds: [role] })
  const { id } = await half.api.customers.create({ name: '德力' })
  await app.owner.api.customers.update({ id, version: 1, changes: { pastAmount: 100 } })
  expect(await kinds(half)).toEqual([])
  await app.owner.api.customers.update({ id, version: 2, changes: { note: 'x', phone: '13800000000' } })
  expect((await half.api.notifications.list({})).rows).toMatchObject([{ params: { fields: 1, keys: 'phone' } }])
})

test('changed fields are told by their keys, as far as the owner sees them now', async () => {
  const role = app.role({ 'customers.view': 'own', 'customers.create': 'own' })
  const half = app.person({ roleIds: [role] })
  const { id } = await half.api.customers.create({ name: '德力' })
  await app.owner.api.customers.update({ id, version: 1, changes: { note: 'x', phone: '13800000000' } })
  const keys = async () =>
    String((await half.api.notifications.list({})).rows[0]?.params['keys'])
      .split(' ')
      .sort()
  expect(await keys()).toEqual(['note', 'phone'])
  const { rows } = await app.owner.api.roles.list({})
  const version = rows.find((one) => one.id === role)?.version ?? 0
  await app.owner.api.roles.update({ id: role, version, changes: { fieldRights: { customers: { note: 'hidden' } } } })
  expect(await keys()).toEqual(['phone'])
})

test('many in one step are one line', async () => {
  const records = [customer]
  for (let i = 0; i < 4; i++) records.push(await rep.api.customers.create({ name: `第${i}家` }))
  await boss.api.customers.archiveMany({ records: records.map(({ id, version }) => ({ id, version })) })
  expect((await rep.api.notifications.list({})).rows).toMatchObject([
    { kind: 'customerArchived', params: { n: 5 }, entity: null },
  ])
  await boss.api.changeSets.undo({ id: boss.lastChangeSet() ?? 0 })
  expect((await rep.api.notifications.list({})).rows[0]).toMatchObject({ kind: 'customerRestored', params: { n: 5 } })
})

test('a customer goes to somebody else with its reason, its tasks, and what the former owner keeps', async () => {
  await rep.api.tasks.create({ title: '报价', about: { entity: 'customers', id: customer.id } })
  await rep.api.tasks.create({ title: '别的' })
  expect(await boss.api.customers.changeOwner(asked({ keep: 'read' }))).toEqual({ tasks: 1 })
  expect(await next.api.customers.read({ id: customer.id })).toMatchObject({ ownerId: next.id })
  expect((await next.api.tasks.list({})).rows.map(({ task }) => task.title)).toEqual(['报价'])
  expect((await next.api.comments.list({ entity: 'customers', ids: [customer.id] })).rows).toMatchObject([
    { text: '陈涛调去华南', personId: boss.id },
  ])
  expect(await kinds(next)).toContain('customerAssigned')
  await expect(rep.api.customers.update({ id: customer.id, version: 3, changes: { note: 'x' } })).rejects.toMatchObject(
    { code: 'forbidden' },
  )
  expect(await rep.api.customers.read({ id: customer.id })).toMatchObject({ name: '苏州德力' })
})

test('whoever had the customer hears that it went, without its name, and why stands beside the move', async () => {
  await boss.api.customers.changeOwner(asked())
  const told = async () => (await rep.api.notifications.list({})).rows.filter((one) => one.kind !== 'customerAssigned')
  expect(await told()).toMatchObject([{ kind: 'customerTaken', entity: null, label: null, params: { n: 1 } }])
  expect((await boss.api.pool.moves({ customerId: customer.id })).rows).toMatchObject([
    { path: 'customers.changeOwner', reason: '陈涛调去华南' },
  ])
  const [first, second] = [
    await rep.api.customers.create({ name: '一' }),
    await rep.api.customers.create({ name: '二' }),
  ]
  await boss.api.pool.return({ ids: [first.id, second.id], reason: '没有跟进' })
  expect(await told()).toMatchObject([{ kind: 'customerPooled', params: { n: 2 } }, { kind: 'customerTaken' }])
})

test('the former owner keeps nothing unless it is said; one undo takes all of it back', async () => {
  const { id: task } = await rep.api.tasks.create({ title: '报价', about: { entity: 'customers', id: customer.id } })
  await boss.api.customers.changeOwner(asked())
  await expect(rep.api.customers.read({ id: customer.id })).rejects.toMatchObject({ code: 'notFound' })
  await boss.api.changeSets.undo({ id: boss.lastChangeSet() ?? 0 })
  expect(await rep.api.customers.read({ id: customer.id })).toMatchObject({ ownerId: rep.id })
  expect((await rep.api.tasks.list({})).rows.map((row) => row.task.id)).toEqual([task])
  expect((await rep.api.comments.list({ entity: 'customers', ids: [customer.id] })).rows).toEqual([])
})

test('nobody gives away what they may not, nor to whom they may not', async () => {
  const stranger = app.person()
  await expect(stranger.api.customers.changeOwner(asked())).rejects.toMatchObject({ code: 'notFound' })
  await expect(rep.api.customers.changeOwner(asked())).rejects.toMatchObject({ code: 'invalid' })
  await expect(boss.api.customers.changeOwner(asked({ ownerId: stranger.id }))).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(boss.api.customers.changeOwner(asked({ version: 9 }))).rejects.toMatchObject({ code: 'conflict' })
  await expect(boss.api.customers.changeOwner(asked({ ownerId: rep.id }))).rejects.toMatchObject({ code: 'invalid' })
  expect((await rep.api.comments.list({ entity: 'customers', ids: [customer.id] })).rows).toEqual([])
})
