import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const rule = (code: string) => ({ code: 'rule', details: { code } })
const made = { name: '内勤', note: null, grants: { 'customers.view': 'all' as const }, fieldRights: {} }

it('a role is made, given, and takes effect at once', async () => {
  const role = await app.owner.api.roles.create(made)
  const person = app.person({ roleIds: [role.id] })
  await app.owner.api.customers.create({ name: '德力' })
  expect((await person.api.customers.list({})).rows).toHaveLength(1)
  await app.owner.api.roles.update({
    id: role.id,
    version: role.version,
    changes: { grants: { 'customers.view': 'own' } },
  })
  expect((await person.api.customers.list({})).rows).toHaveLength(0)
  const [row] = (await app.owner.api.roles.list({})).rows.filter((one) => one.id === role.id)
  expect(row).toMatchObject({ name: '内勤', grants: { 'customers.view': 'own' }, personIds: [person.id] })
})

it('the owner role is never changed', async () => {
  const [owner] = (await app.owner.api.roles.list({})).rows
  expect(owner!.builtIn).toBe('owner')
  const { id, version } = owner!
  await expect(app.owner.api.roles.update({ id, version, changes: { name: '老大' } })).rejects.toMatchObject(
    rule('ownerRole'),
  )
  await expect(app.owner.api.roles.archive({ id, version })).rejects.toMatchObject({ code: 'rule' })
})

it('a role that somebody has cannot go', async () => {
  const { id, version } = await app.owner.api.roles.create(made)
  const person = app.person({ roleIds: [id] })
  await expect(app.owner.api.roles.archive({ id, version })).rejects.toMatchObject(rule('usedByOthers'))
  await app.owner.api.organization.updatePerson({ id: person.id, version: 1, changes: { roleIds: [] } })
  expect(await app.owner.api.roles.archive({ id, version })).toEqual({})
})

it('rights over fields that do not exist are refused, and over custom fields that do are kept', async () => {
  app.host.db
    .prepare(`INSERT INTO custom_fields (entity, key, field) VALUES ('customers', 'size', '{"kind":"text"}')`)
    .run()
  const wrong = { customers: { nme: 'hidden' as const }, people: { phone: 'hidden' as const } }
  await expect(app.owner.api.roles.create({ ...made, fieldRights: wrong })).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { 'fieldRights.customers.nme': 'unknownField', 'fieldRights.people': 'unknownField' } },
  })
  const fieldRights = { customers: { 'custom.size': 'hidden' as const } }
  expect((await app.owner.api.roles.create({ ...made, fieldRights })).fieldRights).toEqual(fieldRights)
})

it('nobody writes a role that holds more than they have', async () => {
  const grants = { 'roles.view': 'all', 'roles.manage': 'all', 'customers.view': 'department' } as const
  const manager = app.person({ roleIds: [app.role(grants, { customers: { pastAmount: 'hidden' } })] })
  const { roles } = manager.api
  const own = {
    ...made,
    grants: { 'customers.view': 'own' as const },
    fieldRights: { customers: { pastAmount: 'hidden' as const } },
  }
  await expect(roles.create({ ...own, name: '甲', grants: { 'customers.view': 'all' } })).rejects.toMatchObject(
    rule('moreThanOwn'),
  )
  await expect(roles.create({ ...own, name: '乙', grants: { 'backup.view': 'own' } })).rejects.toMatchObject(
    rule('moreThanOwn'),
  )
  await expect(roles.create({ ...own, name: '丙', fieldRights: {} })).rejects.toMatchObject(rule('moreThanOwn'))
  const role = await roles.create(own)
  await expect(
    roles.update({ id: role.id, version: 1, changes: { grants: { 'customers.export': 'own' } } }),
  ).rejects.toMatchObject(rule('moreThanOwn'))
  const admin = (await roles.list({})).rows.find((row) => row.builtIn === 'admin')!
  await expect(roles.update({ id: admin.id, version: 1, changes: { grants: {} } })).rejects.toMatchObject(
    rule('moreThanOwn'),
  )
})

it('effective rights say the widest scope and the roles behind it', async () => {
  const narrow = app.role({ 'customers.view': 'own', 'customers.create': 'own' })
  const wide = app.role({ 'customers.view': 'department' })
  const person = app.person({ roleIds: [narrow, wide] })
  expect((await app.owner.api.roles.effective({ personId: person.id })).grants).toEqual([
    { permission: 'customers.view', scope: 'department', roleIds: [wide] },
    { permission: 'customers.create', scope: 'own', roleIds: [narrow] },
  ])
})

it('a second role that says nothing of customers opens no customer field', async () => {
  const shut = app.role({ 'customers.view': 'all' }, { customers: { pastAmount: 'hidden' } })
  const other = app.role({ 'backup.view': 'all' })
  const open = app.role({ 'customers.view': 'own' })
  const { id } = await app.owner.api.customers.create({ name: '德力', pastAmount: 100 })
  const amount = async (...roleIds: number[]) => (await app.person({ roleIds }).api.customers.read({ id })).pastAmount
  expect(await amount(shut)).toBeNull()
  expect(await amount(shut, other)).toBeNull()
  expect(await amount(shut, open)).toBe(100)
})

it('a hidden custom field is gone from rows, history, filters and changes', async () => {
  app.host.db
    .prepare(`INSERT INTO custom_fields (entity, key, field) VALUES ('customers', 'size', '{"kind":"text"}')`)
    .run()
  const { id } = await app.owner.api.customers.create({ name: '德力', custom: { size: 'big' } })
  await app.owner.api.customers.update({ id, version: 1, changes: { custom: { size: 'small' } } })
  const grants = { 'customers.view': 'all', 'customers.update': 'all' } as const
  const person = app.person({ roleIds: [app.role(grants, { customers: { 'custom.size': 'hidden' } })] })
  const seen = await person.api.customers.read({ id })
  expect(seen.custom).toEqual({})
  expect(seen.masked).toContain('custom.size')
  expect(JSON.stringify(await person.api.customers.history({ id }))).not.toMatch(/big|small|size/)
  const filter = { field: 'custom.size', operator: 'is' as const, value: 'small' }
  await expect(person.api.customers.list({ filter })).rejects.toMatchObject({ code: 'invalid' })
  for (const size of ['small', 'huge'])
    await expect(person.api.customers.update({ id, version: 2, changes: { custom: { size } } })).rejects.toMatchObject({
      details: { fields: { 'custom.size': 'notAllowed' } },
    })
})
