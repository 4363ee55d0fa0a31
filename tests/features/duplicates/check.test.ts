import { expect, test } from 'vitest'
import { openTestApp } from '../../support/app'

test('what is typed is found by name, phone, tax number, mail and website', async () => {
  const app = openTestApp()
  const rep = app.person()
  const made = await rep.api.customers.create({
    name: '苏州德力信息技术有限公司',
    phone: '0512-62880000',
    taxNumber: '91320594MA1MLXY00X',
    website: 'https://www.deli-it.cn',
    mail: 'deli2010@qq.com',
  })
  await rep.api.contacts.create({
    customerId: made.id,
    name: '王建国',
    phone: '13800138000',
    mail: 'wang@deli-mail.cn',
  })
  const reasons = async (customer: object, contacts?: object[]): Promise<unknown> =>
    (await rep.api.duplicates.check({ customer, contacts })).matches.map((match) => [match.id, ...match.reasons])
  expect(await reasons({ name: '蘇州德力（信息技術）' })).toEqual([[made.id, 'sameName']])
  expect(await reasons({ phone: '+86 512 62880000' })).toEqual([[made.id, 'phone']])
  expect(await reasons({ phone: '138 0013 8000' })).toEqual([[made.id, 'contactPhone']])
  expect(await reasons({ name: '新客户' }, [{ phone: '13800138000' }])).toEqual([[made.id, 'contactPhone']])
  expect(await reasons({ taxNumber: '91320594ma1mlxy00x' })).toEqual([[made.id, 'taxNumber']])
  expect(await reasons({ website: 'deli-it.cn/contact' })).toEqual([[made.id, 'domain']])
  expect(await reasons({ mail: 'li@deli-mail.cn' })).toEqual([[made.id, 'domain']])
  expect(await reasons({ mail: 'DELI2010@qq.com' })).toEqual([[made.id, 'mail']])
  expect(await reasons({ mail: 'other@qq.com' })).toEqual([])
  expect(await reasons({ name: '上海德力信息技术有限公司' })).toEqual([])
  await app.close()
})

test('keys follow every write: rename, archive, restore, a contact who moves', async () => {
  const app = openTestApp()
  const { api } = app.owner
  const a = await api.customers.create({ name: '甲乙丙贸易有限公司' })
  const b = await api.customers.create({ name: '丁戊己贸易有限公司' })
  const contact = await api.contacts.create({ customerId: a.id, name: '赵一', phone: '13900001111' })
  const who = async (customer: object): Promise<unknown> =>
    (await api.duplicates.check({ customer })).matches.map(({ id }) => id)
  expect(await who({ phone: '13900001111' })).toEqual([a.id])
  await api.contacts.update({ id: contact.id, version: contact.version, changes: { customerId: b.id } })
  expect(await who({ phone: '13900001111' })).toEqual([b.id])
  const renamed = await api.customers.update({ id: a.id, version: a.version, changes: { name: '庚辛壬贸易有限公司' } })
  expect(await who({ name: '甲乙丙贸易' })).toEqual([])
  expect(await who({ name: '庚辛壬贸易' })).toEqual([a.id])
  const gone = await api.customers.archive({ id: a.id, version: renamed.version })
  expect(await who({ name: '庚辛壬贸易' })).toEqual([])
  await api.customers.restore({ id: a.id, version: gone.version })
  expect(await who({ name: '庚辛壬贸易' })).toEqual([a.id])
  await app.close()
})

test('of a customer out of sight it is told that it is taken and by whom, and nothing else', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const theirs = await colleague.api.customers.create({ name: '苏州德力信息技术有限公司', phone: '13800138000' })
  const { matches, similar } = await rep.api.duplicates.check({
    customer: { name: '苏州德力信息技术', phone: '13800138000' },
  })
  expect(matches).toEqual([
    { id: null, name: null, ownerId: colleague.id, reasons: ['sameName', 'phone'], score: expect.any(Number) },
  ])
  expect(similar).toEqual([])
  // a likeness would tell of the name
  expect((await rep.api.duplicates.check({ customer: { name: '德力' } })).matches).toEqual([])
  // nor can its id be found out by leaving it out
  const without = await rep.api.duplicates.check({ customer: { name: '苏州德力信息技术' }, exceptId: theirs.id })
  expect(without.matches).toHaveLength(1)
  await app.close()
})

test('a match by a field that is hidden is told as of a customer out of sight', async () => {
  const app = openTestApp()
  const role = app.role({ 'customers.view': 'all', 'customers.create': 'all' }, { customers: { phone: 'hidden' } })
  const viewer = app.person({ roleIds: [role] })
  const made = await app.owner.api.customers.create({ name: '德力甲', phone: '13800138000' })
  const byPhone = await viewer.api.duplicates.check({ customer: { phone: '13800138000' } })
  expect(byPhone.matches).toMatchObject([{ id: null, name: null, ownerId: app.owner.id, reasons: ['phone'] }])
  const byBoth = await viewer.api.duplicates.check({ customer: { name: '德力甲', phone: '13800138000' } })
  expect(byBoth.matches).toMatchObject([{ id: made.id, name: '德力甲', reasons: ['sameName'] }])
  await app.close()
})

test('without the right to see customers nothing is asked', async () => {
  const app = openTestApp()
  const nobody = app.person({ roleIds: [app.role({})] })
  await expect(nobody.api.duplicates.check({ customer: { name: '德力' } })).rejects.toMatchObject({ code: 'forbidden' })
  await app.close()
})

test('while typing, names in sight that go on from here', async () => {
  const app = openTestApp()
  const rep = app.person()
  const made = await rep.api.customers.create({ name: '昆山凯德尔电子有限公司' })
  const { similar } = await rep.api.duplicates.check({ customer: { name: '昆山凯德' } })
  expect(similar).toEqual([{ id: made.id, name: '昆山凯德尔电子有限公司', ownerId: rep.id, reasons: [] }])
  await app.close()
})

test('a slip, another character of the same sound and an abbreviation are told of as similar, never as taken', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const made = await rep.api.customers.create({ name: '昆山凯德尔电子有限公司' })
  const institute = await rep.api.customers.create({ name: '华东电力设计院有限公司' })
  const asked = async (name: string): Promise<unknown> => {
    const { matches, similar } = await rep.api.duplicates.check({ customer: { name } })
    expect(matches).toEqual([])
    return similar.map(({ id, reasons }) => [id, ...reasons])
  }
  for (const slip of ['昆山凯德儿电子', '昆山恺德尔电子有限公司'])
    expect(await asked(slip)).toEqual([[made.id, 'sameSound']])
  for (const slip of ['昆山凯特尔电子有限公司', '昆山凯尔德电子', '昆山凯德尔森电子有限公司'])
    expect(await asked(slip)).toEqual([[made.id, 'nearName']])
  expect(await asked('华电设计院')).toEqual([[institute.id, 'abbreviated']])
  // a likeness would tell of a name out of sight
  expect(await colleague.api.duplicates.check({ customer: { name: '昆山恺德尔电子' } })).toEqual({
    matches: [],
    similar: [],
  })
  await app.close()
})
