import { expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

async function twoOf({ api }: TestPerson) {
  const keep = await api.customers.create({ name: '苏州德力信息技术有限公司', phone: '0512-62880000', tags: ['老'] })
  const gone = await api.customers.create({
    name: '蘇州德力信息技術',
    phone: '13800138000',
    level: 'key',
    industry: '软件',
    note: '要发票',
    tags: ['新'],
    despiteDuplicates: true,
  })
  const boss = await api.contacts.create({ customerId: gone.id, name: '王总', phone: '13900000001' })
  const clerk = await api.contacts.create({ customerId: gone.id, name: '小李', superiorId: boss.id })
  const said = await api.followUps.create({ customerId: gone.id, contactId: clerk.id, way: 'call', content: '报价' })
  return { keep, gone, boss, clerk, said }
}

const scanned = async (app: TestApp, person: TestPerson = app.owner): Promise<Record<string, unknown> | null> => {
  const { jobId } = await person.api.duplicates.scan({})
  for (;;) {
    const job = await person.api.jobs.read({ id: jobId })
    if (job.state !== 'running') return job.result
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}

test('the scan ranks pairs with their reasons; each sees those of which both are in sight', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const { keep, gone } = await twoOf(rep)
  const theirs = await colleague.api.customers.create({ name: '德力信息技术有限公司' })
  expect(await scanned(app)).toMatchObject({ customers: 3, pairs: 3 })
  const all = await app.owner.api.duplicates.list({})
  expect(all.rows.map(({ first, second, reasons }) => [first.id, second.id, ...reasons])).toEqual([
    [keep.id, gone.id, 'sameName'],
    [keep.id, theirs.id, 'placeMissing'],
    [gone.id, theirs.id, 'placeMissing'],
  ])
  expect((await rep.api.duplicates.list({})).rows.map(({ second }) => second.id)).toEqual([gone.id])
  expect((await colleague.api.duplicates.list({})).total).toBe(0)
  await expect(rep.api.duplicates.scan({})).rejects.toMatchObject({ code: 'forbidden' })
  await app.close()
})

test('a pair said to be two stays so after the next scan, and can be taken back', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  await twoOf(rep)
  await scanned(app)
  const [pair] = (await rep.api.duplicates.list({})).rows
  await expect(colleague.api.duplicates.dismiss({ id: pair!.id, dismissed: true })).rejects.toMatchObject({
    code: 'notFound',
  })
  await rep.api.duplicates.dismiss({ id: pair!.id, dismissed: true })
  app.clock.pass(60_000)
  await scanned(app)
  expect((await rep.api.duplicates.list({})).total).toBe(0)
  expect((await rep.api.duplicates.list({ dismissed: true })).total).toBe(1)
  await rep.api.duplicates.dismiss({ id: pair!.id, dismissed: false })
  expect((await rep.api.duplicates.list({})).total).toBe(1)
  await app.close()
})

test('a merge takes everything along in one change set, and its undo brings everything back', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const { keep, gone, boss, clerk, said } = await twoOf(rep)
  await app.owner.api.sharing.set({
    customerId: gone.id,
    version: (await rep.api.customers.read({ id: gone.id })).version,
    shares: [{ personId: colleague.id, level: 'read', untilOn: null }],
  })
  const before = [keep.id, gone.id].map((id) => app.owner.api.customers.overview({ id }))
  const [keepBefore, goneBefore] = await Promise.all(before)
  const seen = await rep.api.duplicates.compare({ keepId: keep.id, goneId: gone.id })
  expect(seen).toMatchObject({ reasons: ['sameName'], moves: { contacts: 2, followUps: 1 } })

  const { customer, moved, changeSetId } = await rep.api.duplicates.merge({
    keepId: keep.id,
    keepVersion: seen.keep.version,
    goneId: gone.id,
    goneVersion: seen.gone.version,
    choices: { level: 'gone' },
  })
  expect(moved).toBe(3)
  expect(customer).toMatchObject({
    name: '苏州德力信息技术有限公司',
    phone: '0512-62880000',
    otherPhones: '13800138000',
    level: 'key',
    industry: '软件',
    note: '要发票',
    tags: ['老', '新'],
    contactCount: 2,
    followUpCount: 1,
    lastFollowUp: '报价',
  })
  expect(await rep.api.contacts.read({ id: clerk.id })).toMatchObject({ customerId: keep.id, superiorId: boss.id })
  expect(await rep.api.followUps.read({ id: said.id })).toMatchObject({ customerId: keep.id, contactId: clerk.id })
  await expect(rep.api.customers.read({ id: gone.id })).rejects.toMatchObject({ code: 'notFound' })
  expect(await rep.api.duplicates.mergedInto({ id: gone.id })).toEqual({ intoId: keep.id })
  expect((await colleague.api.customers.read({ id: keep.id })).id).toBe(keep.id)
  expect((await rep.api.recycleBin.list({})).rows).toMatchObject([{ entity: 'customers', id: gone.id }])
  expect((await rep.api.duplicates.check({ customer: { phone: '13800138000' } })).matches).toMatchObject([
    { id: keep.id },
  ])

  const planned = await rep.api.changeSets.preview({ id: changeSetId })
  const { summary } = await app.owner.api.changeSets.undo({ id: changeSetId })
  expect(planned.skipped).toBe(0)
  expect(summary.skipped).toBe(0)
  const volatile = { version: 0, updatedAt: 0 }
  const bare = (whole: typeof keepBefore): unknown => ({
    ...whole!.customer,
    ...volatile,
    contacts: whole!.contacts.map((one) => ({ ...one, ...volatile })),
    next: whole!.next?.id,
    counts: whole!.counts,
    team: whole!.team,
  })
  expect(bare(await app.owner.api.customers.overview({ id: keep.id }))).toEqual(bare(keepBefore))
  expect(bare(await app.owner.api.customers.overview({ id: gone.id }))).toEqual(bare(goneBefore))
  expect(await rep.api.followUps.read({ id: said.id })).toMatchObject({ customerId: gone.id, contactId: clerk.id })
  expect(await rep.api.duplicates.mergedInto({ id: gone.id })).toEqual({ intoId: null })
  await expect(colleague.api.customers.read({ id: keep.id })).rejects.toMatchObject({ code: 'notFound' })
  await app.close()
})

test('both must be one s own to change, and all fields seen', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const { keep, gone } = await twoOf(rep)
  const theirs = await colleague.api.customers.create({ name: '德力' })
  const versions = { keepVersion: keep.version, goneVersion: 1 }
  await expect(rep.api.duplicates.merge({ keepId: keep.id, goneId: theirs.id, ...versions })).rejects.toMatchObject({
    code: 'notFound',
  })
  await expect(rep.api.duplicates.compare({ keepId: keep.id, goneId: keep.id })).rejects.toMatchObject({
    code: 'invalid',
  })
  const stale = { keepId: keep.id, keepVersion: 99, goneId: gone.id, goneVersion: 1 }
  await expect(rep.api.duplicates.merge(stale)).rejects.toMatchObject({ code: 'conflict' })
  const all = {
    'customers.view': 'all',
    'customers.update': 'all',
    'customers.archive': 'all',
    'duplicates.merge': 'all',
  } as const
  const limited = app.person({ roleIds: [app.role(all, { customers: { pastAmount: 'hidden' } })] })
  await expect(limited.api.duplicates.compare({ keepId: keep.id, goneId: gone.id })).rejects.toMatchObject({
    details: { code: 'mergeNeedsAllFields' },
  })
  await app.close()
})

test('a customer that takes over another shows it no more as a duplicate', async () => {
  const app = openTestApp()
  const { keep, gone } = await twoOf(app.owner)
  await scanned(app)
  const { version } = await app.owner.api.customers.read({ id: gone.id })
  await app.owner.api.duplicates.merge({
    keepId: keep.id,
    keepVersion: keep.version,
    goneId: gone.id,
    goneVersion: version,
  })
  expect((await app.owner.api.duplicates.list({})).total).toBe(0)
  await app.close()
})
