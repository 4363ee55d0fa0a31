// Dated lists of customers by type: who stood there, who came, who left.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeMonthly } from '@main/features/periodicLists/making'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import { finished } from '../../support/importing'

let app: TestApp
let rep: TestPerson
beforeEach(() => {
  app = openTestApp()
  rep = app.person()
})
afterEach(() => app.close())

async function make(): Promise<number> {
  const { jobId } = await app.owner.api.periodicLists.make({})
  return Number((await finished(app.owner, jobId)).result?.['id'])
}
const customer = async (name: string, type: 'potential' | 'won' | 'lost', by = rep): Promise<number> =>
  (await by.api.customers.create({ name, type })).id
const retype = async (id: number, type: 'potential' | 'target' | 'won'): Promise<unknown> =>
  app.owner.api.customers.update({
    id,
    version: (await app.owner.api.customers.read({ id })).version,
    changes: { type },
  })

test('counts each type, and against the list before who came and who left', async () => {
  const [one] = [await customer('一', 'potential'), await customer('二', 'potential'), await customer('失', 'lost')]
  const first = await make()
  expect(await rep.api.periodicLists.read({ id: first })).toMatchObject({ compared: null })
  await retype(one, 'won')
  await customer('三', 'potential')
  const second = await make()
  const { types, compared } = await rep.api.periodicLists.read({ id: second })
  expect(compared?.id).toBe(first)
  expect(types.filter(({ count, left }) => count + left > 0)).toEqual([
    { type: 'potential', count: 2, before: 2, entered: 1, left: 1 },
    { type: 'won', count: 1, before: 0, entered: 1, left: 0 },
  ])
})

test('every figure opens the customers it counts, with where they came from', async () => {
  const id = await customer('一', 'potential')
  await make()
  await retype(id, 'won')
  const second = await make()
  const open = (type: 'potential' | 'won', which: 'all' | 'before' | 'entered' | 'left') =>
    rep.api.periodicLists.members({ id: second, type, which })
  expect((await open('won', 'entered')).rows).toMatchObject([
    { customerId: id, customerName: '一', otherType: 'potential' },
  ])
  expect((await open('potential', 'left')).rows).toMatchObject([{ customerId: id, otherType: 'won' }])
  expect((await open('potential', 'all')).rows).toEqual([])
  // every figure opens as many as it counts
  const { types } = await rep.api.periodicLists.read({ id: second })
  for (const { type, count, before, entered, left } of types)
    for (const [which, n] of Object.entries({ all: count, before, entered, left }))
      expect((await rep.api.periodicLists.members({ id: second, type, which: which as 'all' })).rows).toHaveLength(n)
})

test('the paper tells of those who came and left where from and where to', async () => {
  const [one, gone] = [await customer('一公司', 'potential'), await customer('二公司', 'potential')]
  await make()
  await retype(one, 'won')
  await app.owner.api.customers.archive({
    id: gone,
    version: (await app.owner.api.customers.read({ id: gone })).version,
  })
  const id = await make()
  const paperOf = async (type: 'potential' | 'won') =>
    (await app.owner.api.periodicLists.print({ id, type, language: 'zh-CN' })).html
  const left = await paperOf('potential')
  expect(left).toContain('>之后是</th>')
  expect(left).toMatch(/一公司.*>成交<.*二公司.*>不在名单上</)
  const came = await paperOf('won')
  expect(came).toContain('>之前是</th>')
  expect(came).toMatch(/一公司.*>潜在</)
})

test('all five come on one paper, each from a new page under its own title, counted by their customers', async () => {
  await customer('一公司', 'potential')
  await customer('二公司', 'won')
  await customer('三公司', 'won')
  const id = await make()
  const { title, html } = await app.owner.api.periodicLists.print({ id, language: 'zh-CN' })
  expect(title).toBe('定期名单')
  expect([...html.matchAll(/<h1>(.*?)<\/h1>/g)].map(([, told]) => told)).toEqual([
    '潜在客户名单',
    '目标客户名单',
    '准客户名单',
    '成交客户名单',
    '忠诚客户名单',
  ])
  expect(html.match(/<div class="break">/g)).toHaveLength(4)
  expect(app.host.db.prepare(`SELECT sum(count) FROM daily_volumes WHERE kind = 'print'`).pluck().get()).toBe(3)
})

test('any two lists can be compared; who came and left between counts once', async () => {
  const id = await customer('一', 'potential')
  const first = await make()
  await retype(id, 'won')
  await make()
  await retype(id, 'potential')
  const third = await make()
  const { types } = await rep.api.periodicLists.read({ id: third, compareId: first })
  expect(types[0]).toEqual({ type: 'potential', count: 1, before: 1, entered: 0, left: 0 })
  await expect(rep.api.periodicLists.read({ id: first, compareId: third })).rejects.toMatchObject({ code: 'invalid' })
})

test('everybody counts only what they see', async () => {
  const other = app.person()
  await customer('一', 'potential')
  await customer('二', 'potential', other)
  const id = await make()
  expect((await rep.api.periodicLists.read({ id })).types[0]?.count).toBe(1)
  expect((await app.owner.api.periodicLists.read({ id })).types[0]?.count).toBe(2)
  expect((await other.api.periodicLists.members({ id, type: 'potential', which: 'all' })).rows).toMatchObject([
    { customerName: '二' },
  ])
  const service = app.person({ roles: ['service'] })
  await expect(service.api.periodicLists.read({ id })).rejects.toMatchObject({ code: 'forbidden' })
})

test('an archived customer stays on the lists of its time', async () => {
  const id = await customer('一', 'potential')
  const first = await make()
  await rep.api.customers.archive({ id, version: 1 })
  const second = await make()
  expect((await rep.api.periodicLists.members({ id: first, type: 'potential', which: 'all' })).rows).toMatchObject([
    { customerId: id, alive: false },
  ])
  expect((await rep.api.periodicLists.read({ id: second })).types[0]).toMatchObject({ count: 0, left: 1 })
})

test('pages go on where the one before ended', async () => {
  for (const name of ['一', '二', '三']) await customer(name, 'won')
  const id = await make()
  const page = { id, type: 'won' as const, which: 'all' as const, limit: 2 }
  const first = await rep.api.periodicLists.members(page)
  expect(first.rows.map((row) => row.customerName)).toEqual(['一', '二'])
  const second = await rep.api.periodicLists.members({ ...page, after: first.next ?? 0 })
  expect(second).toMatchObject({ rows: [{ customerName: '三' }], next: null })
})

test('is made once a month by itself, and by nobody without the right', async () => {
  const night = (): Promise<number | null> => makeMonthly(app.host, new AbortController().signal)
  // nothing to list in an office without customers
  expect(await night()).toBeNull()
  await customer('一', 'won')
  expect([await night(), await night()]).toEqual([1, null])
  app.clock.pass(20 * 86_400_000)
  expect(await night()).toBe(2)
  await expect(rep.api.periodicLists.make({})).rejects.toMatchObject({ code: 'forbidden' })
  expect((await rep.api.periodicLists.list({})).rows.map((row) => row.madeOn)).toEqual(['2026-12-08', '2026-11-18'])
})
