import { expect, test } from 'vitest'
import { openTestApp } from '../../support/app'

test('a customer that is there already is saved only by who says that it is another one', async () => {
  const app = openTestApp()
  const rep = app.person({ name: '周敏' })
  const first = await rep.api.customers.create({ name: '苏州德力信息技术有限公司', phone: '0512-62880000' })
  const again = { name: '蘇州德力信息技術' }
  const refusal = {
    code: 'rule',
    details: { code: 'duplicate', params: { id: first.id, name: first.name, owner: '周敏' } },
  }
  await expect(rep.api.customers.create(again)).rejects.toMatchObject(refusal)
  await expect(rep.api.customers.create({ name: '新客户', phone: '0512 6288 0000' })).rejects.toMatchObject(refusal)
  await expect(rep.api.customers.quickCreate({ ...again, phone: '13800138000' })).rejects.toMatchObject(refusal)
  await expect(rep.api.pasting.create({ customer: again })).rejects.toMatchObject(refusal)
  expect((await rep.api.customers.count({})).value).toBe(1)
  const made = await rep.api.customers.create({ ...again, despiteDuplicates: true })
  expect(made.name).toBe(again.name)
  await rep.api.customers.quickCreate({ ...again, phone: '13800138000', despiteDuplicates: true })
  await rep.api.pasting.create({ customer: again, despiteDuplicates: true })
  expect((await rep.api.customers.count({})).value).toBe(4)
  await app.close()
})

test('what is only similar, or a contact’s number, is no refusal', async () => {
  const app = openTestApp()
  const { api } = app.person()
  const { id } = await api.customers.create({ name: '昆山凯德尔电子有限公司' })
  await api.contacts.create({ customerId: id, name: '王建国', phone: '13800138000' })
  await api.customers.create({ name: '昆山凯得尔电子有限公司' })
  await api.customers.create({ name: '凯德尔' })
  await api.customers.quickCreate({ name: '海天文具', phone: '13800138000', contactName: '王建国' })
  expect((await api.customers.count({})).value).toBe(4)
  await app.close()
})

test('a change is refused for what it changes, not for what stood there before', async () => {
  const app = openTestApp()
  const { api } = app.person()
  await api.customers.create({ name: '苏州德力', taxNumber: '91320594MA1MLXY00X' })
  const other = await api.customers.create({ name: '苏州德力有限公司', despiteDuplicates: true })
  const kept = await api.customers.update({ id: other.id, version: other.version, changes: { note: '另一家' } })
  const same = await api.customers.update({ id: other.id, version: kept.version, changes: { name: other.name } })
  const change = { id: other.id, version: same.version, changes: { taxNumber: '91320594ma1mlxy00x' } }
  await expect(api.customers.update(change)).rejects.toMatchObject({ details: { code: 'duplicate' } })
  expect((await api.customers.update({ ...change, despiteDuplicates: true })).taxNumber).toBe('91320594ma1mlxy00x')
  await app.close()
})

test('of one out of sight it is said that it is there and who has it; of hidden fields nothing more', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person({ name: '陈立' })]
  await colleague.api.customers.create({ name: '苏州德力', phone: '13800138000', note: '秘密' })
  const refused = await rep.api.customers.create({ name: '蘇州德力' }).catch((error: unknown) => error)
  expect(refused).toMatchObject({ details: { code: 'duplicateUnseen', params: { owner: '陈立' } } })
  expect(JSON.stringify(refused)).not.toMatch(/秘密|苏州|13800138000/u)
  const limited = app.role(
    { 'customers.view': 'all', 'customers.create': 'all' },
    { customers: { ownerId: 'hidden', phone: 'hidden' } },
  )
  const viewer = app.person({ roleIds: [limited] })
  const told = await viewer.api.customers.create({ name: '蘇州德力' }).catch((error: unknown) => error)
  expect(told).toMatchObject({ details: { code: 'duplicateOf', params: { name: '苏州德力' } } })
  expect(JSON.stringify(told)).not.toContain('陈立')
  await app.close()
})
