import { expect, test } from 'vitest'
import { openTestApp, type TestPerson } from '../../support/app'

const customer = async ({ api }: TestPerson, name: string): Promise<number> =>
  (await api.customers.create({ name, despiteDuplicates: true })).id
const contact = async ({ api }: TestPerson, customerId: number, name: string): Promise<number> =>
  (await api.contacts.create({ customerId, name })).id
const tree = async ({ api }: TestPerson, id: number): Promise<unknown> =>
  (await api.ties.ofCustomer({ id })).group.map((node) => [node.id, node.parentId])

test('a group is shown from its top, whichever of its companies one looks at', async () => {
  const app = openTestApp()
  const rep = app.person()
  const [top, middle, low, aside] = [
    await customer(rep, '德力集团'),
    await customer(rep, '德力华东'),
    await customer(rep, '德力苏州'),
    await customer(rep, '德力华南'),
  ]
  await rep.api.ties.setParent({ customerId: low, parentId: middle })
  await rep.api.ties.setParent({ customerId: middle, parentId: top })
  await rep.api.ties.setParent({ customerId: aside, parentId: top })
  const whole = [
    [top, null],
    [middle, top],
    [aside, top],
    [low, middle],
  ]
  for (const id of [top, middle, low, aside]) expect(await tree(rep, id)).toEqual(whole)
  await rep.api.ties.setParent({ customerId: aside, parentId: null })
  expect(await tree(rep, aside)).toEqual([])
  await app.owner.api.changeSets.undo({ id: rep.lastChangeSet()! })
  expect(await tree(rep, aside)).toEqual(whole)
  await app.close()
})

test('nobody stands above themselves', async () => {
  const app = openTestApp()
  const rep = app.person()
  const [a, b, c] = [await customer(rep, '甲'), await customer(rep, '乙'), await customer(rep, '丙')]
  await rep.api.ties.setParent({ customerId: b, parentId: a })
  await rep.api.ties.setParent({ customerId: c, parentId: b })
  for (const parentId of [a, b, c])
    await expect(rep.api.ties.setParent({ customerId: a, parentId })).rejects.toMatchObject({
      details: { code: 'circle' },
    })
  await app.close()
})

test('what lies behind a customer out of sight is not told of', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const [mine, theirs, top] = [
    await customer(rep, '我的'),
    await customer(colleague, '别人的'),
    await customer(rep, '总部'),
  ]
  const { api } = app.owner
  await api.ties.setParent({ customerId: mine, parentId: theirs })
  await api.ties.setParent({ customerId: theirs, parentId: top })
  await api.ties.refer({ customerId: mine, by: 'customer', byId: theirs })
  const person = await contact(colleague, theirs, '王五')
  const own = await contact(rep, mine, '赵六')
  await api.ties.relate({ contactId: own, toContactId: person, kind: 'classmate' })
  const { id: tie, version } = (await api.ties.ofCustomer({ id: mine })).relations[0]!

  const seen = await rep.api.ties.ofCustomer({ id: mine })
  expect(seen).toMatchObject({ group: [], referrals: [], relations: [] })
  expect((await rep.api.ties.ofCustomer({ id: top })).group).toEqual([])
  expect((await colleague.api.ties.ofCustomer({ id: theirs })).referred).toEqual([])
  await expect(rep.api.ties.unrelate({ id: tie, version })).rejects.toMatchObject({ code: 'notFound' })
  // pointing there is refused as if it did not exist
  for (const parentId of [theirs, 99_999])
    await expect(rep.api.ties.setParent({ customerId: top, parentId })).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { parentId: 'reference' } },
    })
  await expect(rep.api.ties.relate({ contactId: own, toContactId: person, kind: 'friend' })).rejects.toMatchObject({
    code: 'invalid',
  })
  await expect(rep.api.ties.ofCustomer({ id: theirs })).rejects.toMatchObject({ code: 'notFound' })
  await app.close()
})

test('who referred a customer: a customer, a contact, a colleague; shown from both ends', async () => {
  const app = openTestApp()
  const rep = app.person()
  const [newOne, old] = [await customer(rep, '新客户'), await customer(rep, '老客户')]
  const boss = await contact(rep, old, '王总')
  await rep.api.ties.refer({ customerId: newOne, by: 'contact', byId: boss, note: '饭局' })
  await rep.api.ties.refer({ customerId: newOne, by: 'person', byId: app.owner.id })
  await rep.api.ties.refer({ customerId: newOne, by: 'customer', byId: old })
  await expect(rep.api.ties.refer({ customerId: newOne, by: 'customer', byId: old })).rejects.toMatchObject({
    details: { fields: { byId: 'exists' } },
  })
  await expect(rep.api.ties.refer({ customerId: newOne, by: 'customer', byId: newOne })).rejects.toMatchObject({
    code: 'invalid',
  })
  const { referrals } = await rep.api.ties.ofCustomer({ id: newOne })
  expect(referrals.map(({ by, byId, name }) => [by, byId, name])).toEqual([
    ['contact', boss, '王总'],
    ['person', app.owner.id, null],
    ['customer', old, '老客户'],
  ])
  expect((await rep.api.ties.ofCustomer({ id: old })).referred).toEqual([
    { id: newOne, name: '新客户', byName: null },
    { id: newOne, name: '新客户', byName: '王总' },
  ])
  const [first] = referrals
  await rep.api.ties.dropReferral({ id: first!.id, version: first!.version })
  expect((await rep.api.ties.ofCustomer({ id: newOne })).referrals).toHaveLength(2)
  await app.owner.api.changeSets.undo({ id: rep.lastChangeSet()! })
  expect((await rep.api.ties.ofCustomer({ id: newOne })).referrals).toHaveLength(3)
  await app.close()
})

test('relations of contacts are said once, from either end', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const id = await customer(rep, '德力')
  const [a, b] = [await contact(rep, id, '甲'), await contact(rep, id, '乙')]
  await rep.api.ties.relate({ contactId: a, toContactId: b, kind: 'spouse' })
  await expect(rep.api.ties.relate({ contactId: b, toContactId: a, kind: 'spouse' })).rejects.toMatchObject({
    details: { fields: { toContactId: 'exists' } },
  })
  await rep.api.ties.relate({ contactId: a, toContactId: b, kind: 'influences' })
  await rep.api.ties.relate({ contactId: b, toContactId: a, kind: 'influences' })
  await expect(rep.api.ties.relate({ contactId: a, toContactId: a, kind: 'other' })).rejects.toMatchObject({
    code: 'invalid',
  })
  const { relations, people } = await rep.api.ties.ofCustomer({ id })
  expect(relations.map(({ from, kind, to }) => [from.name, kind, to.name])).toEqual([
    ['甲', 'spouse', '乙'],
    ['甲', 'influences', '乙'],
    ['乙', 'influences', '甲'],
  ])
  expect(people.map(({ name }) => name)).toEqual(['甲', '乙'])
  const [first] = relations
  await expect(colleague.api.ties.unrelate({ id: first!.id, version: first!.version })).rejects.toMatchObject({
    code: 'notFound',
  })
  await rep.api.ties.unrelate({ id: first!.id, version: first!.version })
  expect((await rep.api.ties.ofCustomer({ id })).relations).toHaveLength(2)
  await expect(rep.api.recycleBin.list({})).resolves.toMatchObject({ rows: [{ entity: 'contactTies' }] })
  await app.close()
})

test('a merge takes ties along and leaves nobody tied to themselves', async () => {
  const app = openTestApp()
  const rep = app.person()
  const [keep, gone, child] = [
    await customer(rep, '德力'),
    await customer(rep, '德力公司'),
    await customer(rep, '德力分厂'),
  ]
  await rep.api.ties.setParent({ customerId: child, parentId: gone })
  await rep.api.ties.setParent({ customerId: keep, parentId: gone })
  const [k, g] = [await rep.api.customers.read({ id: keep }), await rep.api.customers.read({ id: gone })]
  const { changeSetId } = await rep.api.duplicates.merge({
    keepId: keep,
    keepVersion: k.version,
    goneId: gone,
    goneVersion: g.version,
  })
  expect(await tree(rep, keep)).toEqual([
    [keep, null],
    [child, keep],
  ])
  await rep.api.changeSets.undo({ id: changeSetId })
  expect(await tree(rep, keep)).toEqual([
    [gone, null],
    [keep, gone],
    [child, gone],
  ])
  await app.close()
})

test('a parent out of sight is kept, and changes nothing for whoever does not see it', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const theirs = await customer(colleague, '别人的')
  const told: unknown[] = []
  // two worlds, which differ only in what the rep does not see
  for (const hidden of [false, true]) {
    const [mine, top] = [await customer(rep, '我的'), await customer(rep, '总部')]
    if (hidden) {
      await app.owner.api.ties.setParent({ customerId: mine, parentId: theirs })
      await app.owner.api.ties.setParent({ customerId: theirs, parentId: mine + 1 })
    }
    const name = new Map([
      [mine, '我的'],
      [top, '总部'],
    ])
    const seen = async () =>
      (await rep.api.ties.ofCustomer({ id: mine })).group.map(({ id, parentId }) => [
        name.get(id),
        parentId && name.get(parentId),
      ])
    const steps: unknown[] = [await seen()]
    for (const parentId of [null, top, null]) {
      steps.push(await rep.api.ties.setParent({ customerId: mine, parentId }))
      steps.push(await seen())
    }
    // above its own top as far as the rep knows it: no circle in sight
    steps.push(await rep.api.ties.setParent({ customerId: top, parentId: mine }), await seen())
    told.push(steps)
    if (!hidden) continue
    expect(await tree(app.owner, mine)).toContainEqual([mine, theirs])
    // whoever sees both moves it away from both
    await rep.api.ties.setParent({ customerId: top, parentId: null })
    await rep.api.ties.setParent({ customerId: mine, parentId: top })
    await app.owner.api.ties.setParent({ customerId: mine, parentId: null })
    expect(await tree(app.owner, mine)).toEqual([])
  }
  expect(told[1]).toEqual(told[0])
  await app.close()
})
