import { expect, it } from 'vitest'
import { openTestApp } from '../../support/app'
import { finished, importTable } from '../../support/importing'

it('takes back a whole import but for what was worked on since, and gives it back again', async () => {
  const app = openTestApp()
  const rep = app.person({ roles: ['rep'] })
  const before = await rep.api.customers.create({ name: '老客户', industry: '机械' })
  const lines = Array.from(
    { length: 250 },
    (_, i) => `新客户${i},021-5555${String(i).padStart(4, '0')},联系人${i},电子`,
  )
  const csv = ['客户名称,电话,联系人,行业', '老客户,021-99998888,老联系人,电子', ...lines].join('\n')
  const result = await importTable(rep, csv, { options: { mode: 'both', overwrite: true } })
  expect(result).toMatchObject({ createdCustomers: 250, createdContacts: 251 })
  const found = async (name: string) =>
    (await rep.api.customers.list({ filter: { field: 'name', operator: 'is', value: name } })).rows[0]
  const edited = (await found('新客户7'))!
  await rep.api.customers.update({ id: edited.id, version: edited.version, changes: { level: 'key' } })
  const called = (await found('新客户9'))!
  await rep.api.followUps.create({ customerId: called.id, way: 'call', content: '谈了' })

  const undo = async (id: number) => {
    const job = await finished(rep, (await rep.api.changeSets.undoLarge({ id })).jobId)
    expect(job).toMatchObject({ state: 'done', error: null })
    return job.result as { changeSetId: number; summary: { restored: number; skipped: number; items: unknown[] } }
  }
  const preview = await rep.api.changeSets.preview({ id: result.changeSetId! })
  const undone = await undo(result.changeSetId!)
  expect(undone.summary).toMatchObject({ restored: preview.restored, skipped: preview.skipped })
  const left = (await rep.api.customers.list({ sort: [{ field: 'name', direction: 'asc' }] })).rows
  expect(left.map((row) => row.name).sort()).toEqual(['新客户7', '新客户9', '老客户'].sort())
  expect(left.find((row) => row.id === before.id)).toMatchObject({ industry: '机械', phone: null, contactCount: 0 })
  expect((await rep.api.search.find({ text: '新客户11' })).hits).toEqual([])

  const redone = await undo(undone.changeSetId)
  expect(redone.summary.skipped).toBe(0)
  expect((await rep.api.customers.count({})).value).toBe(251)
  expect(await rep.api.customers.read({ id: before.id })).toMatchObject({ industry: '电子', contactCount: 1 })
  expect((await rep.api.search.find({ text: '新客户11' })).hits.length).toBeGreaterThan(0)
  await app.close()
}, 60_000)
