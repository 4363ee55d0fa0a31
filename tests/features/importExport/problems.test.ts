import { expect, it } from 'vitest'
import { openTestApp } from '../../support/app'
import { importTable } from '../../support/importing'

it('lists what was refused before what was only noted, however much was noted above it', async () => {
  const app = openTestApp()
  const noted = Array.from({ length: 130 }, (_, at) => `第${at}家贸易有限公司,不知道`)
  const result = await importTable(app.owner, ['客户名称,客户类型,地址', ...noted, ',,苏州市吴中区'].join('\n'))
  expect(result).toMatchObject({ rows: 131, createdCustomers: 130, refused: 1, warnings: 130 })
  expect(result.problems).toHaveLength(100)
  expect(result.problems[0]).toMatchObject({ line: 132, warning: false })
  await app.close()
})
