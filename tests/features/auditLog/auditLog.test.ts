import { expect, it } from 'vitest'
import { openTestApp, type TestPerson } from '../../support/app'

it('shows a superior what their people did, and nothing of others', async () => {
  const app = openTestApp()
  const department = app.department()
  const manager = app.person({ roles: ['manager'], departmentId: department })
  const rep = app.person({ departmentId: department })
  const stranger = app.person()
  const made = await rep.api.customers.create({ name: '德力' })
  await stranger.api.customers.create({ name: '别家' })
  await expect(rep.api.auditLog.list({})).rejects.toMatchObject({ code: 'forbidden' })
  const { rows } = await manager.api.auditLog.list({ outcome: 'ok' })
  expect(rows).toMatchObject([
    { personId: rep.id, path: 'customers.create', entity: 'customers', recordId: made.id, label: '德力' },
  ])
  expect((await manager.api.auditLog.list({ personId: stranger.id })).rows).toEqual([])
  expect((await app.owner.api.auditLog.list({ personId: stranger.id })).rows).toHaveLength(1)
  await app.close()
})

it('filters by person, path, record, outcome and time, page by page', async () => {
  const app = openTestApp()
  const rep = app.person()
  const { id } = await rep.api.customers.create({ name: '甲' })
  const from = app.clock.now
  app.clock.pass(1000)
  await rep.api.customers.update({ id, version: 1, changes: { level: 'key' } })
  await expect(rep.api.customers.update({ id, version: 1, changes: { level: 'low' } })).rejects.toMatchObject({
    code: 'conflict',
  })
  const asked = (input: object) =>
    app.owner.api.auditLog.list(input).then(({ rows }) => rows.map((row) => `${row.path} ${row.outcome}`))
  expect(await asked({ path: 'customers' })).toEqual([
    'customers.update conflict',
    'customers.update ok',
    'customers.create ok',
  ])
  expect(await asked({ path: 'customers.update', outcome: 'failed' })).toEqual(['customers.update conflict'])
  expect(await asked({ path: 'customer' })).toEqual([])
  expect(await asked({ entity: 'customers', recordId: id })).toEqual(['customers.update ok', 'customers.create ok'])
  expect(await asked({ from: from + 1 })).toHaveLength(2)
  expect(await asked({ to: from + 1 })).toHaveLength(1)
  const first = await app.owner.api.auditLog.list({ limit: 2 })
  const rest = await app.owner.api.auditLog.list({ after: first.next ?? 0, limit: 2 })
  expect([...first.rows, ...rest.rows].map((row) => row.id)).toEqual([3, 2, 1])
  expect(rest.next).toBeNull()
  await app.close()
})

it('finds a row changed, taken out, put in, or cut off the end', async () => {
  const tamper = async (sql: string) => {
    const app = openTestApp()
    for (let i = 0; i < 5; i++) await app.owner.api.customers.create({ name: `客户${i}` })
    expect(await app.owner.api.auditLog.verify({})).toEqual({ whole: true, rows: 5, brokenAt: null })
    app.host.db.exec(sql)
    const { brokenAt } = await app.owner.api.auditLog.verify({})
    await app.host.stop()
    return brokenAt
  }
  expect(await tamper(`UPDATE audit_log SET person_id = 99 WHERE id = 3`)).toBe(3)
  expect(await tamper(`UPDATE audit_log SET detail = '{}' WHERE id = 2`)).toBe(2)
  expect(await tamper(`DELETE FROM audit_log WHERE id = 2`)).toBe(3)
  expect(await tamper(`DELETE FROM audit_log WHERE id = 1`)).toBe(2)
  expect(await tamper(`DELETE FROM audit_log WHERE id = 5`)).toBe(5)
  expect(await tamper(`DELETE FROM audit_log`)).toBe(1)
  expect(
    await tamper(
      `INSERT INTO audit_log SELECT 6, at, person_id, actor_id, device, path, outcome, entity, record_id, change_set_id, detail, hash FROM audit_log WHERE id = 5`,
    ),
  ).toBe(6)
})

it('is checked whole only by who may read all of it', async () => {
  const app = openTestApp()
  const manager = app.person({ roles: ['manager'] })
  await expect(manager.api.auditLog.verify({})).rejects.toMatchObject({ code: 'forbidden' })
  await app.close()
})

it('shows what a line changed, before and after, as far as the reader sees it', async () => {
  const app = openTestApp()
  const manager = app.person({ roles: ['manager'] })
  const rep = app.person({ superiorId: manager.id, departmentId: null })
  const stranger = app.person()
  const { id } = await rep.api.customers.create({ name: '德力', level: 'normal', phone: '021-5555 0000' })
  await rep.api.customers.update({ id, version: 1, changes: { level: 'key', phone: '021-5555 1111' } })
  const [line] = (await app.owner.api.auditLog.list({ kind: 'change' })).rows
  const { rows, more } = await app.owner.api.auditLog.changes({ id: line!.id })
  expect(more).toBe(false)
  expect(rows).toEqual([
    {
      entity: 'customers',
      recordId: id,
      label: '德力',
      action: 'update',
      fields: {
        level: { before: 'normal', after: 'key' },
        phone: { before: '021-5555 0000', after: '021-5555 1111' },
      },
    },
  ])
  const grants = { 'auditLog.view': 'all', 'customers.view': 'all' } as const
  const half = app.person({ roleIds: [app.role(grants, { customers: { phone: 'masked' } })] })
  expect((await half.api.auditLog.changes({ id: line!.id })).rows[0]?.fields).toEqual({
    level: { before: 'normal', after: 'key' },
  })
  const blind = app.person({ roleIds: [app.role({ 'auditLog.view': 'all' })] })
  expect((await blind.api.auditLog.changes({ id: line!.id })).rows).toEqual([
    { entity: 'customers', recordId: null, label: null, action: 'update', fields: {} },
  ])
  const own = app.person({ roleIds: [app.role({ ...grants, 'auditLog.view': 'own' })] })
  await expect(own.api.auditLog.changes({ id: line!.id })).rejects.toMatchObject({ code: 'notFound' })
  await expect(stranger.api.auditLog.changes({ id: line!.id })).rejects.toMatchObject({ code: 'forbidden' })
  await app.close()
})

it('filters by what a line is about', async () => {
  const app = openTestApp()
  const rep = app.person({ roles: ['admin'] })
  await rep.api.customers.create({ name: '甲' })
  await rep.api.settings.setOffice({ quietDays: 40 })
  await app.owner.api.auth.setLogin({ personId: rep.id, login: 'zhao', password: 'given-password', mustChange: false })
  await app.nobody.api.auth.signIn({ login: 'zhao', password: 'given-password' })
  const asked = async (kind: 'signIn' | 'change' | 'rights' | 'print' | 'export') =>
    (await app.owner.api.auditLog.list({ kind })).rows.map((row) => row.path)
  expect(await asked('change')).toEqual(['customers.create'])
  expect(await asked('signIn')).toEqual(['auth.signIn'])
  expect(await asked('rights')).toEqual(['auth.setLogin', 'settings.setOffice'])
  expect(await asked('print')).toEqual([])
  expect(await asked('export')).toEqual([])
  await app.close()
})

it('a sign-in is among the lines of the person, for the owner and for who stands above', async () => {
  const app = openTestApp()
  const departmentId = app.department()
  const [manager, other] = [app.person({ roles: ['manager'], departmentId }), app.person({ roles: ['manager'] })]
  const { id: personId } = app.person({ departmentId })
  await app.owner.api.auth.setLogin({ personId, login: 'zhou', password: 'given-password', mustChange: false })
  await app.nobody.api.auth.signIn({ login: 'zhou', password: 'given-password' })
  const signIns = async (person: TestPerson) =>
    (await person.api.auditLog.list({ kind: 'signIn', personId })).rows.map(({ recordId }) => recordId)
  expect(await signIns(app.owner)).toEqual([personId])
  expect(await signIns(manager)).toEqual([personId])
  expect(await signIns(other)).toEqual([])
  await app.close()
})

it('views are called by their names, also those that are gone', async () => {
  const app = openTestApp()
  const { api } = app.owner
  const view = await api.views.create({ list: 'customers', name: '华东重点', filter: null, sort: [], columns: [] })
  await api.views.remove({ id: view.id })
  const { rows } = await api.auditLog.list({ path: 'views' })
  expect(rows.map(({ label }) => label)).toEqual(['华东重点', '华东重点'])
  await app.close()
})

it('tells an undo from a redo', async () => {
  const app = openTestApp()
  const { id } = await app.owner.api.customers.create({ name: '甲' })
  await app.owner.api.customers.update({ id, version: 1, changes: { level: 'key' } })
  const undo = async (): Promise<void> => {
    const [last] = (await app.owner.api.changeSets.list({ limit: 1 })).rows
    await app.owner.api.changeSets.undo({ id: last!.id })
  }
  await undo()
  await undo()
  await undo()
  const { rows } = await app.owner.api.auditLog.list({ path: 'changeSets.undo' })
  expect(rows.map(({ redo }) => redo)).toEqual([false, true, false])
  expect((await app.owner.api.auditLog.list({ path: 'customers' })).rows.some(({ redo }) => redo)).toBe(false)
  await app.close()
})
