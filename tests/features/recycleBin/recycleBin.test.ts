import { expect, it } from 'vitest'
import { purgeRecycleBin } from '@main/features/recycleBin/purge'
import { firstBrokenLink } from '@main/api/audit'
import { openTestApp, type TestApp } from '../../support/app'

const day = 86_400_000

/** People stay signed in meanwhile. */
function pass(app: TestApp, days: number): void {
  app.clock.pass(days * day)
  app.host.db.prepare('UPDATE sessions SET expires_at = ?').run(app.clock.now + day)
}

const purge = (app: TestApp) => purgeRecycleBin(app.host, new AbortController().signal)
const rowsOf = (app: TestApp, table: string) =>
  (app.host.db.prepare(`SELECT count(*) n FROM ${table}`).get() as { n: number }).n

it('shows what was archived, by whom and until when, as far as one’s rights reach', async () => {
  const app = openTestApp()
  const boss = app.person({ roles: ['manager'], departmentId: app.department() })
  const [rep, stranger] = [app.person({ superiorId: boss.id }), app.person()]
  const customer = await rep.api.customers.quickCreate({ name: '德力', phone: '1111111', contactName: '王' })
  const { contacts } = await rep.api.customers.overview({ id: customer.id })
  await rep.api.contacts.archive({ id: contacts[0]!.id, version: 1 })
  app.clock.pass(1000)
  const note = await rep.api.followUps.create({ customerId: customer.id, way: 'call', content: '谈了' })
  await rep.api.followUps.archive({ id: note.id, version: 1 })
  const { rows, total } = await rep.api.recycleBin.list({})
  expect(total).toBe(2)
  expect(rows).toMatchObject([
    { entity: 'followUps', label: '谈了', archivedById: rep.id },
    { entity: 'contacts', label: '王', purgeAt: new Date(2026, 11, 19).getTime() },
  ])
  expect((await stranger.api.recycleBin.list({})).total).toBe(0)
  expect((await app.owner.api.recycleBin.list({ entity: 'contacts' })).total).toBe(1)
  await rep.api.customers.archive({ id: customer.id, version: customer.version })
  // what hangs on an archived customer comes back with it
  expect((await rep.api.recycleBin.list({})).rows).toMatchObject([{ entity: 'customers', label: '德力' }])
  await app.close()
})

it('gives records back, with what is reckoned and found from them', async () => {
  const app = openTestApp()
  const [rep, stranger] = [app.person(), app.person()]
  const { id } = await rep.api.customers.create({ name: '德力' })
  const note = await rep.api.followUps.create({ customerId: id, way: 'call', content: '谈了' })
  await rep.api.followUps.archive({ id: note.id, version: 1 })
  expect(await rep.api.customers.read({ id })).toMatchObject({ followUpCount: 0 })
  const there = { entity: 'followUps', id: note.id, version: 2 }
  await expect(stranger.api.recycleBin.restore(there)).rejects.toMatchObject({ code: 'notFound' })
  await expect(rep.api.recycleBin.restore({ ...there, version: 1 })).rejects.toMatchObject({ code: 'conflict' })
  await expect(rep.api.recycleBin.restore({ ...there, entity: 'people' })).rejects.toMatchObject({ code: 'notFound' })
  await rep.api.recycleBin.restore(there)
  expect(await rep.api.customers.read({ id })).toMatchObject({ followUpCount: 1 })
  await expect(rep.api.recycleBin.restore(there)).rejects.toMatchObject({ code: 'notFound' })
  await app.close()
})

it('forgets after 30 days, with all that hangs on it, and says so in the audit log', async () => {
  const app = openTestApp()
  const rep = app.person()
  const customer = await rep.api.customers.quickCreate({ name: '德力', phone: '1111111', contactName: '王' })
  await rep.api.followUps.create({ customerId: customer.id, way: 'call', content: '极密的话' })
  await rep.api.customers.star({ id: customer.id, starred: true })
  await rep.api.customers.update({ id: customer.id, version: customer.version, changes: { note: '极密的话' } })
  const kept = await rep.api.customers.create({ name: '留下' })
  await rep.api.customers.archive({ id: customer.id, version: customer.version + 1 })
  pass(app, 30)
  expect(await purge(app)).toBe(0)
  pass(app, 1)
  expect(await purge(app)).toBe(3)
  for (const table of ['contacts', 'follow_ups', 'stars']) expect(rowsOf(app, table), table).toBe(0)
  expect(rowsOf(app, 'customers')).toBe(1)
  expect(JSON.stringify(app.host.db.prepare('SELECT * FROM changes').all())).not.toContain('极密')
  const { rows } = await app.owner.api.auditLog.list({ path: 'recycleBin.purge' })
  expect(rows).toMatchObject([
    { personId: 0, device: 'host', outcome: 'ok', detail: { counts: { customers: 1, contacts: 1, followUps: 1 } } },
  ])
  expect(firstBrokenLink(app.host.db)).toBeNull()
  expect((await rep.api.search.find({ text: '极密' })).hits).toEqual([])
  expect((await rep.api.customers.create({ name: '新的' })).id).toBeGreaterThan(kept.id)
  expect(await purge(app)).toBe(0)
  await app.close()
})

it('keeps what something else still points to', async () => {
  const app = openTestApp()
  const rep = app.person()
  const { id } = await rep.api.customers.create({ name: '德力' })
  const chief = await rep.api.contacts.create({ customerId: id, name: '王总' })
  const free = await rep.api.contacts.create({ customerId: id, name: '前台' })
  const note = await rep.api.followUps.create({ customerId: id, contactId: chief.id, way: 'call', content: '谈了' })
  for (const contact of [chief, free]) await rep.api.contacts.archive({ id: contact.id, version: 1 })
  pass(app, 31)
  expect(await purge(app)).toBe(1)
  expect(await rep.api.followUps.read({ id: note.id })).toMatchObject({ contactName: '王总' })
  await rep.api.followUps.archive({ id: note.id, version: 1 })
  pass(app, 31)
  expect(await purge(app)).toBe(2)
  expect(rowsOf(app, 'contacts')).toBe(0)
  await app.close()
})

it('an undo of what is gone says so', async () => {
  const app = openTestApp()
  const rep = app.person()
  const first = await rep.api.customers.create({ name: '甲' })
  const set = rep.lastChangeSet()!
  const call = {
    path: 'customers.create',
    input: { name: '乙' },
    token: rep.token,
    device: 'test',
    local: true,
    changeSet: set,
    reply: { setToken: () => undefined },
  }
  await app.host.call(call)
  await rep.api.customers.archive({ id: first.id, version: 1 })
  const archived = rep.lastChangeSet()!
  pass(app, 31)
  await purge(app)
  await expect(rep.api.changeSets.undo({ id: archived })).rejects.toMatchObject({ details: { code: 'nothingToUndo' } })
  expect((await rep.api.changeSets.undo({ id: set })).summary).toMatchObject({ restored: 1 })
  await app.close()
})

it('forgets many in chunks', async () => {
  const app = openTestApp()
  const made = app.host.db.prepare(
    `INSERT INTO customers (created_at, updated_at, created_by_id, name, type, level, archived_at) VALUES (1, 1, 1, ?, 'target', 'normal', ?)`,
  )
  for (let i = 0; i < 120; i++) made.run(`客户${i}`, i % 7)
  expect(await purge(app)).toBe(120)
  expect(rowsOf(app, 'customers')).toBe(0)
  expect(rowsOf(app, 'audit_log')).toBe(3)
  await app.close()
})
