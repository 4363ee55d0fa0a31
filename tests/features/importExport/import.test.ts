import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app'
import { importTable } from '../../support/importing'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const sheet = [
  '客户名称,联系人,职务,手机,电话,地址,业务员,客户级别,客户类型,来源,备注,上次联系时间,跟进记录,建档日期,传真',
  '苏州德力精密机械有限公司,王建国,总经理,13812345678,0512-62880000,江苏省苏州市吴中区木渎镇金枫路1号,周敏,A,成交客户,展会,老客户,2026/3/5,谈了新车间,2024年3月5日,0512-62880001',
  '苏州德力精密机械有限公司,李梅,采购,139 0000 1111,,,,,,,,,,,',
  ',张三,,13700001111,,上海市浦东新区,,,,,,,,,',
].join('\n')

describe('one sheet holds customers, contacts and follow-ups', () => {
  it('brings in each where it belongs', async () => {
    const rep = app.person({ name: '周敏' })
    const tried = await importTable(rep, sheet, { dry: true })
    expect((await rep.api.customers.list({})).rows).toHaveLength(0)
    const result = await importTable(rep, sheet)
    expect({ ...result, changeSetId: null }).toEqual(tried)
    expect(result).toMatchObject({
      rows: 3,
      createdCustomers: 2,
      createdContacts: 2,
      createdFollowUps: 1,
      refused: 0,
      warnings: 0,
      problems: [],
    })
    const { rows } = await rep.api.customers.list({ sort: [{ field: 'id', direction: 'asc' }] })
    expect(rows[0]).toMatchObject({
      name: '苏州德力精密机械有限公司',
      phone: '0512-62880000',
      region: '320506',
      level: 'key',
      type: 'won',
      source: 'exhibition',
      ownerId: rep.id,
      note: '老客户\n传真：0512-62880001',
      lastFollowUp: '谈了新车间',
      contactCount: 2,
    })
    expect(new Date(rows[0]!.createdAt).getFullYear()).toBe(2024)
    expect(rows[1]).toMatchObject({ name: '张三', phone: '13700001111', contactCount: 0 })
    const contacts = await rep.api.contacts.list({ sort: [{ field: 'id', direction: 'asc' }] })
    expect(contacts.rows.map(({ name, phone, post, isPrimary }) => ({ name, phone, post, isPrimary }))).toEqual([
      { name: '王建国', phone: '13812345678', post: '总经理', isPrimary: true },
      { name: '李梅', phone: '139 0000 1111', post: '采购', isPrimary: false },
    ])
  })

  it('changes nothing when it is brought in again', async () => {
    await importTable(app.owner, sheet)
    expect(await importTable(app.owner, sheet)).toMatchObject({
      createdCustomers: 0,
      updatedCustomers: 0,
      createdContacts: 0,
      createdFollowUps: 0,
      unchanged: 2,
      changeSetId: null,
    })
  })

  it('is taken back by one undo', async () => {
    const { changeSetId } = await importTable(app.owner, sheet)
    await app.owner.raw('changeSets.undo', { id: changeSetId })
    expect((await app.owner.api.customers.list({})).rows).toHaveLength(0)
  })
})
