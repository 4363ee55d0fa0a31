import { expect, test } from 'vitest'
import { purgeRecycleBin } from '@main/features/recycleBin/purge'
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

const scanned = async (app: TestApp): Promise<Record<string, unknown> | null> =>
  finished(app, (await app.owner.api.duplicates.scan({})).jobId)

async function finished(app: TestApp, jobId: number): Promise<Record<string, unknown> | null> {
  for (;;) {
    const job = await app.owner.api.jobs.read({ id: jobId })
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

test('the history of both is read at the one that stays, also when the bin has been emptied, and the merge still undone', async () => {
  const app = openTestApp()
  const [rep, colleague] = [app.person(), app.person()]
  const { keep, gone } = await twoOf(rep)
  await rep.api.customers.star({ id: gone.id, starred: true })
  const { version } = await rep.api.customers.read({ id: gone.id })
  const named = await rep.api.customers.update({ id: gone.id, version, changes: { note: '要专票' } })
  const { changeSetId } = await rep.api.duplicates.merge({
    keepId: keep.id,
    keepVersion: (await rep.api.customers.read({ id: keep.id })).version,
    goneId: gone.id,
    goneVersion: named.version,
  })
  expect(
    (await rep.api.customers.list({ filter: { field: 'starred', operator: 'is', value: true } })).rows,
  ).toHaveLength(1)
  app.clock.pass(40 * 86_400_000)
  app.host.db.exec(`UPDATE sessions SET expires_at = ${app.clock.now + 86_400_000}, last_seen_at = ${app.clock.now}`)
  await purgeRecycleBin(app.host, new AbortController().signal)
  expect((await rep.api.recycleBin.list({})).total).toBe(0)
  const { rows } = await rep.api.customers.history({ id: keep.id })
  expect(rows.filter(({ ofId }) => ofId === gone.id).map(({ fields }) => fields['note']?.after)).toContain('要专票')
  await expect(colleague.api.customers.history({ id: keep.id })).rejects.toMatchObject({ code: 'notFound' })
  await app.owner.api.changeSets.undo({ id: changeSetId })
  expect((await rep.api.customers.read({ id: gone.id })).note).toBe('要专票')
  const starred = await rep.api.customers.list({ filter: { field: 'starred', operator: 'is', value: true } })
  expect(starred.rows.map(({ id }) => id)).toEqual([gone.id])
  expect((await rep.api.customers.history({ id: keep.id })).rows.every(({ ofId }) => ofId === null)).toBe(true)
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

test('a large customer is merged and taken apart again: the times are printed', { timeout: 120_000 }, async () => {
  const app = openTestApp()
  const { api } = app.owner
  const keep = await api.customers.create({ name: '苏州德力信息技术有限公司' })
  const gone = await api.customers.create({ name: '苏州德力', despiteDuplicates: true })
  const many = (table: string, columns: string, values: string, n: number): void =>
    void app.host.db
      .prepare(
        `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${n})
         INSERT INTO ${table} (created_at, updated_at, created_by_id, ${columns}) SELECT 0, 0, 1, ${values} FROM n`,
      )
      .run()
  const size = { contacts: 200, followUps: 2000, attachments: 100 }
  many('contacts', 'customer_id, name', `${gone.id}, '联系人' || i`, size.contacts)
  many(
    'follow_ups',
    'customer_id, way, content, followed_at, person_id',
    `${gone.id}, 'call', '说了' || i, i, 1`,
    size.followUps,
  )
  many(
    'attachments',
    'name, entity, record_id, size, hash, person_id',
    `'图' || i || '.png', 'customers', ${gone.id}, 1, 'x' || i, 1`,
    size.attachments,
  )
  const began = performance.now()
  const { moved, changeSetId } = await api.duplicates.merge({
    keepId: keep.id,
    keepVersion: keep.version,
    goneId: gone.id,
    goneVersion: gone.version,
  })
  const merged = performance.now()
  expect(moved).toBe(2300)
  expect((await finished(app, (await api.changeSets.undoLarge({ id: changeSetId })).jobId))?.['summary']).toMatchObject(
    { skipped: 0 },
  )
  const back = performance.now()
  process.stdout.write(
    `2 300 records: merged in ${Math.round(merged - began)} ms, undone in ${Math.round(back - merged)} ms\n`,
  )
  expect(
    (await api.contacts.list({ filter: { field: 'customerId', operator: 'is', value: gone.id } })).rows.length,
  ).toBeGreaterThan(0)
  await app.close()
})
