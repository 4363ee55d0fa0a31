// That a long import leaves room for others: the size of its pieces, and the copy made before it.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, vi } from 'vitest'
import { startOffice } from '@main/host/office'
import { callerOf, openTestApp, type TestPerson } from '../../support/app'
import { importTable } from '../../support/importing'
import { tempFolder } from '../../reliability/parts/office'

const companies = (count: number): string =>
  ['客户名称,电话', ...Array.from({ length: count }, (_, i) => `第${i}号公司,021-${55_550_000 + i}`)].join('\n')

it('is written in pieces that grow and shrink with the time they take, each audited, all in one set', async () => {
  const app = openTestApp()
  const result = await importTable(app.owner, companies(2500))
  expect(result).toMatchObject({ createdCustomers: 2500, stopped: null })
  const rows = app.host.db
    .prepare(`SELECT detail, change_set_id setId FROM audit_log WHERE path = 'importExport.writeChunk' ORDER BY id`)
    .all() as { detail: string; setId: number }[]
  const sizes = rows.map(({ detail }) => (JSON.parse(detail) as { rows: number }).rows)
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(2500)
  expect(Math.max(...sizes)).toBeLessThanOrEqual(500)
  expect(new Set(sizes).size).toBeGreaterThan(2)
  expect(new Set(rows.map(({ setId }) => setId))).toEqual(new Set([result.changeSetId]))
  await app.close()
})

it('leaves rows that take long for the next piece, and loses none', async () => {
  const app = openTestApp()
  let now = performance.now()
  // each look at the clock finds 10 ms gone
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => (now += 10))
  const result = await importTable(app.owner, companies(40)).finally(() => clock.mockRestore())
  expect(result).toMatchObject({ createdCustomers: 40, stopped: null })
  const rows = app.host.db
    .prepare<[], { rows: number }>(
      `SELECT json_extract(detail, '$.rows') rows FROM audit_log WHERE path = 'importExport.writeChunk'`,
    )
    .all()
  // fewer than the three that are always tried
  expect(Math.max(...rows.map((one) => one.rows))).toBe(2)
  expect(rows.reduce((sum, one) => sum + one.rows, 0)).toBe(40)
  await app.close()
})

it('is found by its search words at once, a row of several records too', async () => {
  const app = openTestApp()
  await importTable(app.owner, '客户名称,联系人,手机\n苏州德力,王五,13800138000\n苏州德力,赵六,13900139000')
  for (const text of ['szdl', '德力', '13900139'])
    expect((await app.owner.api.search.find({ text })).hits.length).toBeGreaterThan(0)
  await app.close()
})

it('is preceded by a checked copy of the whole when it is large', { timeout: 60_000 }, async () => {
  const dataDir = tempFolder('before-import')
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const migrationsDir = join(import.meta.dirname, '../../../migrations')
  const start = await startOffice({ dataDir, migrationsDir, log, passwordCost: 2, anyPlace: true })
  if (start.state !== 'open') throw new Error(start.state)
  const boss = callerOf(start.office.host, null)
  await boss.api.auth.setUp({ company: '上海', name: '老板', login: 'boss', password: 'correct horse' })
  const { personId } = await boss.api.auth.session({})
  const person: TestPerson = { id: personId ?? 0, ...boss }
  const copies = async () => (await boss.api.backup.list({})).rows.filter(({ reason }) => reason === 'beforeImport')
  await importTable(person, companies(499))
  expect(await copies()).toEqual([])
  await importTable(person, companies(700))
  expect(await copies()).toMatchObject([{ counts: { customers: 499 } }])
  await start.office.stop()
  rmSync(dataDir, { recursive: true, force: true })
})
