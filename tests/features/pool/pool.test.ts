// The pool: customers without an owner, taken and given by rights of their own, under caps.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeSetting } from '@main/api/settings'
import { recyclePool } from '@main/features/pool/night'
import { isNightDue } from '@main/jobs/daily'
import { type PoolRuleKind, type PoolSettings, standardPoolSettings } from '@shared/features/pool/rules'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

let app: TestApp
let chen: TestPerson
let zhou: TestPerson
let head: TestPerson

beforeEach(() => {
  app = openTestApp()
  head = app.person({ name: '林', roles: ['manager'] })
  chen = app.person({ name: '陈', superiorId: head.id })
  zhou = app.person({ name: '周', superiorId: head.id })
})
afterEach(() => app.close())

const set = (changes: Partial<PoolSettings>): void =>
  writeSetting(app.host.db, 'pool.settings', { ...standardPoolSettings, ...changes })
const night = (): Promise<number> => recyclePool(app.host, new AbortController().signal)
const customer = async (by = chen, name = '德力'): Promise<number> =>
  (await by.api.customers.create({ name, phone: '13812345678', despiteDuplicates: true })).id
async function inPool(name = '德力', by = chen): Promise<number> {
  const id = await customer(by, name)
  await by.api.pool.return({ ids: [id], reason: '找不到人' })
  return id
}
/** Days pass and everybody is still signed in. */
function later(days: number): void {
  app.clock.pass(days * 86_400_000)
  app.host.db.exec(`UPDATE sessions SET expires_at = ${app.clock.now + 86_400_000}, last_seen_at = ${app.clock.now}`)
}
const ownerOf = async (id: number): Promise<number | null> => (await app.owner.api.customers.read({ id })).ownerId

test('what was given back is seen in the pool by everybody with the right, and nowhere else', async () => {
  const id = await inPool()
  expect((await zhou.api.pool.list({})).rows).toMatchObject([{ id, name: '德力', formerOwnerId: chen.id, custom: {} }])
  await expect(zhou.api.customers.read({ id })).rejects.toMatchObject({ code: 'notFound' })
  const service = app.person({ roles: ['service'] })
  await expect(service.api.pool.list({})).rejects.toMatchObject({ code: 'forbidden' })
})

test('a pool row does not tell how to reach anybody, not even by filter or search', async () => {
  await inPool()
  await expect(
    zhou.api.pool.list({ filter: { field: 'phone', operator: 'startsWith', value: '138' } }),
  ).rejects.toMatchObject({ code: 'invalid' })
  expect((await zhou.api.pool.list({ search: '13812345678' })).rows).toEqual([])
  expect((await zhou.api.search.find({ text: '13812345678' })).hits).toEqual([])
})

test('a field hidden from a role is hidden in the pool too', async () => {
  await inPool()
  const role = app.role({ 'pool.view': 'all', 'customers.view': 'own' }, { customers: { level: 'hidden' } })
  const { api } = app.person({ roleIds: [role] })
  expect((await api.pool.list({})).rows[0]).toMatchObject({ level: null, followUpCount: null })
  await expect(api.pool.list({ filter: { field: 'level', operator: 'is', value: 'key' } })).rejects.toMatchObject({
    code: 'invalid',
  })
})

test('the card masks contact data until claimed, where the office wants it so', async () => {
  const id = await customer()
  await chen.api.contacts.create({ customerId: id, name: '王建国', phone: '13900001111' })
  await chen.api.followUps.create({ customerId: id, way: 'call', content: '要报价' })
  await chen.api.pool.return({ ids: [id], reason: '没空' })
  expect(await zhou.api.pool.open({ id })).toMatchObject({
    phone: '138****5678',
    contacts: [{ name: '王***', phone: '139****1111' }],
    followUps: [{ content: null, way: 'call' }],
    moves: [{ fromId: chen.id, toId: null, reason: '没空' }],
    masked: true,
  })
  set({ maskContacts: false })
  expect(await zhou.api.pool.open({ id })).toMatchObject({ phone: '13812345678', followUps: [{ content: '要报价' }] })
})

test('cards opened in a day are counted, the same one once', async () => {
  const [one, other] = [await inPool('一'), await inPool('二')]
  set({ viewsPerDay: 1 })
  await zhou.api.pool.open({ id: one })
  await zhou.api.pool.open({ id: one })
  await expect(zhou.api.pool.open({ id: other })).rejects.toMatchObject({ details: { code: 'poolViews' } })
  later(1)
  await zhou.api.pool.open({ id: other })
})

test('claiming makes one the owner, once; the move is kept', async () => {
  const id = await inPool()
  await zhou.api.pool.claim({ ids: [id] })
  expect(await ownerOf(id)).toBe(zhou.id)
  await expect(chen.api.pool.claim({ ids: [id] })).rejects.toMatchObject({ code: 'notFound' })
  expect((await zhou.api.pool.moves({ customerId: id })).rows).toMatchObject([
    { path: 'pool.claim', fromId: null, toId: zhou.id },
    { path: 'pool.return', fromId: chen.id, toId: null },
  ])
})

test('a claim taken back puts the customer into the pool again', async () => {
  const id = await inPool()
  await zhou.api.pool.claim({ ids: [id] })
  await zhou.api.changeSets.undo({ id: zhou.lastChangeSet() ?? 0 })
  expect((await chen.api.pool.list({})).rows).toMatchObject([{ id }])
})

test('claims per day, customers per person and the cool-off hold; nothing is claimed by halves', async () => {
  const ids = [await inPool('一'), await inPool('二'), await inPool('三')]
  set({ claimsPerDay: 2 })
  await expect(zhou.api.pool.claim({ ids })).rejects.toMatchObject({
    details: { code: 'poolClaims', params: { n: 2, left: 2 } },
  })
  expect((await zhou.api.pool.list({})).rows).toHaveLength(3)
  set({ holdingMax: 1 })
  await expect(zhou.api.pool.claim({ ids: ids.slice(1) })).rejects.toMatchObject({
    details: { code: 'poolHolding', params: { n: 1, held: 0 } },
  })
  await expect(chen.api.pool.claim({ ids: [ids[0]!] })).rejects.toMatchObject({
    details: { code: 'poolCoolOff', params: { n: 7 } },
  })
  later(7)
  await chen.api.pool.claim({ ids: [ids[0]!] })
})

test('a superior assigns to people below, a rep to nobody', async () => {
  const id = await inPool()
  const below = app.role({ 'pool.view': 'all', 'pool.assign': 'ownAndBelow' })
  const lead = app.person({ roleIds: [below] })
  const mine = app.person({ superiorId: lead.id })
  await expect(zhou.api.pool.assign({ ids: [id], personId: chen.id })).rejects.toMatchObject({ code: 'forbidden' })
  await expect(lead.api.pool.assign({ ids: [id], personId: chen.id })).rejects.toMatchObject({ code: 'invalid' })
  await lead.api.pool.assign({ ids: [id], personId: mine.id })
  expect(await ownerOf(id)).toBe(mine.id)
  expect((await mine.api.notifications.list({})).rows).toMatchObject([{ kind: 'poolAssigned', recordId: id }])
})

test('nobody gives back what is another one’s, also when it was shared for writing', async () => {
  const id = await customer(zhou)
  const { version } = await zhou.api.customers.read({ id })
  await zhou.api.customers.setTeam({ id, version, team: [{ personId: chen.id, level: 'write' }] })
  await expect(chen.api.pool.return({ ids: [id], reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await ownerOf(id)).toBe(zhou.id)
})

test('the owner is warned some days before, and only then it goes; one undo brings the night back', async () => {
  const [quiet, spoken] = [await customer(chen, '静'), await customer(chen, '谈')]
  set({ enabled: true })
  later(56)
  expect(await night()).toBe(0)
  expect((await chen.api.pool.moves({ customerId: quiet })).dueOn).toBe('2027-01-20')
  expect((await chen.api.notifications.list({})).rows.map((row) => row.kind)).toContain('poolWarning')
  expect((await chen.api.today.list({})).items.find(({ reason }) => reason === 'poolSoon')).toMatchObject({
    customerId: quiet,
    days: 7,
  })
  await chen.api.followUps.create({ customerId: spoken, way: 'call', content: '还要' })
  later(7)
  expect(await night()).toBe(1)
  expect([await ownerOf(quiet), await ownerOf(spoken)]).toEqual([null, chen.id])
  const sets = await app.owner.api.changeSets.list({ path: 'pool.recycle' })
  expect(sets.rows).toHaveLength(1)
  await app.owner.api.changeSets.undo({ id: sets.rows[0]!.id })
  expect(await ownerOf(quiet)).toBe(chen.id)
})

test('a rule switched on over an old office takes nothing without the warning', async () => {
  const id = await customer()
  later(500)
  set({ enabled: true })
  expect(await night()).toBe(0)
  later(6)
  expect(await night()).toBe(0)
  later(1)
  expect(await night()).toBe(1)
  expect(await ownerOf(id)).toBeNull()
})

test('locked, exempt and newly claimed customers stay', async () => {
  const [locked, tagged, typed, claimed] = [
    await customer(chen, '锁'),
    await customer(chen, '签'),
    await customer(chen, '成'),
    await inPool('领', zhou),
  ]
  await expect(chen.api.pool.lock({ id: locked, version: 1, locked: true })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await app.owner.api.pool.lock({ id: locked, version: 1, locked: true })
  await chen.api.customers.update({ id: tagged, version: 1, changes: { tags: ['战略'] } })
  await chen.api.customers.update({ id: typed, version: 1, changes: { type: 'won' } })
  set({ enabled: true, warnDays: 0, exemptTags: ['战略'], coolOffDays: 0 })
  later(100)
  await chen.api.pool.claim({ ids: [claimed] })
  expect(await night()).toBe(0)
})

test('the preview tells what the night then does', async () => {
  await customer(chen, '静')
  later(100)
  const settings = { ...standardPoolSettings, enabled: true, warnDays: 0 }
  const told = await app.owner.api.pool.preview({ settings })
  expect(told).toMatchObject({ recycled: 1, warned: 0, rows: [{ customerName: '静', what: 'recycled' }] })
  await expect(head.api.pool.preview({ settings })).rejects.toMatchObject({ code: 'forbidden' })
  await app.owner.api.pool.setRules(settings)
  expect(await night()).toBe(1)
})

test('each kind of rule has its own days; the first one that is due counts', async () => {
  const [called, visited, won, lost] = [
    await customer(chen, '电话'),
    await customer(chen, '拜访'),
    await customer(chen, '成交'),
    await customer(chen, '曾经'),
  ]
  await app.owner.api.customers.update({ id: won, version: 1, changes: { type: 'won' } })
  await app.owner.api.customers.update({ id: lost, version: 1, changes: { type: 'won' } })
  later(80)
  await chen.api.followUps.create({ customerId: called, way: 'call', content: '在' })
  await chen.api.followUps.create({ customerId: visited, way: 'visit', content: '在' })
  const { version } = await chen.api.customers.read({ id: lost })
  await chen.api.customers.update({ id: lost, version, changes: { type: 'lost' } })
  later(20)
  const goes = async (kind: PoolRuleKind): Promise<unknown> => {
    const settings = { ...standardPoolSettings, enabled: true, warnDays: 0, exemptTypes: [] }
    const told = await app.owner.api.pool.preview({
      settings: { ...settings, rules: [{ level: null, kind, days: 90 }] },
    })
    expect(told.rows.every((row) => row.kind === kind)).toBe(true)
    return told.rows.map((row) => row.customerId).sort((a, b) => a - b)
  }
  expect(await goes('noFollowUp')).toEqual([won, lost])
  expect(await goes('noVisit')).toEqual([called, won, lost])
  expect(await goes('notWon')).toEqual([called, visited])
  const rules = [
    { level: null, kind: 'noVisit', days: 95 },
    { level: null, kind: 'notWon', days: 50 },
  ] as const
  set({ enabled: true, warnDays: 0, exemptTypes: [], rules: [...rules] })
  expect(await night()).toBe(4)
})

test('what named people own stays', async () => {
  const mine = await customer(chen, '陈')
  await customer(zhou, '周')
  set({ enabled: true, warnDays: 0, exemptOwnerIds: [chen.id] })
  later(100)
  expect([await night(), await ownerOf(mine)]).toEqual([1, chen.id])
})

test('levels and what its owner has starred can be exempt', async () => {
  const [key, starred, plain] = [await customer(chen, '重'), await customer(chen, '星'), await customer(chen, '平')]
  await chen.api.customers.update({ id: key, version: 1, changes: { level: 'key' } })
  await chen.api.customers.star({ id: starred, starred: true })
  await head.api.customers.star({ id: plain, starred: true })
  set({ enabled: true, warnDays: 0, exemptLevels: ['key'], exemptStarred: true })
  later(100)
  expect(await night()).toBe(1)
  expect(await ownerOf(plain)).toBeNull()
})

test('a return made by mistake is taken back at once, not later, not by another, and begins no new time', async () => {
  const id = await customer()
  later(56)
  await chen.api.pool.return({ ids: [id], reason: '点错了' })
  const slip = chen.lastChangeSet() ?? 0
  await expect(zhou.api.changeSets.undo({ id: slip })).rejects.toMatchObject({ code: 'notFound' })
  await chen.api.changeSets.undo({ id: slip })
  expect(await ownerOf(id)).toBe(chen.id)
  set({ enabled: true })
  await night()
  expect((await chen.api.pool.moves({ customerId: id })).dueOn).toBe('2027-01-20')

  await chen.api.pool.return({ ids: [id], reason: '真的' })
  const meant = chen.lastChangeSet() ?? 0
  app.clock.pass(11 * 60_000)
  await expect(chen.api.changeSets.undo({ id: meant })).rejects.toMatchObject({ code: 'rule' })
  await expect(chen.api.pool.claim({ ids: [id] })).rejects.toMatchObject({ details: { code: 'poolCoolOff' } })
  await zhou.api.pool.claim({ ids: [id] })
  await expect(chen.api.changeSets.undo({ id: meant })).rejects.toMatchObject({ code: 'rule' })
  expect(await ownerOf(id)).toBe(zhou.id)
})

test('the night is at its hour, and after the start where it was missed', () => {
  const at = (text: string): number => new Date(`2026-11-22T${text}`).getTime()
  const due = (now: string, done: string): boolean => isNightDue(at(now), { hour: 2, doneAt: at(done) })
  expect(due('02:00', '01:59')).toBe(true)
  expect(due('09:00', '02:00')).toBe(false)
  expect(due('01:00', '00:30')).toBe(false)
  expect(isNightDue(at('01:00'), { hour: 2, doneAt: at('00:00') - 2 * 86_400_000 })).toBe(true)
})

test('rules kept by an older program have what came later as in a new office', async () => {
  app.host.db
    .prepare(`INSERT OR REPLACE INTO settings (key, value) VALUES ('pool.settings', '{"enabled":true,"rules":[]}')`)
    .run()
  expect(await app.owner.api.pool.rules({})).toMatchObject({ enabled: true, rules: [], nightHour: 2, exemptLevels: [] })
})
