// A list of contacts goes out, gets new rows in a spreadsheet program and comes back.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Comparison } from '@shared/features/importExport/sheetEdits'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import { everything, take } from '../../support/editing'
import { download, finished, upload } from '../../support/importing'
import { cellsOf, savedBy, type SheetCell } from '../../support/savedSheets'

let app: TestApp
let rep: TestPerson
beforeEach(() => {
  app = openTestApp()
  rep = app.person({ roles: ['rep'], name: '周敏' })
})
afterEach(() => app.close())

async function takenOut(columns: string[], list: 'contacts' | 'customers' = 'contacts'): Promise<SheetCell[][]> {
  const sort = [{ field: 'id', direction: 'asc' as const }]
  const { jobId } = await app.owner.api.importExport.export({ list, format: 'xlsx', columns, language: 'zh-CN', sort })
  return cellsOf(await download(app.owner, String((await finished(app.owner, jobId)).result?.['token'])))
}

async function compare(person: TestPerson, rows: SheetCell[][]): Promise<Comparison> {
  const token = await upload(person, '联系人.xlsx', savedBy('excel', rows, {}))
  const job = await finished(person, (await person.api.importExport.compareEdits({ token })).jobId)
  return job.result as unknown as Comparison
}

const quick = (who: TestPerson, name: string, contactName: string) =>
  who.api.customers.quickCreate({ name, phone: '13800000000', contactName, despiteDuplicates: true })

it('a new row is a new contact of the customer it names, in the same change set as the edits', async () => {
  const first = await quick(rep, '苏州德力', '王建国')
  const rows = await takenOut(['name', 'customerId', 'post'])
  rows[1]![2] = '总经理'
  rows.push(['李梅', '苏州德力', '采购', null], ['王建国', '苏州德力', '同名', null])
  const found = await compare(rep, rows)
  expect(found.rows).toMatchObject([
    { kind: 'edit', label: '王建国' },
    { kind: 'new', label: '李梅', exists: null, cells: [{ problem: null }, { problem: null }, { problem: null }] },
    { kind: 'new', label: '王建国', exists: { code: 'sameContact' } },
  ])
  const done = await take(rep, found, (row) => (row.exists ? [] : everything(row)))
  expect(done).toMatchObject({ updated: 1, created: 1, failed: [] })
  const { rows: contacts } = await rep.api.contacts.list({ sort: [{ field: 'id', direction: 'asc' }] })
  expect(contacts).toMatchObject([
    { name: '王建国', post: '总经理' },
    { name: '李梅', post: '采购', customerId: first.id },
  ])
  await rep.api.changeSets.undo({ id: done.changeSetId! })
  expect((await rep.api.contacts.list({})).rows).toMatchObject([{ name: '王建国', post: null }])
})

it('a company that is not there, not to be seen, or there twice is said; without one nothing is made', async () => {
  await quick(rep, '苏州德力', '王建国')
  await quick(app.owner, '别人的', '赵')
  for (const phone of ['1', '2'])
    await rep.api.customers.quickCreate({ name: '双胞', phone: `1390000000${phone}`, despiteDuplicates: true })
  const rows = await takenOut(['name', 'customerId'])
  rows.push(['甲', '别人的', null], ['乙', '没有的', null], ['丙', '双胞', null], ['丁', null, null])
  const found = await compare(rep, rows)
  const news = found.rows.filter(({ kind }) => kind === 'new')
  expect(news.map(({ cells }) => cells.map(({ field, problem }) => [field, problem]))).toEqual([
    [
      ['name', 'noCompany'],
      ['customerId', 'customerUnknown'],
    ],
    [
      ['name', 'noCompany'],
      ['customerId', 'customerUnknown'],
    ],
    [
      ['name', 'noCompany'],
      ['customerId', 'customerTwice'],
    ],
    [['name', 'noCompany']],
  ])
  await expect(take(rep, found, (row) => (row.kind === 'new' ? ['name'] : []))).rejects.toMatchObject({
    code: 'invalid',
  })
})

it('who may not make contacts is told to, and who may not work on the customer makes none there', async () => {
  const grants = { 'customers.view': 'all', 'contacts.view': 'all', 'contacts.update': 'all' } as const
  const reader = app.person({ roleIds: [app.role(grants)] })
  const maker = app.person({ roleIds: [app.role({ ...grants, 'contacts.create': 'own' })] })
  await quick(app.owner, '苏州德力', '王建国')
  const rows = await takenOut(['name', 'customerId'])
  rows.push(['李梅', '苏州德力', null])
  expect((await compare(reader, rows)).rows.at(-1)?.cells.map(({ problem }) => problem)).toEqual(['notNew', 'notNew'])
  const found = await compare(maker, rows)
  expect(await take(maker, found, everything)).toMatchObject({ created: 0, failed: [{ label: '李梅' }] })
  expect((await app.owner.api.contacts.list({})).rows).toHaveLength(1)
})

it('an own field that names a customer is edited by name; the company of a contact that is there is not', async () => {
  const field = { kind: 'reference', entity: 'customers' } as const
  const { key } = await app.owner.api.customFields.create({ entity: 'customers', label: '母公司', field })
  const head = await app.owner.api.customers.create({ name: '总部' })
  const child = await quick(app.owner, '苏州德力', '王建国')
  const customers = await takenOut(['name', `custom.${key}`], 'customers')
  customers[2]![1] = '总部'
  const found = await compare(app.owner, customers)
  expect(found.rows).toMatchObject([{ label: '苏州德力', cells: [{ was: '', to: '总部', problem: null }] }])
  await take(app.owner, found, everything)
  expect((await app.owner.api.customers.read({ id: child.id })).custom).toEqual({ [key]: head.id })
  expect((await compare(app.owner, await takenOut(['name', `custom.${key}`], 'customers'))).rows).toEqual([])
  const contacts = await takenOut(['name', 'customerId'])
  contacts[1]![1] = '总部'
  expect((await compare(app.owner, contacts)).rows).toMatchObject([{ cells: [{ problem: 'fixed' }] }])
})
