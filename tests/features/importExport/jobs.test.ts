import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app'
import { download, finished, importTable, proposed, upload } from '../../support/importing'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

describe('the file of refused rows', () => {
  it('can be corrected and brought in, without mapping it again', async () => {
    const mapping = { 0: 'customers.name', 1: 'customers.industry' }
    const result = await importTable(app.owner, '甲列,乙列\n甲公司,机械\n,电子', { options: { mapping } })
    expect(result).toMatchObject({ createdCustomers: 1, refused: 1 })
    const content = await download(app.owner, result.errorFile!)
    const token = await upload(app.owner, '未导入.xlsx', content)
    const { sheets } = await app.owner.api.importExport.inspect({ token })
    expect(sheets[0]).toMatchObject({
      columns: ['甲列', '乙列', '原因'],
      remembered: true,
      mapping: { ...mapping, 2: 'skip' },
    })
    expect(sheets[0]!.preview[1]!.cells).toEqual(['', '电子', '没有客户名称，也没有姓名'])
  })
})

describe('the template', () => {
  it.each(['zh-CN', 'en'] as const)('is understood whole, and its examples are left out: %s', async (language) => {
    const { name, data } = await app.owner.api.importExport.template({ language })
    const token = await upload(app.owner, name, Buffer.from(data, 'base64'))
    const { sheets } = await app.owner.api.importExport.inspect({ token })
    const { templateHeadings } = await import('@shared/features/importExport/templateWords')
    expect(sheets[0]!.mapping).toEqual(
      Object.fromEntries(templateHeadings[language].map(([, target], column) => [column, target])),
    )
    expect(await importTable(app.owner, Buffer.from(data, 'base64'), { name })).toMatchObject({
      rows: 0,
      skipped: 2,
      createdCustomers: 0,
    })
  })
})

describe('a job', () => {
  it('stops when told to; what is written is taken back by one undo', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `第${index}号公司,1380000${String(index).padStart(4, '0')}`)
    const options = await proposed(app.owner, ['客户名称,电话', ...rows].join('\n'), {
      name: 'a.csv',
      options: { tags: ['批'] },
    })
    const { jobId } = await app.owner.api.importExport.run(options)
    while ((await app.owner.api.customers.count({})).value < 20) await new Promise((resolve) => setTimeout(resolve, 2))
    await app.owner.api.jobs.cancel({ id: jobId })
    const job = await finished(app.owner, jobId)
    const result = job.result as { stopped: string; changeSetId: number; createdCustomers: number }
    expect(result.stopped).toBe('cancelled')
    const { value } = await app.owner.api.customers.count({})
    expect(value).toBe(result.createdCustomers)
    // what is left stands with what was written, in the same transaction: a host that is killed leaves the same
    const [set] = (await app.owner.api.changeSets.list({ path: 'importExport.run' })).rows
    expect(set?.params).toEqual({ file: 'a.csv', rows: 3000, left: 3000 - value })
    expect(value).toBeLessThan(3000)
    expect((await app.owner.api.customers.list({})).rows[0]).toMatchObject({ tags: ['批'] })
    const undo = await app.owner.raw('changeSets.preview', { id: result.changeSetId })
    expect(undo).toMatchObject({ restored: value })
  })

  it('says in words of the office what cannot be read', async () => {
    const token = await upload(app.owner, 'a.pdf', Buffer.from('%PDF-1.4\n'))
    expect(await app.owner.api.importExport.inspect({ token })).toMatchObject({
      refusal: { code: 'unsupported', params: { kind: 'pdf' } },
      sheets: [],
    })
    await expect(importTable(app.owner, 'a,b\n1,2', { options: { mapping: {} } })).rejects.toThrow('importNoName')
  })
})
