import { expect, test } from 'vitest'
import { openTestApp } from '../../support/app'
import { importTable } from '../../support/importing'

test('an import knows a customer however its name is written, and puts rows of one together', async () => {
  const app = openTestApp()
  const rep = app.person({ roles: ['manager'] })
  const { id } = await rep.api.customers.create({ name: '苏州德力信息技术有限公司' })
  const table = [
    '客户名称,行业,电话',
    '蘇州德力（信息技術）有限公司,软件,',
    '德力信息技术（苏州）有限责任公司,,0512-62880000',
    '上海德力信息技术有限公司,软件,',
    '上海德力信息技術有限公司,,021-58880000',
  ].join('\n')
  const told = await importTable(rep, table)
  expect(told).toMatchObject({ createdCustomers: 1, updatedCustomers: 1, refused: 0 })
  expect(await rep.api.customers.read({ id })).toMatchObject({ industry: '软件', phone: '0512-62880000' })
  await app.close()
})

test('a colleague’s customer is taken in any way of writing; nothing of it is told', async () => {
  const app = openTestApp()
  const [zhou, chen] = [app.person(), app.person()]
  await zhou.api.customers.create({ name: '苏州德力', note: '秘密' })
  const told = await importTable(chen, '客户名称\n蘇州德力股份有限公司', { dry: true })
  expect(told.problems).toMatchObject([{ code: 'notYours' }])
  expect(JSON.stringify(told)).not.toContain('秘密')
  await app.close()
})
