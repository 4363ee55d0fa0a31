import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const rule = (code: string) => ({ code: 'rule', details: { code } })

it('a share gives sight of one customer until its last day', async () => {
  const [rep, colleague] = [app.person({ name: '周敏' }), app.person({ name: '陈涛' })]
  const { id } = await rep.api.customers.create({ name: '德力' })
  await rep.api.customers.create({ name: '另一家' })
  const shares = [{ personId: colleague.id, level: 'read' as const, untilOn: '2026-11-19' }]
  expect(await rep.api.sharing.set({ customerId: id, version: 1, shares })).toEqual({ shares })
  expect((await colleague.api.customers.list({})).rows.map((row) => row.name)).toEqual(['德力'])
  await expect(colleague.api.customers.update({ id, version: 2, changes: { note: 'x' } })).rejects.toMatchObject({
    code: 'forbidden',
  })
  app.clock.pass(2 * 86_400_000)
  expect((await colleague.api.customers.list({})).rows).toEqual([])
})

it('a share to write lets one work on it, not share it on nor put it away', async () => {
  const [rep, colleague] = [app.person(), app.person()]
  const { id } = await rep.api.customers.create({ name: '德力' })
  await rep.api.sharing.set({
    customerId: id,
    version: 1,
    shares: [{ personId: colleague.id, level: 'write', untilOn: null }],
  })
  const { version } = await colleague.api.customers.update({ id, version: 2, changes: { note: '面谈过' } })
  expect((await colleague.api.followUps.create({ customerId: id, way: 'call', content: '已回电' })).customerName).toBe(
    '德力',
  )
  await expect(colleague.api.sharing.set({ customerId: id, version, shares: [] })).rejects.toMatchObject({
    code: 'forbidden',
  })
  await expect(colleague.api.customers.archive({ id, version })).rejects.toMatchObject({ code: 'forbidden' })
})

it('a share is taken back, and an undo gives it again', async () => {
  const [rep, colleague] = [app.person(), app.person()]
  const { id } = await rep.api.customers.create({ name: '德力' })
  await rep.api.sharing.set({
    customerId: id,
    version: 1,
    shares: [{ personId: colleague.id, level: 'read', untilOn: null }],
  })
  await rep.api.sharing.set({ customerId: id, version: 2, shares: [] })
  await expect(colleague.api.customers.read({ id })).rejects.toMatchObject({ code: 'notFound' })
  await rep.api.changeSets.undo({ id: rep.lastChangeSet()! })
  expect((await colleague.api.customers.read({ id })).name).toBe('德力')
})

it('nobody lets another write who may not write, nor shares with people who are gone, nor into the past', async () => {
  const reader = app.person({ roleIds: [app.role({ 'customers.view': 'all', 'customers.share': 'all' })] })
  const colleague = app.person()
  const gone = app.person()
  await app.owner.api.organization.updatePerson({ id: gone.id, version: 1, changes: { leftOn: '2026-11-01' } })
  const { id } = await app.owner.api.customers.create({ name: '德力' })
  const set = (personId: number, level: 'read' | 'write', untilOn: string | null = null) =>
    reader.api.sharing.set({ customerId: id, version: 1, shares: [{ personId, level, untilOn }] })
  await expect(set(colleague.id, 'write')).rejects.toMatchObject(rule('moreThanOwn'))
  await expect(set(gone.id, 'read')).rejects.toMatchObject(rule('notInOffice'))
  await expect(set(colleague.id, 'read', '2026-11-17')).rejects.toMatchObject({ code: 'invalid' })
  await expect(set(4711, 'read')).rejects.toMatchObject({ code: 'invalid' })
  await expect(
    reader.api.customers.setTeam({ id, version: 1, team: [{ personId: colleague.id, level: 'write' }] }),
  ).rejects.toMatchObject(rule('moreThanOwn'))
  expect((await set(colleague.id, 'read')).shares).toHaveLength(1)
})

it('why: every reason, with the chain of people from the owner up', async () => {
  const director = app.person({ name: '总监', roles: ['rep'] })
  const manager = app.person({ name: '主管', roles: ['rep'], superiorId: director.id })
  const rep = app.person({ superiorId: manager.id })
  const finance = app.person({ roles: ['finance'] })
  const stranger = app.person()
  const { id } = await rep.api.customers.create({ name: '德力' })
  const day = '2026-12-31'
  const team = [{ personId: stranger.id, level: 'write' as const }]
  await rep.api.customers.setTeam({ id, version: 1, team })
  const shares = [{ personId: finance.id, level: 'write' as const, untilOn: day }]
  await rep.api.sharing.set({ customerId: id, version: 2, shares })
  const why = async (personId: number) => (await app.owner.api.sharing.why({ customerId: id, personId })).reasons
  expect(await why(rep.id)).toEqual([{ kind: 'owner', level: 'write' }])
  expect(await why(director.id)).toEqual([{ kind: 'below', level: 'read', chain: [rep.id, manager.id, director.id] }])
  expect(await why(finance.id)).toEqual([
    { kind: 'office', level: 'read', roleId: expect.any(Number), scope: 'all' },
    // finance has no right to change customers, so the share cannot give more than sight
    { kind: 'share', level: 'read', untilOn: day },
  ])
  expect(await why(stranger.id)).toEqual([{ kind: 'team', level: 'write', untilOn: null }])
  expect(await why(app.person().id)).toEqual([])
  const { viewers } = await rep.api.sharing.viewers({ customerId: id })
  expect(viewers.map((viewer) => viewer.personId).sort()).toEqual(
    [app.owner.id, director.id, manager.id, rep.id, finance.id, stranger.id].sort(),
  )
})

it('which role it is stays between those who may know of roles', async () => {
  const rep = app.person()
  const finance = app.person({ roles: ['finance'] })
  const { id } = await rep.api.customers.create({ name: '德力' })
  expect((await rep.api.sharing.why({ customerId: id, personId: finance.id })).reasons).toEqual([
    { kind: 'office', level: 'read' },
  ])
})

it('of a customer one does not see nothing is said', async () => {
  const [rep, stranger] = [app.person(), app.person()]
  const { id } = await rep.api.customers.create({ name: '德力' })
  const { sharing } = stranger.api
  for (const call of [
    sharing.list({ customerId: id }),
    sharing.why({ customerId: id, personId: stranger.id }),
    sharing.viewers({ customerId: id }),
  ])
    await expect(call).rejects.toMatchObject({ code: 'notFound' })
})

it('sets team and shares in one step that one undo takes back, or neither', async () => {
  const [rep, mate, friend] = [app.person(), app.person(), app.person()]
  const { id } = await rep.api.customers.create({ name: '德力' })
  const shares = [{ personId: friend.id, level: 'read' as const, untilOn: null }]
  const team = [{ personId: mate.id, level: 'write' as const }]
  await expect(mate.api.sharing.set({ customerId: id, version: 1, shares, team })).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(
    rep.api.sharing.set({
      customerId: id,
      version: 1,
      team,
      shares: [{ personId: 999, level: 'read', untilOn: null }],
    }),
  ).rejects.toMatchObject({ code: 'invalid' })
  expect((await rep.api.customers.overview({ id })).team).toEqual([])
  await rep.api.sharing.set({ customerId: id, version: 1, shares, team })
  expect((await rep.api.customers.overview({ id })).team).toEqual(team)
  expect((await rep.api.sharing.list({ customerId: id })).shares).toEqual(shares)
  await rep.api.changeSets.undo({ id: rep.lastChangeSet()! })
  expect((await rep.api.customers.overview({ id })).team).toEqual([])
  expect((await rep.api.sharing.list({ customerId: id })).shares).toEqual([])
})
