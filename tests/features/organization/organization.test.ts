import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const rule = (code: string) => ({ code: 'rule', details: { code } })
const roleId = async (code: string): Promise<string> =>
  String((await app.owner.api.roles.list({})).rows.find((row) => row.builtIn === code)!.id)

it('departments stand in a tree and are never their own parent', async () => {
  const { api } = app.owner
  const company = await api.organization.createDepartment({ name: '公司' })
  const north = await api.organization.createDepartment({ name: '北方区', parentId: company.id })
  const beijing = await api.organization.createDepartment({ name: '北京', parentId: north.id })
  const move = api.organization.updateDepartment({
    id: company.id,
    version: company.version,
    changes: { parentId: beijing.id },
  })
  await expect(move).rejects.toMatchObject(rule('circle'))
  expect((await api.organization.tree({})).departments.map(({ name, parentId }) => [name, parentId])).toEqual([
    ['公司', null],
    ['北方区', company.id],
    ['北京', north.id],
  ])
})

it('departments stand in the order they were put in, a new one last; one undo puts all of it back', async () => {
  const { organization, changeSets } = app.owner.api
  const names = async (): Promise<unknown[]> => (await organization.tree({})).departments.map(({ name }) => name)
  const [first, second, third] = [
    await organization.createDepartment({ name: '销售' }),
    await organization.createDepartment({ name: '财务' }),
    await organization.createDepartment({ name: '客服' }),
  ]
  await organization.placeDepartment({ id: third.id, version: 1, parentId: null, beforeId: first.id })
  expect(await names()).toEqual(['客服', '销售', '财务'])
  await changeSets.undo({ id: app.owner.lastChangeSet()! })
  expect(await names()).toEqual(['销售', '财务', '客服'])
  const inside = await organization.createDepartment({ name: '华东', parentId: first.id })
  const version = (await organization.tree({})).departments.find(({ id }) => id === second.id)!.version
  await organization.placeDepartment({ id: second.id, version, parentId: first.id, beforeId: inside.id })
  await organization.createDepartment({ name: '华南', parentId: first.id })
  const under = (await organization.tree({})).departments.filter(({ parentId }) => parentId === first.id)
  expect(under.map(({ name }) => name)).toEqual(['财务', '华东', '华南'])
  const { departments } = await organization.directory({})
  expect(departments.map(({ name }) => name)).toEqual(['销售', '财务', '华东', '华南', '客服'])
})

it('superiors never form a circle, through an undo neither', async () => {
  const [a, b] = [app.person({ name: '甲' }), app.person({ name: '乙' })]
  const { api } = app.owner
  await api.organization.updatePerson({ id: a.id, version: 1, changes: { superiorId: b.id } })
  await expect(
    api.organization.updatePerson({ id: b.id, version: 1, changes: { superiorId: a.id } }),
  ).rejects.toMatchObject(rule('circle'))
  await api.organization.updatePerson({ id: a.id, version: 2, changes: { superiorId: null } })
  const taken = app.owner.lastChangeSet()!
  await api.organization.updatePerson({ id: b.id, version: 1, changes: { superiorId: a.id } })
  await api.changeSets.undo({ id: taken }).catch(() => undefined)
  expect((await api.organization.tree({})).people.find((person) => person.id === a.id)?.superiorId).toBeNull()
})

it('only an empty department can go', async () => {
  const { api } = app.owner
  const north = await api.organization.createDepartment({ name: '北方区' })
  const person = app.person({ departmentId: north.id })
  const { id, version } = north
  await expect(api.organization.archiveDepartment({ id, version })).rejects.toMatchObject(rule('notEmpty'))
  await api.organization.updatePerson({ id: person.id, version: 1, changes: { departmentId: null } })
  expect((await api.organization.archiveDepartment({ id, version })).archivedAt).not.toBeNull()
  expect((await api.organization.directory({})).departments).toEqual([])
})

it('the last owner stays owner, enabled and present', async () => {
  const { api, id } = app.owner
  for (const changes of [{ disabled: true }, { roleIds: [] }, { leftOn: '2026-11-01' }])
    await expect(api.organization.updatePerson({ id, version: 1, changes })).rejects.toMatchObject(rule('lastOwner'))
  app.person({ roles: ['owner'] })
  expect((await api.organization.updatePerson({ id, version: 1, changes: { roleIds: [] } })).roleIds).toEqual([])
})

it('an owner without a login does not count once people sign in', async () => {
  await app.owner.api.auth.setLogin({
    personId: app.owner.id,
    login: 'wang',
    password: 'zhike-2026',
    mustChange: false,
  })
  app.person({ roles: ['owner'] })
  const { id } = app.owner
  await expect(
    app.owner.api.organization.updatePerson({ id, version: 1, changes: { roleIds: [] } }),
  ).rejects.toMatchObject(rule('lastOwner'))
})

it('nobody gives a role that holds more than their own', async () => {
  const admin = app.person({ roles: ['admin'] })
  const personnel = app.person({ roleIds: [app.role({ 'organization.view': 'all', 'organization.manage': 'all' })] })
  const rep = app.person()
  const give = (by: typeof admin, to: number, code: string, version = 1) =>
    roleId(code).then((id) => by.api.organization.updatePerson({ id: to, version, changes: { roleIds: [id] } }))
  await expect(give(admin, rep.id, 'owner')).rejects.toMatchObject(rule('moreThanOwn'))
  await expect(give(admin, admin.id, 'owner')).rejects.toMatchObject(rule('moreThanOwn'))
  await expect(give(personnel, personnel.id, 'rep')).rejects.toMatchObject(rule('moreThanOwn'))
  await expect(give(personnel, rep.id, 'admin')).rejects.toMatchObject(rule('moreThanOwn'))
  expect((await give(admin, rep.id, 'manager')).version).toBe(2)
})

it('nobody decides over somebody who has more', async () => {
  const admin = app.person({ roles: ['admin'] })
  app.person({ roles: ['owner'] })
  const { id } = app.owner
  for (const changes of [{ disabled: true }, { roleIds: [] }, { assistantId: admin.id }])
    await expect(admin.api.organization.updatePerson({ id, version: 1, changes })).rejects.toMatchObject(
      rule('moreThanOwn'),
    )
  expect(
    (await admin.api.organization.updatePerson({ id, version: 1, changes: { phone: '13800000000' } })).version,
  ).toBe(2)
})

it('nobody moves people so that they themselves reach more', async () => {
  const own = { 'customers.view': 'own', 'customers.update': 'ownAndBelow' } as const
  const personnel = app.person({ roleIds: [app.role({ 'organization.manage': 'all', ...own })] })
  const rep = app.person()
  const { organization } = personnel.api
  await expect(
    organization.updatePerson({ id: rep.id, version: 1, changes: { superiorId: personnel.id } }),
  ).rejects.toMatchObject(rule('moreThanOwn'))
  const department = await organization.createDepartment({ name: '人事', headId: personnel.id })
  const into = organization.updatePerson({ id: rep.id, version: 1, changes: { departmentId: department.id } })
  await expect(into).rejects.toMatchObject(rule('moreThanOwn'))
})

it('sight follows the tree at once: a new superior sees, a former one does not', async () => {
  const [a, b] = [app.person({ name: '甲', roles: ['rep'] }), app.person({ name: '乙', roles: ['rep'] })]
  const rep = app.person({ superiorId: a.id })
  const { id } = await rep.api.customers.create({ name: '德力' })
  expect((await a.api.customers.read({ id })).name).toBe('德力')
  await app.owner.api.organization.updatePerson({ id: rep.id, version: 1, changes: { superiorId: b.id } })
  await expect(a.api.customers.read({ id })).rejects.toMatchObject({ code: 'notFound' })
  expect((await b.api.customers.read({ id })).name).toBe('德力')
})

it('a vacancy does not break the chain and an acting head stands in it', async () => {
  const head = app.person({ name: '总监' })
  const acting = app.person({ name: '代理' })
  const company = app.department({ headId: head.id })
  const vacant = app.department({ parentId: company, actingHeadId: acting.id })
  const rep = app.person({ departmentId: app.department({ parentId: vacant }) })
  const { above } = await app.owner.api.organization.chain({ personId: rep.id })
  expect(above).toEqual([
    { personId: acting.id, because: 'actingHead' },
    { personId: head.id, because: 'head' },
  ])
})

it('changes of people are undone like any other', async () => {
  const rep = app.person({ name: '小刘' })
  await app.owner.api.organization.updatePerson({
    id: rep.id,
    version: 1,
    changes: { position: '主管', phone: '13800000000' },
  })
  await app.owner.api.changeSets.undo({ id: app.owner.lastChangeSet()! })
  const [row] = (await app.owner.api.organization.tree({})).people.filter((person) => person.id === rep.id)
  expect(row).toMatchObject({ position: null, phone: null })
})

it('logins, roles and assistants are shown to those who set them only', async () => {
  await app.owner.api.auth.setLogin({ personId: app.owner.id, login: 'wang', password: 'zhike-2026' })
  const rep = app.person()
  const seen = (await rep.api.organization.tree({})).people.find((person) => person.id === app.owner.id)
  expect(seen).toMatchObject({ name: '老板', login: null, roleIds: [] })
})
