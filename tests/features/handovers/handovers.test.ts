// A handover gives all that one person has to others, in one change set.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { worthOf } from '@shared/features/handovers/rules'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

let app: TestApp
let head: TestPerson
let leaver: TestPerson
let heir: TestPerson
let other: TestPerson

beforeEach(() => {
  app = openTestApp()
  const departmentId = app.department()
  head = app.person({ name: '林', roles: ['manager'], departmentId })
  leaver = app.person({ name: '离', superiorId: head.id, departmentId })
  heir = app.person({ name: '接', superiorId: head.id, departmentId })
  other = app.person({ name: '另', superiorId: head.id, departmentId })
})
afterEach(() => app.close())

const make = async (name: string, by = leaver): Promise<number> => (await by.api.customers.create({ name })).id
const ownerOf = async (id: number): Promise<number | null> => (await app.owner.api.customers.read({ id })).ownerId
const plain = { others: [], remaining: 'none' as const }

test('customers, contacts and follow-ups go to the successors named; the leaver sees nothing more', async () => {
  const [one, two] = [await make('一'), await make('二')]
  const contact = await leaver.api.contacts.create({ customerId: one, name: '王' })
  await leaver.api.followUps.create({ customerId: one, way: 'call', content: '谈', nextAt: app.clock.now + 1e7 })
  const done = await head.api.handovers.run({
    ...plain,
    leaverId: leaver.id,
    successorId: heir.id,
    others: [{ customerId: two, successorId: other.id }],
  })
  expect(done).toMatchObject({ customers: 2 })
  expect([await ownerOf(one), await ownerOf(two)]).toEqual([heir.id, other.id])
  expect(await heir.api.contacts.read({ id: contact.id })).toMatchObject({ name: '王' })
  expect((await heir.api.customers.overview({ id: one })).next).toMatchObject({ content: '谈' })
  await expect(leaver.api.customers.read({ id: one })).rejects.toMatchObject({ code: 'notFound' })
  expect((await heir.api.notifications.list({})).rows).toMatchObject([{ kind: 'handedOver', params: { n: 1 } }])
})

test('one undo gives everything back, tasks about what was handed over too, and can itself be undone', async () => {
  const id = await make('一')
  const { id: followUp } = await leaver.api.followUps.create({ customerId: id, way: 'call', content: '谈' })
  const task = await leaver.api.tasks.create({ title: '核对', about: { entity: 'followUps', id: followUp } })
  const doer = async () =>
    (await app.owner.api.tasks.list({ about: { entity: 'followUps', id: followUp } })).rows[0]?.task.ownerId
  const { changeSetId } = await head.api.handovers.run({
    leaverId: leaver.id,
    successorId: heir.id,
    others: [],
    remaining: 'read',
    readDays: 7,
  })
  await head.api.changeSets.undo({ id: changeSetId })
  expect(await ownerOf(id)).toBe(leaver.id)
  expect([task.ownerId, await doer()]).toEqual([leaver.id, leaver.id])
  await head.api.changeSets.undo({ id: head.lastChangeSet() ?? 0 })
  expect([await ownerOf(id), await doer()]).toEqual([heir.id, heir.id])
  await head.api.changeSets.undo({ id: head.lastChangeSet() ?? 0 })
  expect([await ownerOf(id), await doer()]).toEqual([leaver.id, leaver.id])
  expect((await head.api.sharing.list({ customerId: id })).shares).toEqual([])
  expect((await head.api.handovers.list({})).rows).toMatchObject([{ undone: true, customers: 1 }])
})

test('reading goes on for so many days where that was chosen', async () => {
  const id = await make('一')
  await head.api.handovers.run({
    leaverId: leaver.id,
    successorId: heir.id,
    others: [],
    remaining: 'read',
    readDays: 3,
  })
  await leaver.api.customers.read({ id })
  await expect(leaver.api.customers.update({ id, version: 3, changes: { name: '改' } })).rejects.toMatchObject({
    code: 'forbidden',
  })
  app.clock.pass(4 * 86_400_000)
  app.host.db.exec(`UPDATE sessions SET expires_at = expires_at + 864000000`)
  await expect(leaver.api.customers.read({ id })).rejects.toMatchObject({ code: 'notFound' })
})

test('places in teams and shares go to the successor, none twice', async () => {
  const [one, two] = [await make('一', other), await make('二', heir)]
  for (const [id, by] of [
    [one, other],
    [two, heir],
  ] as const)
    await by.api.customers.setTeam({ id, version: 1, team: [{ personId: leaver.id, level: 'write' }] })
  await head.api.handovers.run({ ...plain, leaverId: leaver.id, successorId: heir.id })
  expect((await other.api.customers.overview({ id: one })).team).toEqual([{ personId: heir.id, level: 'write' }])
  expect((await heir.api.customers.overview({ id: two })).team).toEqual([])
})

test('whoever leaves is out at once when the day has come, and people below have another superior', async () => {
  const junior = app.person({ superiorId: leaver.id })
  await app.owner.api.handovers.run({
    leaverId: leaver.id,
    successorId: heir.id,
    others: [],
    headId: heir.id,
    remaining: 'disabled',
    leaveOn: '2026-11-18',
  })
  await expect(leaver.api.customers.list({})).rejects.toMatchObject({ code: 'signedOut' })
  const { people } = await app.owner.api.organization.tree({})
  expect(people.find(({ id }) => id === junior.id)?.superiorId).toBe(heir.id)
  expect(people.find(({ id }) => id === leaver.id)).toMatchObject({ disabled: true, leftOn: '2026-11-18' })
})

test('without the right over the organisation nobody ends a sign-in, and nothing is done by halves', async () => {
  const id = await make('一')
  const input = {
    ...plain,
    leaverId: leaver.id,
    successorId: heir.id,
    remaining: 'disabled' as const,
    leaveOn: '2026-11-18',
  }
  await expect(head.api.handovers.run(input)).rejects.toMatchObject({ code: 'forbidden' })
  expect(await ownerOf(id)).toBe(leaver.id)
  expect((await head.api.handovers.list({})).rows).toEqual([])
})

test('only for people in reach of the right, to people in reach, and never for oneself', async () => {
  const stranger = app.person({ name: '外' })
  await make('一')
  const run = (by: TestPerson, leaverId: number, successorId: number) =>
    by.api.handovers.run({ ...plain, leaverId, successorId })
  await expect(run(heir, leaver.id, heir.id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(run(head, stranger.id, heir.id)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(run(head, head.id, heir.id)).rejects.toMatchObject({ details: { code: 'handoverOf' } })
  await expect(run(head, other.id, heir.id)).rejects.toMatchObject({ details: { code: 'handoverNothing' } })
  await expect(run(head, leaver.id, stranger.id)).rejects.toMatchObject({ code: 'invalid' })
  await expect(run(head, leaver.id, leaver.id)).rejects.toMatchObject({ code: 'invalid' })
  await expect(head.api.handovers.survey({ leaverId: stranger.id })).rejects.toMatchObject({ code: 'forbidden' })
})

test('a customer that changed hands since the list was read stops the handover', async () => {
  const id = await make('一', other)
  await expect(
    head.api.handovers.run({
      ...plain,
      leaverId: leaver.id,
      successorId: heir.id,
      others: [{ customerId: id, successorId: heir.id }],
    }),
  ).rejects.toMatchObject({ details: { code: 'handoverChanged' } })
})

test('the survey ranks what is worth saving and shows its arithmetic', async () => {
  const poor = await make('差')
  const rich = await make('好')
  await leaver.api.customers.update({
    id: rich,
    version: 1,
    changes: { level: 'key', potentialAmount: 100_000_000 },
  })
  await leaver.api.followUps.create({ customerId: rich, way: 'call', content: 'x', nextAt: app.clock.now + 1e7 })
  const { customers, openSteps } = await head.api.handovers.survey({ leaverId: leaver.id })
  expect(customers.map(({ customerId, score }) => [customerId, score])).toEqual([
    [rich, 88],
    [poor, 15],
  ])
  expect(customers[0]?.points).toEqual({ level: 30, recency: 25, frequency: 3, nextStep: 10, potential: 20 })
  expect(openSteps).toBe(1)
})

test('hidden facts give no points', async () => {
  const id = await make('好')
  await leaver.api.customers.update({ id, version: 1, changes: { level: 'key', pastAmount: 100_000_000 } })
  const role = app.role(
    { 'customers.view': 'all', 'handovers.manage': 'all' },
    { customers: { level: 'hidden', pastAmount: 'hidden' } },
  )
  const { customers } = await app.person({ roleIds: [role] }).api.handovers.survey({ leaverId: leaver.id })
  expect(customers).toMatchObject([{ customerId: id, level: null, score: 0, followUpsAYear: null }])
})

test('the kept list is for both to sign, and holds what was handed over', async () => {
  const id = await make('一')
  const done = await head.api.handovers.run({ ...plain, leaverId: leaver.id, successorId: heir.id, note: '离职' })
  expect(await head.api.handovers.read({ id: done.id })).toMatchObject({
    handover: { leaverId: leaver.id, successorIds: [heir.id], note: '离职' },
    lines: [{ customerId: id, customerName: '一', successorId: heir.id }],
  })
  const elsewhere = app.person({ roles: ['manager'], departmentId: app.department() })
  await expect(elsewhere.api.handovers.read({ id: done.id })).rejects.toMatchObject({ code: 'notFound' })
})

test('points reach at most a hundred', () => {
  const best = { level: 'key', quietDays: 0, followUpsAYear: 50, hasNextStep: true, potential: 1e12 }
  expect(worthOf(best)).toEqual({ level: 30, recency: 25, frequency: 15, nextStep: 10, potential: 20 })
  const least = { level: null, quietDays: null, followUpsAYear: null, hasNextStep: false, potential: null }
  expect(Object.values(worthOf(least))).toEqual([0, 0, 0, 0, 0])
})

test('of a past handover nothing is told that is out of sight now, and no score made of hidden fields', async () => {
  const [one, two] = [await make('一'), await make('二')]
  const others = [{ customerId: two, successorId: other.id }]
  const { id } = await head.api.handovers.run({ ...plain, leaverId: leaver.id, successorId: heir.id, others })
  const grants = { 'handovers.manage': 'all', 'customers.view': 'own', 'followUps.view': 'own' } as const
  const clerk = app.person({ roleIds: [app.role(grants, { customers: { potentialAmount: 'hidden' } })] })
  const { version } = await app.owner.api.customers.read({ id: one })
  await app.owner.api.sharing.set({
    customerId: one,
    version,
    shares: [{ personId: clerk.id, level: 'read', untilOn: null }],
  })
  const told = await clerk.api.handovers.read({ id })
  expect(told.handover).toMatchObject({ customers: 1, successorIds: [heir.id] })
  expect(told.lines).toMatchObject([{ customerId: one, score: null }])
  expect((await head.api.handovers.read({ id })).lines.every(({ score }) => score !== null)).toBe(true)
  const [line] = (await clerk.api.handovers.list({})).rows
  expect(line).toMatchObject({ customers: 1, successorIds: [heir.id] })
})

test('told is only of what whoever hands over sees; all of it goes all the same', async () => {
  const role = app.role({ 'handovers.manage': 'all', 'customers.view': 'own' })
  const clerk = app.person({ roleIds: [role] })
  const [shared, hidden] = [await make('一'), await make('二')]
  await app.owner.api.customers.setTeam({ id: shared, version: 1, team: [{ personId: clerk.id, level: 'read' }] })
  const theirs = await make('三', other)
  await app.owner.api.customers.setTeam({ id: theirs, version: 1, team: [{ personId: leaver.id, level: 'write' }] })
  await leaver.api.tasks.create({ title: '打电话' })
  expect(await clerk.api.handovers.survey({ leaverId: leaver.id })).toMatchObject({
    customerCount: 1,
    tasks: 0,
    accesses: 0,
  })
  expect(await head.api.handovers.survey({ leaverId: leaver.id })).toMatchObject({
    customerCount: 2,
    tasks: 1,
    accesses: 1,
  })
  const named = { ...plain, leaverId: leaver.id, successorId: heir.id }
  const unknown = { ...named, others: [{ customerId: hidden, successorId: other.id }] }
  await expect(clerk.api.handovers.run(unknown)).rejects.toMatchObject({ details: { code: 'handoverChanged' } })
  expect(await clerk.api.handovers.run(named)).toMatchObject({ customers: 1, tasks: 0, accesses: 0 })
  expect([await ownerOf(shared), await ownerOf(hidden)]).toEqual([heir.id, heir.id])
  // one who has nothing in sight and one who has nothing look alike
  for (const leaverId of [heir.id, app.person().id]) {
    if (leaverId === heir.id) await app.owner.api.customers.setTeam({ id: shared, version: 3, team: [] })
    const run = clerk.api.handovers.run({ ...plain, leaverId, successorId: other.id })
    await expect(run).rejects.toMatchObject({ details: { code: 'handoverNothing' } })
  }
})

test('the paper has a place to sign for the leaver and for each who takes over, and the last lines go along with them', async () => {
  await make('一')
  const two = await make('二')
  const { id } = await head.api.handovers.run({
    ...plain,
    leaverId: leaver.id,
    successorId: heir.id,
    others: [{ customerId: two, successorId: other.id }],
    note: '钥匙已交',
  })
  const { html } = await head.api.handovers.print({ id, language: 'zh-CN' })
  expect(app.host.db.prepare(`SELECT sum(count) FROM daily_volumes WHERE kind = 'print'`).pluck().get()).toBe(2)
  const signed = /<div class="signatures">(.*?)<\/div>/.exec(html)?.[1] ?? ''
  expect([...signed.matchAll(/<span>(.*?)<\/span>/g)].map(([, who]) => who)).toEqual([
    '交接人 离',
    '接手人 接',
    '接手人 另',
    '日期',
  ])
  expect(html).toContain('<dt>备注</dt><dd>钥匙已交</dd>')
  expect(html).toMatch(/table:has\(\+ \.signatures\) tr:nth-last-child\(.*\{ break-after: avoid/)
})
