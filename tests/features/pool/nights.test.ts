// The nights of the pool: who is warned, who goes, at which hour; what the preview says of it.
import { expect, test } from 'vitest'
import { readSetting, writeSetting } from '@main/api/settings'
import { recyclePool } from '@main/features/pool/night'
import { isNightDue } from '@main/jobs/daily'
import { type PoolRuleKind, standardPoolSettings } from '@shared/features/pool/rules'
import { app, chen, customer, head, inPool, later, ownerOf, set, zhou } from './poolOffice'

const night = (): Promise<number> => recyclePool(app.host, new AbortController().signal)

test('the owner is warned some days before, and only then it goes; one undo brings the night back', async () => {
  const [quiet, spoken] = [await customer(chen, '静'), await customer(chen, '谈')]
  set({ enabled: true })
  later(56)
  expect(await night()).toBe(0)
  expect((await chen.api.pool.moves({ customerId: quiet })).due).toEqual({
    on: '2027-01-20',
    why: { kind: 'noFollowUp', days: 60 },
  })
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

test('the preview is of the coming night, which after midnight is that of the next day', async () => {
  await customer(chen, '静')
  const settings = { ...standardPoolSettings, enabled: true }
  await app.owner.api.pool.setRules(settings)
  later(56)
  await night()
  later(6)
  expect(await app.owner.api.pool.preview({ settings })).toMatchObject({ recycled: 1, waiting: 0 })
  // half past nine to two
  app.clock.pass(16.5 * 3_600_000)
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
  expect((await chen.api.pool.moves({ customerId: id })).due?.on).toBe('2027-01-20')

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

test('a warning is gone as soon as its owner did what it asks for, not only the next night', async () => {
  const [spoken, given, quiet] = [await customer(chen, '谈'), await customer(chen, '转'), await customer(chen, '静')]
  set({ enabled: true })
  later(56)
  await night()
  const soon = async (): Promise<number[]> =>
    (await chen.api.today.list({})).items.flatMap(({ reason, customerId }) =>
      reason === 'poolSoon' && customerId !== null ? [customerId] : [],
    )
  expect((await soon()).sort()).toEqual([spoken, given, quiet])
  await chen.api.followUps.create({ customerId: spoken, way: 'call', content: '还要' })
  const { version } = await app.owner.api.customers.read({ id: given })
  await app.owner.api.customers.update({ id: given, version, changes: { ownerId: zhou.id } })
  expect(await soon()).toEqual([quiet])
  expect((await chen.api.pool.moves({ customerId: spoken })).due).toBeNull()
  expect((await zhou.api.pool.moves({ customerId: given })).due).toBeNull()
})

test('why a customer goes is not told to somebody who does not see what the rule looks at', async () => {
  const id = await customer()
  set({ enabled: true, rules: [{ level: null, kind: 'noVisit', days: 60 }] })
  later(56)
  await night()
  expect((await chen.api.pool.moves({ customerId: id })).due?.why).toEqual({ kind: 'noVisit', days: 60 })
  for (const role of [
    app.role({ 'customers.view': 'all', 'followUps.view': 'all' }, { followUps: { way: 'hidden' } }),
    app.role({ 'customers.view': 'all', 'followUps.view': 'own' }),
  ]) {
    const { api } = app.person({ roleIds: [role] })
    expect((await api.pool.moves({ customerId: id })).due).toEqual({ on: '2027-01-20', why: null })
  }
})

test('another hour of the night makes no second night at once, and no night is left out', async () => {
  const doneAt = (): number => readSetting(app.host.db, 'jobs.nightDoneAt')
  const due = (hour: number): boolean => isNightDue(app.clock.now, { hour, doneAt: doneAt() })
  const setHour = (nightHour: number) => app.owner.api.pool.setRules({ ...standardPoolSettings, nightHour })
  // half past nine in the morning; the night was at two
  writeSetting(app.host.db, 'jobs.nightDoneAt', new Date(app.clock.now).setHours(2))
  await setHour(8)
  expect(due(8)).toBe(false)
  await setHour(10)
  expect(due(10)).toBe(false)
  app.clock.pass(1_800_000)
  expect(due(10)).toBe(true)
  await setHour(9)
  expect(due(9)).toBe(true)
})

test('rules kept by an older program have what came later as in a new office', async () => {
  app.host.db
    .prepare(`INSERT OR REPLACE INTO settings (key, value) VALUES ('pool.settings', '{"enabled":true,"rules":[]}')`)
    .run()
  expect(await app.owner.api.pool.rules({})).toMatchObject({ enabled: true, rules: [], nightHour: 2, exemptLevels: [] })
})
