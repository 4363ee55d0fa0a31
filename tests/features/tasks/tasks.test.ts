import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

let app: TestApp
let boss: TestPerson
let rep: TestPerson
let other: TestPerson
beforeEach(() => {
  app = openTestApp()
  boss = app.person({ name: '周敏', roles: ['manager'] })
  rep = app.person({ name: '陈涛', superiorId: boss.id })
  other = app.person({ name: '何静' })
})
afterEach(() => app.close())

const titles = async (who: TestPerson, asked: object = {}): Promise<string[]> =>
  (await who.api.tasks.list(asked)).rows.map(({ task }) => task.title ?? '')

test('a task is mine unless I give it to somebody below', async () => {
  expect(await rep.api.tasks.create({ title: '寄样品' })).toMatchObject({
    ownerId: rep.id,
    fromId: rep.id,
    done: false,
  })
  const given = await boss.api.tasks.create({ title: '回访德力', ownerId: rep.id, dueOn: '2026-11-18' })
  expect(given).toMatchObject({ ownerId: rep.id, fromId: boss.id })
  await expect(rep.api.tasks.create({ title: 'x', ownerId: boss.id })).rejects.toMatchObject({ code: 'invalid' })
  await expect(rep.api.tasks.create({ title: 'x', ownerId: other.id })).rejects.toMatchObject({ code: 'invalid' })
  await expect(
    rep.api.tasks.update({ id: given.id, version: 1, changes: { ownerId: other.id } }),
  ).rejects.toMatchObject({ code: 'invalid' })
})

test('who does it, who gave it and those above see it, nobody else', async () => {
  const { id } = await rep.api.tasks.create({ title: '寄样品' })
  expect(await titles(rep)).toEqual(['寄样品'])
  expect(await titles(boss, { whose: 'myPeople' })).toEqual(['寄样品'])
  expect(await titles(boss, { whose: 'me' })).toEqual([])
  expect(await titles(other)).toEqual([])
  for (const call of [
    other.api.tasks.done({ id, version: 1, done: true }),
    other.api.tasks.update({ id, version: 1, changes: { title: 'x' } }),
    other.api.tasks.archive({ id, version: 1 }),
  ])
    await expect(call).rejects.toMatchObject({ code: 'notFound' })
})

test('both are told: of a task given, and of a task done', async () => {
  const { id } = await boss.api.tasks.create({ title: '回访德力', ownerId: rep.id })
  expect((await rep.api.notifications.list({})).rows).toMatchObject([{ kind: 'taskGiven', label: '回访德力' }])
  expect(await rep.api.tasks.done({ id, version: 1, done: true })).toMatchObject({ done: true, doneAt: app.clock.now })
  expect((await boss.api.notifications.list({})).rows).toMatchObject([{ kind: 'taskDone', label: '回访德力' }])
  expect((await rep.api.tasks.done({ id, version: 2, done: false })).doneAt).toBeNull()
})

test('today’s list names the reason, late ones first', async () => {
  for (const [title, dueOn] of [
    ['明天', '2026-11-19'],
    ['今天', '2026-11-18'],
    ['昨天', '2026-11-17'],
    ['随便', null],
  ] as const)
    await rep.api.tasks.create({ title, dueOn })
  const { rows } = await rep.api.tasks.list({ whose: 'me', due: true })
  expect(rows.map(({ task, reason }) => [task.title, reason])).toEqual([
    ['昨天', 'overdue'],
    ['今天', 'dueToday'],
  ])
  expect((await rep.api.tasks.list({})).rows.map(({ reason }) => reason)).toEqual([
    'overdue',
    'dueToday',
    'later',
    'someDay',
  ])
})

test('a task about a record names it as far as it is seen, and stands on its customer', async () => {
  const customer = await rep.api.customers.quickCreate({ name: '苏州德力', phone: '13800000000' })
  const followUp = await rep.api.followUps.create({ customerId: customer.id, way: 'call', content: '要报价' })
  await rep.api.tasks.create({ title: '报价', about: { entity: 'followUps', id: followUp.id } })
  const [line] = (await rep.api.tasks.list({ customerId: customer.id })).rows
  expect(line?.about).toEqual({ entity: 'followUps', id: followUp.id, label: '要报价', customerId: customer.id })
  expect((await rep.api.customers.overview({ id: customer.id })).counts).toMatchObject({ tasks: 1 })
  await app.owner.api.customers.update({ id: customer.id, version: customer.version, changes: { ownerId: other.id } })
  expect((await rep.api.tasks.list({})).rows[0]?.about).toBeNull()
  expect((await other.api.customers.overview({ id: customer.id })).counts).toMatchObject({ tasks: 0 })
})

test('a task is about what its maker and its doer see', async () => {
  const { id } = await other.api.customers.create({ name: '德力' })
  const about = { entity: 'customers', id }
  await expect(rep.api.tasks.create({ title: 'x', about })).rejects.toMatchObject({ code: 'notFound' })
  await expect(rep.api.tasks.create({ title: 'x', about: { entity: 'people', id: 1 } })).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(app.owner.api.tasks.create({ title: 'x', ownerId: rep.id, about })).rejects.toMatchObject({
    details: { code: 'taskOutOfSight' },
  })
})

test('a task is taken back by undo and waits in the recycle bin', async () => {
  await rep.api.tasks.create({ title: '寄样品' })
  await rep.api.changeSets.undo({ id: rep.lastChangeSet() ?? 0 })
  expect(await titles(rep)).toEqual([])
  expect((await rep.api.recycleBin.list({})).rows).toMatchObject([{ entity: 'tasks', label: '寄样品' }])
  expect((await other.api.recycleBin.list({})).rows).toEqual([])
})
