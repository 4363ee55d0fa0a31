import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

let app: TestApp
let boss: TestPerson
let rep: TestPerson
let customerId: number
let old: { id: number; version: number }
beforeEach(async () => {
  app = openTestApp()
  const departmentId = app.department()
  boss = app.person({ name: '周敏', roles: ['manager'], departmentId })
  rep = app.person({ name: '陈涛', superiorId: boss.id, departmentId })
  customerId = (await rep.api.customers.create({ name: '苏州德力' })).id
  old = await rep.api.contacts.create({
    customerId,
    name: '王建国',
    post: '采购经理',
    decisionRole: 'decides',
    isPrimary: true,
  })
})
afterEach(() => app.close())

test('a contact who left stays as inactive, the new one takes over', async () => {
  const below = await rep.api.contacts.create({ customerId, name: '小李', superiorId: old.id })
  await rep.api.tasks.create({ title: '寄样品给他', about: { entity: 'contacts', id: old.id } })
  const { successorId } = await rep.api.contacts.replace({
    id: old.id,
    version: 1,
    leftOn: '2026-11-10',
    note: '去了竞争对手',
    successor: { name: '李红', phone: '13900000000' },
    post: true,
  })
  expect(await rep.api.contacts.read({ id: old.id })).toMatchObject({
    isActive: false,
    isPrimary: false,
    leftOn: '2026-11-10',
    successorId,
    note: '去了竞争对手',
  })
  expect(await rep.api.contacts.read({ id: successorId ?? 0 })).toMatchObject({
    name: '李红',
    isPrimary: true,
    post: '采购经理',
    decisionRole: 'decides',
  })
  expect(await rep.api.contacts.read({ id: below.id })).toMatchObject({ superiorId: successorId })
  expect((await rep.api.tasks.list({ about: { entity: 'contacts', id: successorId ?? 0 } })).rows).toHaveLength(1)
})

test('a step agreed with who left is the successor’s on the list of the day, else of whom the office speaks with', async () => {
  await rep.api.followUps.create({
    customerId,
    contactId: old.id,
    way: 'call',
    content: '约好明天再谈',
    nextAt: app.clock.now + 3_600_000,
  })
  const today = async () => (await rep.api.today.list({})).items.map((one) => one.contactName)
  expect(await today()).toEqual(['王建国'])
  const { successorId } = await rep.api.contacts.replace({ id: old.id, version: 1, successor: { name: '李红' } })
  await rep.api.contacts.create({ customerId, name: '老张' })
  expect(await today()).toEqual(['李红'])
  const { id, version } = await rep.api.contacts.read({ id: successorId ?? 0 })
  await rep.api.contacts.replace({ id, version })
  expect(await today()).toEqual(['老张'])
})

test('somebody known may be the successor, or nobody', async () => {
  const known = await rep.api.contacts.create({ customerId, name: '李红' })
  expect(await rep.api.contacts.replace({ id: old.id, version: 1, successor: { id: known.id } })).toEqual({
    successorId: known.id,
  })
  const third = await rep.api.contacts.create({ customerId, name: '老张' })
  expect(await rep.api.contacts.replace({ id: third.id, version: 1 })).toEqual({ successorId: null })
  expect(await rep.api.contacts.read({ id: third.id })).toMatchObject({ isActive: false, successorId: null })
})

test('the owner of the customer is told; one undo takes all back', async () => {
  await boss.api.contacts.replace({ id: old.id, version: 1, successor: { name: '李红' } })
  expect((await rep.api.notifications.list({})).rows).toMatchObject([{ kind: 'contactReplaced', label: '王建国' }])
  await boss.api.changeSets.undo({ id: boss.lastChangeSet() ?? 0 })
  expect((await rep.api.contacts.list({})).rows).toMatchObject([{ name: '王建国', isActive: true, isPrimary: true }])
})

test('what the office requires of contacts is taken with the new one', async () => {
  const { key } = await app.owner.api.customFields.create({
    entity: 'contacts',
    label: '生日礼',
    field: { kind: 'text', required: true },
  })
  const replace = (successor: object) =>
    rep.api.contacts.replace({ id: old.id, version: 1, successor: { name: '李红', ...successor } })
  await expect(replace({})).rejects.toMatchObject({ details: { fields: { [`custom.${key}`]: 'required' } } })
  const { successorId } = await replace({ custom: { [key]: '茶' } })
  expect(await rep.api.contacts.read({ id: successorId ?? 0 })).toMatchObject({ name: '李红', custom: { [key]: '茶' } })
})

test('only who may change the contact, only within its customer, only at the version seen', async () => {
  const stranger = app.person()
  const reader = app.person({ roles: ['finance'] })
  const elsewhere = await stranger.api.customers.quickCreate({ name: '某信', phone: '13700000000', contactName: '赵' })
  const [foreign] = (await stranger.api.contacts.list({})).rows
  await expect(stranger.api.contacts.replace({ id: old.id, version: 1 })).rejects.toMatchObject({ code: 'notFound' })
  await expect(reader.api.contacts.replace({ id: old.id, version: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(rep.api.contacts.replace({ id: old.id, version: 7 })).rejects.toMatchObject({ code: 'conflict' })
  expect(elsewhere.id).toBeGreaterThan(0)
  await expect(
    app.owner.api.contacts.replace({ id: old.id, version: 1, successor: { id: foreign?.id ?? 0 } }),
  ).rejects.toMatchObject({ code: 'invalid' })
  await expect(
    rep.api.contacts.replace({ id: old.id, version: 1, successor: { id: foreign?.id ?? 0 } }),
  ).rejects.toMatchObject({ code: 'notFound' })
  expect(await rep.api.contacts.read({ id: old.id })).toMatchObject({ isActive: true, version: 1 })
})
