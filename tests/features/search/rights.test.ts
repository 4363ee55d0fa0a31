import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const found = async (person: TestPerson, text: string) => (await person.api.search.find({ text })).hits
const keys = async (person: TestPerson, text: string) =>
  (await found(person, text)).map(({ entity, id }) => `${entity} ${id}`)

it('only what is in sight is found: own, below, team, shared until its day', async () => {
  const boss = app.person({ roles: ['manager'] })
  const rep = app.person({ superiorId: boss.id })
  const colleague = app.person()
  const { id } = await rep.api.customers.create({ name: '苏州德力' })
  const contact = await rep.api.contacts.create({ customerId: id, name: '苏有德' })
  const said = await rep.api.followUps.create({ customerId: id, way: 'call', content: '苏总要报价' })
  const all = [`customers ${id}`, `contacts ${contact.id}`, `followUps ${said.id}`]
  expect(await keys(rep, '苏')).toEqual(all)
  expect(await keys(boss, '苏')).toEqual(all)
  expect(await keys(colleague, '苏')).toEqual([])
  await app.owner.api.customers.setTeam({ id, version: 1, team: [{ personId: colleague.id, level: 'read' }] })
  expect(await keys(colleague, '苏')).toEqual(all)
  await app.owner.api.customers.archive({ id, version: 2 })
  expect(await keys(colleague, '苏')).toEqual([])
})

it('a room without the right to view it gives no hits', async () => {
  const role = app.role({ 'customers.view': 'all' })
  const { id } = await app.owner.api.customers.create({ name: '苏州德力' })
  await app.owner.api.contacts.create({ customerId: id, name: '苏有德' })
  expect(await keys(app.person({ roleIds: [role] }), '苏')).toEqual([`customers ${id}`])
})

it('what I may not see does not change what I find, nor whether there is more', async () => {
  const rep = app.person()
  const other = app.person()
  await rep.api.customers.create({ name: '德力一厂' })
  await rep.api.customers.create({ name: '德力二厂' })
  const before = await rep.api.search.find({ text: '德力', limit: 2 })
  for (let i = 0; i < 30; i++) await other.api.customers.create({ name: `德力${i}` })
  expect(await rep.api.search.find({ text: '德力', limit: 2 })).toEqual(before)
  expect(before.more).toBe(false)
})

describe.each(['hidden', 'masked'])('a %s field', (right) => {
  it('does not match and does not show', async () => {
    const role = app.role(
      { 'customers.view': 'all', 'contacts.view': 'all', 'followUps.view': 'all' },
      { customers: { phone: right }, contacts: { name: right, post: right }, followUps: { content: right } },
    )
    const viewer = app.person({ roleIds: [role] })
    const { id } = await app.owner.api.customers.create({ name: '苏州德力', phone: '0512-62880000' })
    await app.owner.api.contacts.create({ customerId: id, name: '王建国', post: '采购经理', phone: '13800138000' })
    await app.owner.api.followUps.create({ customerId: id, way: 'call', content: '要报价单', nextStep: '寄样品' })
    for (const text of ['62880000', '王建国', 'wjg', '采购', '报价', '德力 6288']) {
      expect(await found(viewer, text), text).toEqual([])
      for (const room of ['customers', 'contacts', 'followUps'] as const)
        expect((await viewer.api[room].list({ search: text })).rows, `${room} ${text}`).toEqual([])
    }
    const shown = JSON.stringify([
      ...(await found(viewer, '苏州')),
      ...(await found(viewer, '13800138000')),
      ...(await found(viewer, '样品')),
    ])
    expect(shown).toContain('苏州德力')
    for (const secret of ['62880000', '王建国', '采购', '报价']) expect(shown).not.toContain(secret)
  })
})

it('a customer whose name is hidden is not named beside its contacts', async () => {
  const role = app.role(
    { 'customers.view': 'all', 'contacts.view': 'all', 'followUps.view': 'all' },
    { customers: { name: 'hidden', shortName: 'hidden' } },
  )
  const viewer = app.person({ roleIds: [role] })
  const { id } = await app.owner.api.customers.create({ name: '苏州德力', phone: '0512-62880000' })
  await app.owner.api.contacts.create({ customerId: id, name: '王建国' })
  await app.owner.api.followUps.create({ customerId: id, way: 'call', content: '要报价单' })
  for (const text of ['王建国', '报价', '62880000']) {
    const hits = await found(viewer, text)
    expect(hits).toHaveLength(1)
    expect(JSON.stringify(hits)).not.toContain('德力')
  }
})
