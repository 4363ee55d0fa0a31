// Rules find data that is not right, its owner gets a day to put it right, and a look settles it.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isGoodTaxNumber, type QualityRule, standardQualitySettings } from '@shared/features/dataQuality/rules'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import { finished } from '../../support/importing'

let app: TestApp
let head: TestPerson
let rep: TestPerson
let other: TestPerson
beforeEach(() => {
  app = openTestApp()
  const departmentId = app.department()
  head = app.person({ roles: ['manager'], departmentId })
  rep = app.person({ departmentId })
  other = app.person({ departmentId })
})
afterEach(() => app.close())

async function scan(): Promise<Record<string, unknown> | null | undefined> {
  const { jobId } = await app.owner.api.dataQuality.scan({})
  return (await finished(app.owner, jobId)).result
}
const rule = (changes: Partial<QualityRule>): QualityRule => ({
  key: 'x',
  kind: 'own',
  active: true,
  name: '',
  days: null,
  filter: null,
  deadlineDays: 7,
  ...changes,
})
const only = (...rules: QualityRule[]) => app.owner.api.dataQuality.setSettings({ nightly: false, rules })
function later(days: number): void {
  app.clock.pass(days * 86_400_000)
  app.host.db.exec('UPDATE sessions SET expires_at = expires_at + 9000000000')
}

test('tax numbers are held to their check digit', () => {
  // GB 32100 names the first as its example
  expect(['91350100M000100Y43', '91310000607378229Y'].map(isGoodTaxNumber)).toEqual([true, false])
  expect(['91350100M000100Y44', '9135O100M000100Y43', '123'].map(isGoodTaxNumber)).toEqual([false, false, false])
  expect(['310115198001010', '11010519491231002X'].map(isGoodTaxNumber)).toEqual([true, true])
})

test('an order is given to the owner and told of, and closes as soon as it is put right', async () => {
  const { id } = await rep.api.customers.create({ name: '德力' })
  expect(await scan()).toEqual({ opened: 1, closed: 0 })
  expect((await rep.api.dataQuality.orders({})).rows).toMatchObject([
    { customerId: id, customerName: '德力', kind: 'missingPhone', state: 'open', dueOn: '2026-11-25' },
  ])
  expect((await rep.api.notifications.list({})).rows).toMatchObject([{ kind: 'ordersGiven', params: { n: 1 } }])
  await rep.api.contacts.create({ customerId: id, name: '王', phone: '13800000000' })
  expect((await rep.api.dataQuality.orders({})).rows).toMatchObject([{ state: 'inTime' }])
  expect(await scan()).toEqual({ opened: 0, closed: 0 })
})

test('what ran over its day is told of once, also where the program was not running the night after', async () => {
  await rep.api.customers.create({ name: '德力' })
  await scan()
  const told = async (): Promise<unknown[]> =>
    (await rep.api.notifications.list({})).rows
      .filter(({ kind }) => kind === 'ordersOverdue')
      .map(({ params }) => params['n'])
  later(7)
  await scan()
  expect(await told()).toEqual([])
  later(3)
  await scan()
  await scan()
  expect(await told()).toEqual([1])
})

test('looking again opens nothing twice, and closes late what was put right late', async () => {
  const { id } = await rep.api.customers.create({ name: '德力', phone: '13800000000', taxNumber: '91350100M000100Y44' })
  await scan()
  expect(await scan()).toEqual({ opened: 0, closed: 0 })
  expect((await rep.api.today.list({})).counts).not.toHaveProperty('rectify')
  later(15)
  expect((await rep.api.today.list({})).items.filter(({ reason }) => reason === 'rectify')).toMatchObject([
    { customerId: id, days: 1 },
  ])
  expect((await rep.api.dataQuality.orders({ state: 'overdue' })).rows).toMatchObject([{ customerId: id }])
  await rep.api.customers.update({ id, version: 1, changes: { taxNumber: '91350100M000100Y43' } })
  expect((await rep.api.dataQuality.orders({})).rows).toMatchObject([{ state: 'late', kind: 'taxNumber' }])
})

test('a customer without a follow-up for so long, and one that is there twice', async () => {
  await only(rule({ key: 'quiet', kind: 'noFollowUp', days: 60 }), rule({ key: 'twice', kind: 'duplicate' }))
  const one = await rep.api.customers.create({ name: '上海德力信息有限公司', phone: '13800000000' })
  const two = await rep.api.customers.create({
    name: '德力信息',
    phone: '13800000000',
    despiteDuplicates: true,
  })
  app.host.db
    .prepare(`INSERT INTO duplicate_pairs (first_id, second_id, score, reasons, found_at) VALUES (?, ?, 1, '[]', 0)`)
    .run(one.id, two.id)
  expect(await scan()).toEqual({ opened: 2, closed: 0 })
  later(61)
  expect(await scan()).toEqual({ opened: 2, closed: 0 })
  await rep.api.followUps.create({ customerId: one.id, way: 'call', content: '谈' })
  await rep.api.customers.archive({ id: two.id, version: 1 })
  // the other one of the two is settled by the next look
  await scan()
  const { rows } = await app.owner.api.dataQuality.orders({ unsettled: true })
  expect(rows).toEqual([])
})

test('an order comes back with its customer from the recycle bin, as late as it was', async () => {
  const { id } = await rep.api.customers.create({ name: '德力' })
  await scan()
  later(15)
  await rep.api.customers.archive({ id, version: 1 })
  const set = rep.lastChangeSet() ?? 0
  expect((await app.owner.api.dataQuality.orders({})).rows).toMatchObject([{ state: 'dropped' }])
  await rep.api.changeSets.undo({ id: set })
  expect((await rep.api.dataQuality.orders({})).rows).toMatchObject([{ state: 'overdue', dueOn: '2026-11-25' }])
  expect(await scan()).toEqual({ opened: 0, closed: 0 })
})

test('an order comes back with its customer from the pool; somebody else is given one of their own', async () => {
  const { id } = await rep.api.customers.create({ name: '德力' })
  await scan()
  later(1)
  await rep.api.pool.return({ ids: [id], reason: '点错了' })
  const set = rep.lastChangeSet() ?? 0
  expect((await app.owner.api.dataQuality.orders({})).rows).toMatchObject([{ state: 'dropped' }])
  await rep.api.changeSets.undo({ id: set })
  expect((await rep.api.dataQuality.orders({})).rows).toMatchObject([{ state: 'open', dueOn: '2026-11-25' }])
  await rep.api.pool.return({ ids: [id], reason: '不做了' })
  await other.api.pool.claim({ ids: [id] })
  expect((await other.api.dataQuality.orders({})).rows).toEqual([])
  expect(await scan()).toEqual({ opened: 1, closed: 0 })
  expect((await other.api.dataQuality.orders({})).rows).toMatchObject([{ state: 'open', dueOn: '2026-11-26' }])
})

test('what is due first stands first, page by page', async () => {
  const first = await rep.api.customers.create({ name: '早' })
  await scan()
  later(3)
  const second = await rep.api.customers.create({ name: '晚' })
  await scan()
  const page = await rep.api.dataQuality.orders({ limit: 1 })
  expect(page.rows).toMatchObject([{ customerId: first.id }])
  expect(page.next).not.toBeNull()
  const rest = await rep.api.dataQuality.orders({ limit: 1, after: page.next ?? 0 })
  expect(rest).toMatchObject({ rows: [{ customerId: second.id }], next: null })
})

test('own rules use the filters of the list; a filter over hidden fields is refused', async () => {
  const own = rule({ name: '没有行业', filter: { field: 'industry', operator: 'empty' } })
  await only(own)
  await rep.api.customers.create({ name: '无' })
  await rep.api.customers.create({ name: '有', industry: '软件' })
  await scan()
  expect((await rep.api.dataQuality.orders({})).rows).toMatchObject([{ customerName: '无', ruleName: '没有行业' }])
  const role = app.role({ 'dataQuality.manage': 'all', 'customers.view': 'all' }, { customers: { industry: 'hidden' } })
  const clerk = app.person({ roleIds: [role] })
  await expect(clerk.api.dataQuality.setSettings({ nightly: false, rules: [own] })).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(only(rule({ name: '坏', filter: { field: 'nothing', operator: 'empty' } }))).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('one sees one’s own orders, the manager those of the department, on customers in sight', async () => {
  await rep.api.customers.create({ name: '甲' })
  await other.api.customers.create({ name: '乙' })
  await scan()
  expect((await rep.api.dataQuality.orders({})).rows).toMatchObject([{ customerName: '甲' }])
  expect((await head.api.dataQuality.orders({})).rows.map((row) => row.customerName)).toEqual(['甲', '乙'])
  expect((await rep.api.dataQuality.orders({ personId: other.id })).rows).toEqual([])
  await expect(rep.api.dataQuality.scan({})).rejects.toMatchObject({ code: 'forbidden' })
  await expect(rep.api.dataQuality.setSettings(standardQualitySettings)).rejects.toMatchObject({ code: 'forbidden' })
  const service = app.person({ roles: ['service'] })
  await expect(service.api.dataQuality.orders({})).rejects.toMatchObject({ code: 'forbidden' })
})

test('an order goes on with the customer, and is dropped with its rule', async () => {
  const { id } = await rep.api.customers.create({ name: '甲' })
  await scan()
  await head.api.customers.update({ id, version: 1, changes: { ownerId: other.id } })
  expect(await scan()).toEqual({ opened: 1, closed: 1 })
  expect((await other.api.dataQuality.orders({})).rows).toMatchObject([{ state: 'open' }])
  await only()
  await scan()
  expect((await other.api.dataQuality.orders({})).rows).toMatchObject([{ state: 'dropped' }])
})

test('the rate of a month is what was put right in time of what was due, and every figure opens its orders', async () => {
  const ids: number[] = []
  for (const name of ['甲', '乙', '丙'])
    ids.push((await rep.api.customers.create({ name, despiteDuplicates: true })).id)
  await scan()
  await rep.api.customers.update({ id: ids[0] ?? 0, version: 1, changes: { phone: '13800000000' } })
  later(8)
  await rep.api.customers.update({ id: ids[1] ?? 0, version: 1, changes: { phone: '13800000001' } })
  const { rows, scannedAt } = await head.api.dataQuality.rates({ month: '2026-11' })
  expect(rows).toEqual([{ personId: rep.id, due: 3, inTime: 1, late: 1, open: 0, overdue: 1 }])
  expect(scannedAt).not.toBeNull()
  for (const state of ['inTime', 'late', 'overdue'] as const)
    expect((await head.api.dataQuality.orders({ personId: rep.id, month: '2026-11', state })).rows).toHaveLength(1)
  expect((await head.api.dataQuality.orders({ personId: rep.id, month: '2026-11', due: true })).rows).toHaveLength(3)
})

test('an order about a field that its owner does not see goes to the nearest above who does, and is told to no other', async () => {
  const grants = { 'customers.view': 'own', 'dataQuality.view': 'own', 'followUps.view': 'own' } as const
  const blindRole = app.role(grants, { customers: { taxNumber: 'hidden' } })
  const blind = app.person({ roleIds: [blindRole], superiorId: head.id })
  const lonely = app.person({ roleIds: [blindRole] })
  await only(rule({ key: 'taxNumber', kind: 'taxNumber' }))
  const make = (ownerId: number, taxNumber: string) =>
    app.owner.api.customers.create({
      name: `甲${ownerId}`,
      ownerId,
      phone: `1380000${ownerId}000`,
      taxNumber,
      despiteDuplicates: true,
    })
  const wrong = '91350100M000100Y44'
  const { id } = await make(blind.id, wrong)
  await make(lonely.id, wrong)
  const open = await make(rep.id, wrong)
  expect(await scan()).toEqual({ opened: 2, closed: 0 })
  const rows = async (who: TestPerson) => (await who.api.dataQuality.orders({})).rows
  expect(await rows(head)).toContainEqual(expect.objectContaining({ customerId: id, personId: head.id }))
  expect(await rows(rep)).toMatchObject([{ customerId: open.id, personId: rep.id }])
  // one given before the field was hidden
  app.host.db
    .prepare(
      `INSERT INTO rectification_orders (customer_id, rule, person_id, opened_at, due_on) VALUES (?, ?, ?, 0, ?)`,
    )
    .run(id, 'taxNumber', blind.id, '2026-11-10')
  const month = '2026-11'
  expect(await rows(blind)).toEqual([])
  expect((await blind.api.dataQuality.rates({ month })).rows).toEqual([])
  expect((await blind.api.today.list({})).items.filter(({ reason }) => reason === 'rectify')).toEqual([])
  expect((await rep.api.dataQuality.rates({ month })).rows).toMatchObject([{ personId: rep.id, open: 1 }])
})

test('the month is printed: rates by person with their sum, and what still waits', async () => {
  await rep.api.customers.create({ name: '德力精密' })
  const { id } = await other.api.customers.create({ name: '恒通模具' })
  await scan()
  await other.api.contacts.create({ customerId: id, name: '王', phone: '13800000000' })
  const paperOf = async (who: TestPerson) =>
    (await who.api.dataQuality.print({ month: '2026-11', language: 'zh-CN', templateId: null })).html
  const html = await paperOf(app.owner)
  expect(html).toMatch(/>合计<.*>1<.*>1<.*>0<.*>1<.*>0<.*>100%</)
  expect(html).toMatch(/还没改好.*德力精密.*没有电话.*2026-11-25.*待整改/)
  expect(html).not.toContain('恒通模具')
  // a person's own paper tells of nobody else
  expect(await paperOf(rep)).toContain('德力精密')
  expect(await paperOf(other)).not.toContain('德力精密')
  const looking = app.person({ roleIds: [app.role({ 'customers.view': 'all', 'dataQuality.view': 'all' })] })
  await expect(looking.api.dataQuality.print({ month: '2026-11', language: 'zh-CN' })).rejects.toMatchObject({
    code: 'forbidden',
  })
  const part = app.person({
    roleIds: [app.role({ 'customers.view': 'all', 'dataQuality.view': 'all', 'customers.print': 'own' })],
  })
  expect(await paperOf(part)).not.toContain('德力精密')
})

test('an order about follow-ups says after how many days', async () => {
  await only(rule({ key: 'f', kind: 'noFollowUp', days: 45 }))
  await rep.api.customers.create({ name: '德力', phone: '13800000000' })
  later(50)
  await scan()
  expect((await rep.api.dataQuality.orders({})).rows).toMatchObject([{ kind: 'noFollowUp', days: 45 }])
})
