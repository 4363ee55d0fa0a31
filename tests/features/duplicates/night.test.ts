import { afterEach, beforeEach, expect, it } from 'vitest'
import { dailyWork } from '@main/features'
import { openTestApp, type TestApp } from '../../support/app'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const workOf = (name: string) => dailyWork.find((work) => work.name === name)!

it('the night finds what came since the last scan, before data quality goes by it', async () => {
  const { api } = app.owner
  await api.customers.create({ name: '上海德力电气有限公司', phone: '02155550001' })
  await api.customers.create({ name: '上海德力电气', phone: '02155550001', despiteDuplicates: true })
  expect((await api.duplicates.list({})).rows).toEqual([])
  await workOf('duplicates').run(app.host, new AbortController().signal)
  expect((await api.duplicates.list({})).rows).toHaveLength(1)
  const names = dailyWork.map(({ name }) => name)
  expect(names.indexOf('duplicates')).toBeLessThan(names.indexOf('dataQuality'))
})
