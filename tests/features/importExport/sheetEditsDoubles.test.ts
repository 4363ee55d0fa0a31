// A row of an edited sheet that looks like a customer who is there already: told, left out, taken when it is insisted on.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { AcceptedRows, Comparison, TakenEdits } from '@shared/features/importExport/sheetEdits'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import { at, compare, everything, take, takenOut } from '../../support/editing'
import { finished } from '../../support/importing'
import type { SheetCell } from '../../support/savedSheets'

let app: TestApp
let rep: TestPerson
beforeEach(() => {
  app = openTestApp()
  rep = app.person({ name: '周敏' })
})
afterEach(() => app.close())

const row = (name: string, phone: string | null = null): SheetCell[] =>
  [name, null, phone].concat(Array<null>(8).fill(null))
const takeRows = async (found: Comparison, rows: AcceptedRows): Promise<TakenEdits> => {
  const { jobId } = await rep.api.importExport.takeEdits({ comparison: found.name, rows })
  // the job's own result
  return (await finished(rep, jobId)).result as unknown as TakenEdits
}
const count = async (): Promise<number> => (await app.owner.api.customers.count({})).value

it('says which customer a new row looks like, by another writing or a number, and makes it when it is taken', async () => {
  await rep.api.customers.create({ name: '苏州德力信息技术有限公司', phone: '0512-62880000' })
  const rows = await takenOut(app.owner)
  const found = await compare(rep, [...rows, row('德力信息技术（苏州）有限公司'), row('昆山某信', '0512 62880000')])
  const told = { code: 'duplicate', params: { name: '苏州德力信息技术有限公司', owner: '周敏' } }
  expect(found.rows).toMatchObject([{ exists: told }, { exists: told }])
  expect(await take(rep, found, everything)).toMatchObject({ created: 2, failed: [] })
})

it('of a customer out of sight it says only that there is one, and who has it', async () => {
  await app.person({ name: '孙丽' }).api.customers.create({ name: '苏州德力' })
  await rep.api.customers.create({ name: '上海某信' })
  const rows = await takenOut(app.owner)
  const found = await compare(rep, [rows[0]!, rows[2]!, row('苏州德力')])
  expect(found.rows).toMatchObject([{ exists: { code: 'duplicateUnseen', params: { owner: '孙丽' } } }])
  expect(JSON.stringify(found.rows[0]!.exists)).not.toContain('德力')
})

it('an edit that makes a record look like another is told, and saved when it is taken', async () => {
  await rep.api.customers.create({ name: '苏州德力' })
  const { id } = await rep.api.customers.create({ name: '上海某信' })
  const rows = await takenOut(app.owner)
  Object.assign(rows[2]!, { [at.name]: '苏州德力', [at.level]: '重点' })
  const found = await compare(rep, rows)
  expect(found.rows).toMatchObject([{ kind: 'edit', exists: { code: 'duplicate' } }])
  expect(await take(rep, found, everything)).toMatchObject({ updated: 1, failed: [] })
  expect(await rep.api.customers.read({ id })).toMatchObject({ name: '苏州德力', level: 'key' })
})

it('two new rows of one name: the second is refused with its reason, and made when it is insisted on', async () => {
  await rep.api.customers.create({ name: '上海某信' })
  const rows = await takenOut(app.owner)
  const found = await compare(rep, [...rows, row('苏州德力'), row('苏州德力')])
  const first = await take(rep, found, everything)
  expect(first).toMatchObject({
    created: 1,
    failed: [{ row: 1, code: 'duplicate', params: { name: '苏州德力', owner: '周敏' } }],
  })
  // what was taken is not taken twice
  await expect(takeRows(found, [{ row: 0, fields: ['name'] }])).rejects.toMatchObject({ code: 'notFound' })
  expect(await count()).toBe(2)
  const second = await takeRows(found, [{ row: 1, fields: ['name'], despiteDuplicates: true }])
  expect(second).toMatchObject({ created: 1, failed: [] })
  expect(await count()).toBe(3)
  await rep.api.changeSets.undo({ id: second.changeSetId! })
  expect(await count()).toBe(2)
})
