// The pool: customers without an owner, taken and given by rights of their own, under caps.
import { expect, test } from 'vitest'
import { app, chen, customer, inPool, later, ownerOf, set, zhou } from './poolOffice'

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
  expect((await lead.api.pool.status({})).assignTo?.sort()).toEqual([lead.id, mine.id].sort())
  expect((await zhou.api.pool.status({})).assignTo).toEqual([])
  expect((await app.owner.api.pool.status({})).assignTo).toBeNull()
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
