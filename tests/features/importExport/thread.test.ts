import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { Worker } from 'node:worker_threads'
import type { ChangeEvent } from '@shared/api/events'
import { openTestApp, type TestApp } from '../../support/app'
import { finished, importTable, proposed } from '../../support/importing'

// An office in a file writes its imports in a thread of its own.
let folder: string
let app: TestApp
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhike-thread-test-'))
  app = openTestApp({ file: join(folder, 'zhike.db') })
})
afterEach(async () => {
  if (app.host.db.open) await app.close()
  rmSync(folder, { recursive: true, force: true })
})

const rowsOf = (count: number): string =>
  [
    '客户名称,联系人,电话,跟进内容',
    ...Array.from({ length: count }, (_, i) => `第${i}号公司,王${i},1380000${String(i).padStart(4, '0')},谈了价格${i}`),
  ].join('\n')

const begin = async (rows: number): Promise<number> =>
  (await app.owner.api.importExport.run(await proposed(app.owner, rowsOf(rows)))).jobId

const customers = async (): Promise<number> => (await app.owner.api.customers.count({})).value
const until = async (done: () => Promise<boolean>): Promise<void> => {
  while (!(await done())) await new Promise((resolve) => setTimeout(resolve, 1))
}

it('brings in the same as in memory, searchable, in one change set with one undo', async () => {
  const memory = openTestApp()
  const [here, there] = [await importTable(app.owner, rowsOf(60)), await importTable(memory.owner, rowsOf(60))]
  await memory.close()
  expect({ ...here, changeSetId: 0 }).toEqual({ ...there, changeSetId: 0 })
  expect(here).toMatchObject({ createdCustomers: 60, createdContacts: 60, createdFollowUps: 60, refused: 0 })
  const found = await app.owner.api.search.find({ text: '第33号' })
  expect(JSON.stringify(found)).toContain('第33号公司')
  await app.owner.api.changeSets.undo({ id: here.changeSetId! })
  expect(await customers()).toBe(0)
})

it('updates what the office has and says what it refused, as in memory', async () => {
  const rep = app.person({ roles: ['rep'] })
  await rep.api.customers.create({ name: '第1号公司', phone: '02155550001' })
  const other = app.person({ roles: ['rep'] })
  const result = await importTable(other, '客户名称,电话\n第1号公司,13900000000\n第2号公司,13900000001\n,13900000002')
  expect(result).toMatchObject({ createdCustomers: 1, refused: 2, refusedBy: { notYours: 1 } })
  expect(result.errorFile).not.toBeNull()
})

it('tells listeners what it wrote', async () => {
  const heard: ChangeEvent[] = []
  app.host.services.publisher.add({
    sessionId: 0,
    visible: (_, ids) => ids,
    send: (event) => void heard.push(event),
    end: () => undefined,
  })
  await importTable(app.owner, rowsOf(30))
  expect(new Set(heard.map(({ entity }) => entity))).toContain('customers')
  expect(heard.filter(({ entity }) => entity === 'customers').flatMap(({ ids }) => ids ?? [])).toContain(1)
})

it('stops when called off; what it says it wrote is there', async () => {
  const jobId = await begin(4000)
  await until(async () => (await customers()) >= 20)
  await app.owner.api.jobs.cancel({ id: jobId })
  const { result } = await finished(app.owner, jobId)
  expect(result).toMatchObject({ stopped: 'cancelled' })
  const value = await customers()
  expect(value).toBe(result!['createdCustomers'])
  expect(value).toBeLessThan(4000)
})

it('ends with the session that began it', async () => {
  const jobId = await begin(4000)
  await until(async () => (await customers()) >= 20)
  app.host.db.prepare('DELETE FROM sessions WHERE person_id = ?').run(app.owner.id)
  const job = () => app.host.services.jobs.read(jobId, app.owner.id)
  await until(async () => job().state !== 'running')
  expect(job().result).toMatchObject({ stopped: 'signedOut' })
  const row = app.host.db.prepare('SELECT count(*) n FROM customers').get()
  expect(row).toEqual({ n: job().result!['createdCustomers'] })
})

it('stops when the right to create is taken away meanwhile', async () => {
  const jobId = await begin(4000)
  await until(async () => (await customers()) >= 20)
  app.host.db.prepare(`UPDATE people SET role_ids = '[]' WHERE id = ?`).run(app.owner.id)
  app.host.services.rights.forget()
  const job = () => app.host.services.jobs.read(jobId, app.owner.id)
  await until(async () => job().state !== 'running')
  expect(job().result!['createdCustomers']).toBeLessThan(4000)
})

it('lets others write between its pieces, and serves reads at any time', async () => {
  const jobId = await begin(1200)
  await until(async () => (await customers()) >= 20)
  const mine = []
  for (let i = 0; i < 10; i++)
    mine.push(await app.owner.api.customers.create({ name: `自己写的${i}`, phone: `021${i}` }))
  expect((await app.owner.api.jobs.read({ id: jobId })).state).toBe('running')
  const { result } = await finished(app.owner, jobId)
  expect(result).toMatchObject({ stopped: null, createdCustomers: 1200 })
  expect(new Set(mine.map(({ id }) => id)).size).toBe(10)
  expect(await customers()).toBe(1210)
})

it('says why it stopped when its thread dies, and what is written can be undone', async () => {
  const terminate = Worker.prototype.terminate
  const threads = new Set<Worker>()
  const post = Worker.prototype.postMessage
  Worker.prototype.postMessage = function (this: Worker, ...args: Parameters<typeof post>) {
    threads.add(this)
    return post.apply(this, args)
  }
  try {
    const jobId = await begin(4000)
    await until(async () => (await customers()) >= 20)
    for (const thread of threads) await terminate.call(thread)
    const job = await finished(app.owner, jobId)
    expect(job.result).toMatchObject({ stopped: 'internal' })
    // nobody waits for a thread that is gone
    await app.owner.api.customers.create({ name: '之后的公司', phone: '02188887777' })
    const { changeSetId } = job.result as { changeSetId: number }
    await app.owner.raw('changeSets.undo', { id: changeSetId })
    expect(await customers()).toBe(1)
  } finally {
    Worker.prototype.postMessage = post
  }
})

it('is over before the host lets go of the file', async () => {
  await begin(4000)
  await until(async () => (await customers()) >= 20)
  await app.host.stop()
  expect(app.host.db.open).toBe(false)
  // a connection left open would keep its log
  expect(readdirSync(folder)).toEqual(['zhike.db'])
})
