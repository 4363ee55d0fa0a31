// Bringing an edited list back shows and changes no more than editing by hand would.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import { at, compare, everything, take, takenOut } from '../../support/editing'
import { download, finished } from '../../support/importing'
import { cellsOf } from '../../support/savedSheets'

let app: TestApp
let rep: TestPerson
beforeEach(() => {
  app = openTestApp()
  rep = app.person({ name: '周敏' })
})
afterEach(() => app.close())
const taken = () => takenOut(app.owner)

describe('rights', () => {
  it('show and take nothing of what one may not see or change', async () => {
    const mine = await rep.api.customers.create({ name: '苏州德力', level: 'key', phone: '13812345678', note: '秘密' })
    await app.owner.api.customers.create({ name: '别人的', phone: '13912345678' })
    const rows = await taken()
    for (const row of rows.slice(1)) Object.assign(row, { [at.phone]: '13700137000', [at.level]: '普通' })
    // out of sight: as if it were not there
    expect(await compare(rep, rows)).toMatchObject({ rows: [{ id: mine.id }], gone: [3] })
    // seen, not to be changed
    const reader = app.person({ roleIds: [app.role({ 'customers.view': 'all', 'customers.update': 'own' })] })
    const seen = await compare(reader, rows)
    expect(seen.rows.flatMap(({ cells }) => cells.map(({ problem }) => problem))).toEqual(
      Array.from({ length: 3 }, () => 'readOnly'),
    )
    await expect(take(reader, seen, () => ['level'])).rejects.toMatchObject({ code: 'invalid' })
    // the outline of a number is no number
    const masked = app.role(
      { 'customers.view': 'all', 'customers.update': 'all' },
      { customers: { phone: 'masked', note: 'hidden' } },
    )
    const blurred = await compare(app.person({ roleIds: [masked] }), rows)
    expect(blurred.ignored).toEqual(['备注', '上次联系'])
    expect(blurred.rows[0]!.cells).toMatchObject([
      { field: 'level', problem: null },
      { field: 'phone', problem: 'notAllowed' },
    ])
    expect(JSON.stringify(blurred)).not.toContain('13812345678')
    expect(blurred.rows).toHaveLength(2)
    const viewer = app.person({ roleIds: [app.role({ 'customers.view': 'all' })] })
    await expect(compare(viewer, rows)).rejects.toThrow('forbidden')
    // another's comparison cannot be taken
    const found = await compare(rep, rows)
    await expect(take(app.owner, found, everything)).rejects.toMatchObject({ code: 'notFound' })
  })

  it('put no keys into a file of somebody who may not change such records', async () => {
    await rep.api.customers.create({ name: '苏州德力' })
    const role = app.role({ 'customers.view': 'all', 'customers.export': 'all' })
    const viewer = app.person({ roleIds: [role] })
    const asked = {
      list: 'customers' as const,
      format: 'xlsx' as const,
      columns: ['name', 'level'],
      language: 'zh-CN' as const,
    }
    const job = await finished(viewer, (await viewer.api.importExport.export(asked)).jobId)
    expect(cellsOf(await download(viewer, String(job.result?.['token'])))[0]).toEqual(['客户名称', '级别'])
  })
})
