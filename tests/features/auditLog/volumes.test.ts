import { expect, it } from 'vitest'
import type { Endpoint } from '@shared/api/endpoint'
import { api } from '@shared/api/index'
import { limitOf, ordinary, usualOf } from '@shared/features/auditLog/rules'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import { finished } from '../../support/importing'

const day = 86_400_000
const endpoints = Object.entries(api).flatMap(([room, ofRoom]) =>
  Object.entries(ofRoom).map(([name, endpoint]): [string, Endpoint] => [`${room}.${name}`, endpoint]),
)

const customers = (app: TestApp, n: number): void => {
  const insert = app.host.db.prepare(
    `INSERT INTO customers (created_at, updated_at, created_by_id, name, owner_id, type, level) VALUES (1, 1, 1, ?, ?, 'potential', 'normal')`,
  )
  for (let i = 0; i < n; i++) insert.run(`客户${i}`, app.owner.id)
}
const told = async (person: TestPerson) =>
  (await person.api.notifications.list({})).rows
    .filter(({ kind }) => kind === 'volumeWarning')
    .map(({ personId, params }) => ({ personId, ...params }))

async function takeOut(person: TestPerson): Promise<void> {
  const { jobId } = await person.api.importExport.export({
    list: 'customers',
    format: 'csv',
    columns: ['name'],
    language: 'zh-CN',
  })
  await finished(person, jobId)
}

it('an export far beyond the usual is told to owner and admin, once, and stands on the page', async () => {
  const app = openTestApp()
  const [admin, finance, rep] = [app.person({ roles: ['admin'] }), app.person({ roles: ['finance'] }), app.person()]
  customers(app, ordinary.export - 1)
  await takeOut(finance)
  expect(await told(app.owner)).toEqual([])
  expect(await app.owner.api.auditLog.unusual({})).toEqual({ rows: [] })
  await takeOut(finance)
  await takeOut(finance)
  const warning = { personId: finance.id, n: 2 * (ordinary.export - 1), what: 'export' }
  expect(await told(app.owner)).toEqual([warning])
  expect(await told(admin)).toEqual([warning])
  for (const other of [finance, rep]) expect(await told(other)).toEqual([])
  expect((await admin.api.auditLog.unusual({})).rows).toEqual([
    { personId: finance.id, on: '2026-11-18', kind: 'export', count: 3 * (ordinary.export - 1), usual: 0 },
  ])
  await app.close()
})

it('what somebody does every day is usual for them', async () => {
  const app = openTestApp()
  const finance = app.person({ roles: ['finance'] })
  customers(app, 900)
  const insert = app.host.db.prepare('INSERT INTO daily_volumes VALUES (?, ?, ?, ?)')
  for (const on of ['2026-11-10', '2026-11-11', '2026-11-12']) insert.run(finance.id, on, 'export', 900)
  await takeOut(finance)
  await takeOut(finance)
  expect(await told(app.owner)).toEqual([])
  await takeOut(finance)
  await takeOut(finance)
  expect(await told(app.owner)).toEqual([{ personId: finance.id, n: 3600, what: 'export' }])
  await app.close()
})

it('customers opened are counted once a day each, without a write for a read', async () => {
  const app = openTestApp()
  const rep = app.person({ roles: ['finance'] })
  customers(app, ordinary.view + 10)
  const open = async (from: number, to: number) => {
    for (let id = from; id <= to; id++) await rep.api.customers.overview({ id })
  }
  const written = () => app.host.db.prepare('SELECT "on", count FROM daily_volumes').all()
  await open(1, ordinary.view)
  expect(written()).toEqual([])
  app.host.services.volumes.flush(app.host)
  await open(1, ordinary.view)
  app.host.services.volumes.flush(app.host)
  expect(written()).toEqual([{ on: '2026-11-18', count: ordinary.view }])
  expect(await told(app.owner)).toEqual([])
  await open(ordinary.view + 1, ordinary.view + 1)
  app.host.services.volumes.flush(app.host)
  expect(await told(app.owner)).toEqual([{ personId: rep.id, n: ordinary.view + 1, what: 'view' }])
  app.clock.pass(day / 4)
  await open(1, 1)
  app.clock.pass(day / 4)
  await expect(rep.api.customers.overview({ id: 99_999 })).rejects.toMatchObject({ code: 'notFound' })
  app.host.services.volumes.flush(app.host)
  expect(written()).toEqual([{ on: '2026-11-18', count: ordinary.view + 1 }])
  await app.close()
})

it('only who reads the whole log hears of it', async () => {
  const app = openTestApp()
  for (const role of ['manager', 'rep', 'finance'] as const)
    await expect(app.person({ roles: [role] }).api.auditLog.unusual({})).rejects.toMatchObject({ code: 'forbidden' })
  await app.close()
})

it('a usual day is the middle one, and a first day has no custom', () => {
  expect([usualOf([]), usualOf([7]), usualOf([1, 900, 3]), usualOf([1, 2, 3, 900])]).toEqual([0, 7, 3, 2])
  expect(limitOf('print', 5)).toBe(ordinary.print)
  expect(limitOf('print', 40)).toBe(120)
})

it('every endpoint that prints or exports records counts, and what counts as viewing names the record', () => {
  const takes = endpoints.filter(
    ([path, { permission, kind }]) =>
      kind !== 'query' && (/\.(?:print|export)$/.test(permission) || path.endsWith('.export')),
  )
  expect(takes.map(([path]) => path)).toContain('importExport.export')
  expect(takes.filter(([, { volume }]) => !volume || volume === 'view').map(([path]) => path)).toEqual([])
  for (const [, { input }] of endpoints.filter(([, { volume }]) => volume === 'view'))
    expect(input.safeParse({ id: 1 }).success).toBe(true)
})

it('a paper looked at in another template is counted once, and logged each time', async () => {
  const app = openTestApp()
  customers(app, 3)
  const finance = app.person({ roles: ['finance'] })
  const print = (order: object = {}) =>
    finance.api.customers.printList({ language: 'zh-CN', columns: ['name'], title: '客户', told: '', ...order })
  const counted = () => app.host.db.prepare(`SELECT sum(count) FROM daily_volumes WHERE kind = 'print'`).pluck().get()
  await print()
  await print({ templateId: null })
  await print({ language: 'en' })
  expect(counted()).toBe(3)
  expect((await app.owner.api.auditLog.list({ kind: 'print' })).rows).toHaveLength(3)
  await print({ columns: ['name', 'phone'] })
  expect(counted()).toBe(6)
  app.clock.pass(3_600_000)
  await print()
  expect(counted()).toBe(9)
  await app.close()
})
