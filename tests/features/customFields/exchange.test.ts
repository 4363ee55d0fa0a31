// Fields of the office's own on their way in and out.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { DefinitionBody } from '@shared/fields/definition'
import { openTestApp, type TestApp } from '../../support/app'
import { download, finished, importTable } from '../../support/importing'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const grades: DefinitionBody = { kind: 'choice', options: ['a', 'b'], optionLabels: { a: '甲级', b: '乙级' } }
const add = (label: string, field: DefinitionBody) =>
  app.owner.api.customFields.create({ entity: 'customers', label, field })

it('columns called like own fields are taken into them, by the words of their options', async () => {
  const grade = await add('设备等级', grades)
  const count = await add('设备台数', { kind: 'number' })
  const uses = await add('用途', { kind: 'choices', options: ['a', 'b'], optionLabels: { a: '自用', b: '出租' } })
  const since = await add('合作起始', { kind: 'date' })
  const table = '客户名称,设备等级,设备台数,用途,合作起始\n德力,乙级,12,自用；出租,2024/3/5\n某信,丙级,几台,,\n'
  const result = await importTable(app.owner, table)
  expect(result).toMatchObject({ createdCustomers: 2, refused: 0 })
  const { rows } = await app.owner.api.customers.list({ sort: [{ field: 'id', direction: 'asc' }] })
  expect(rows.map(({ custom }) => custom)).toEqual([
    { [grade.key]: 'b', [count.key]: 12, [uses.key]: ['a', 'b'], [since.key]: '2024-03-05' },
    {},
  ])
  // what could not be taken is not lost
  expect(rows[1]?.note).toMatch(/丙级/)
})

it('an own value that is there stays, unless the import is to replace', async () => {
  const grade = await add('设备等级', grades)
  await app.owner.api.customers.create({ name: '德力', custom: { [grade.key]: 'a' } })
  const table = '客户名称,设备等级\n德力,乙级\n'
  const read = async () => (await app.owner.api.customers.read({ id: 1 })).custom[grade.key]
  await importTable(app.owner, table)
  expect(await read()).toBe('a')
  await importTable(app.owner, table, { options: { overwrite: true } })
  expect(await read()).toBe('b')
})

it('who may not fill in a field does not fill it by a file, and what is required is required there too', async () => {
  const grade = await add('设备等级', grades)
  const grants = {
    'customers.view': 'own',
    'customers.create': 'own',
    'customers.update': 'own',
    'customers.import': 'own',
  } as const
  const rep = app.person({ roleIds: [app.role(grants, { customers: { [`custom.${grade.key}`]: 'hidden' } })] })
  await importTable(rep, '客户名称,设备等级\n德力,乙级\n')
  expect((await app.owner.api.customers.read({ id: 1 })).custom).toEqual({})
  await add('必填的', { kind: 'text', required: true })
  expect(await importTable(app.owner, '客户名称\n某信\n')).toMatchObject({ createdCustomers: 0, refused: 1 })
})

it('an export has them under their names, in words, and hidden ones not at all', async () => {
  const grade = await add('设备等级', grades)
  const parent = await add('母公司', { kind: 'reference', entity: 'customers' })
  const first = await app.owner.api.customers.create({ name: '总部' })
  await app.owner.api.customers.create({ name: '德力', custom: { [grade.key]: 'b', [parent.key]: first.id } })
  const columns = ['name', `custom.${grade.key}`, `custom.${parent.key}`]
  const exported = async (who: typeof app.owner): Promise<string> => {
    const { jobId } = await who.api.importExport.export({
      list: 'customers',
      format: 'csv',
      columns,
      language: 'zh-CN',
    })
    const { result } = await finished(who, jobId)
    return (await download(who, String(result?.['token']))).toString()
  }
  const text = await exported(app.owner)
  expect(text).toContain('客户名称,设备等级,母公司')
  expect(text).toContain('德力,乙级,总部')
  const grants = { 'customers.view': 'all', 'customers.export': 'all' } as const
  const blind = app.person({ roleIds: [app.role(grants, { customers: { [`custom.${grade.key}`]: 'hidden' } })] })
  expect(await exported(blind)).not.toMatch(/设备等级|乙级/)
})
