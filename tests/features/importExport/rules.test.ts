import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app'
import { importTable, upload } from '../../support/importing'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const codes = (result: { problems: { code: string }[] }): string[] => result.problems.map(({ code }) => code)
const inOrder = { limit: 200, sort: [{ field: 'id', direction: 'asc' as const }] }
type Row = Partial<Record<'name' | 'phone' | 'ownerId' | 'note', unknown>>
const all = async (list: 'customers' | 'contacts' | 'followUps', who = app.owner): Promise<Row[]> =>
  ((await who.raw(`${list}.list`, inOrder)) as { rows: Row[] }).rows

describe('modes', () => {
  const table = '客户名称,电话,行业\n苏州德力有限公司,0512-62880000,机械\n上海远大贸易公司,021-55550000,贸易'
  beforeEach(() => app.owner.api.customers.create({ name: '苏州德力', phone: '0512-11111111' }))

  it('create refuses what is there', async () => {
    const result = await importTable(app.owner, table, { options: { mode: 'create' } })
    expect(result).toMatchObject({ createdCustomers: 1, updatedCustomers: 0, refused: 1 })
    expect(codes(result)).toEqual(['exists'])
  })

  it('update refuses what is not, fills what is empty and adds a number', async () => {
    const result = await importTable(app.owner, table, { options: { mode: 'update' } })
    expect(result).toMatchObject({ createdCustomers: 0, updatedCustomers: 1, refused: 1 })
    expect(codes(result)).toEqual(['noMatch'])
    expect((await all('customers'))[0]).toMatchObject({
      name: '苏州德力',
      industry: '机械',
      phone: '0512-11111111',
      otherPhones: '0512-62880000',
    })
  })

  it('overwrite replaces, and says nothing of it', async () => {
    const result = await importTable(app.owner, table, { options: { overwrite: true } })
    expect(result).toMatchObject({ createdCustomers: 1, updatedCustomers: 1, warnings: 0 })
    expect((await all('customers'))[0]).toMatchObject({ name: '苏州德力有限公司', phone: '0512-62880000' })
  })

  it('keeps what is filled and tells of it', async () => {
    await app.owner.api.customers.update({ id: 1, version: 1, changes: { industry: '电子' } })
    const result = await importTable(app.owner, table)
    expect(result.problems).toContainEqual({ line: 2, column: '行业', value: '机械', code: 'kept', warning: true })
    expect((await all('customers'))[0]).toMatchObject({ industry: '电子' })
  })

  it('tells what it kept in the words of the office, never by code', async () => {
    await app.owner.api.customers.update({
      id: 1,
      version: 1,
      changes: { level: 'key', region: '3205', pastAmount: 100 },
    })
    const { problems } = await importTable(app.owner, '客户名称,级别,地区,历史成交额\n苏州德力,普通,广东省深圳市,388万')
    const told = problems.filter(({ code }) => code === 'kept').map(({ column, value }) => [column, value])
    expect(told).toEqual([
      ['级别', '普通'],
      ['地区', '广东省 深圳市'],
      ['历史成交额', '3,880,000.00'],
    ])
  })

  it('tells how many rows speak of a customer named above, and keeps the name of another legal form', async () => {
    const result = await importTable(app.owner, '客户名称\n远大有限公司\n远大有限责任公司\n远大股份有限公司\n远大')
    expect(result).toMatchObject({ rows: 4, createdCustomers: 1, joined: 3, warnings: 1 })
    expect(codes(result)).toEqual(['differsInFile'])
    expect((await all('customers')).at(-1)).toMatchObject({
      name: '远大有限公司',
      note: '客户名称：远大股份有限公司',
    })
  })

  it('knows a customer by tax number or phone when asked to', async () => {
    await app.owner.api.customers.create({ name: '旧名字有限公司', taxNumber: '91320500MA1MABCD1X' })
    const byTax = await importTable(app.owner, '客户名称,税号\n新名字有限公司,91320500ma1mabcd1x', {
      options: { matchBy: ['name', 'taxNumber'] },
    })
    expect(byTax).toMatchObject({ createdCustomers: 0 })
    const byPhone = await importTable(app.owner, '客户名称,电话\n德力,(0512)11111111\n远大,0512-11111111', {
      options: { matchBy: ['name', 'phone'] },
    })
    expect(byPhone).toMatchObject({ createdCustomers: 1 })
  })
})

describe('what is not the importer’s', () => {
  it('a colleague’s customer is refused by name, its phone tells nothing', async () => {
    const [zhou, chen] = [app.person({ name: '周敏' }), app.person({ name: '陈涛' })]
    await zhou.api.customers.create({ name: '苏州德力', phone: '0512-62880000', note: '秘密' })
    const options = { matchBy: ['name', 'phone'] as const }
    const tried = await importTable(chen, '客户名称,电话\n苏州德力有限公司,\n别家,0512-62880000', {
      dry: true,
      options: { matchBy: [...options.matchBy] },
    })
    expect(tried).toMatchObject({ createdCustomers: 1, refused: 1 })
    expect(tried.problems).toEqual([
      { line: 2, column: '', value: '苏州德力有限公司', code: 'notYours', warning: false },
    ])
    expect(JSON.stringify(tried)).not.toContain('秘密')
  })

  it('one may see but not change is refused', async () => {
    const [zhou, chen] = [app.person({ name: '周敏' }), app.person({ name: '陈涛' })]
    const { id } = await zhou.api.customers.create({ name: '苏州德力' })
    await app.owner.api.customers.setTeam({ id, version: 1, team: [{ personId: chen.id, level: 'read' }] })
    expect(codes(await importTable(chen, '客户名称,行业\n苏州德力,机械'))).toEqual(['readOnly'])
  })

  it('owners by name: present, left, unknown, not allowed', async () => {
    const boss = app.person({ name: '主管', roles: ['manager'] })
    const table = '客户名称,业务员\n甲公司,主 管\n乙公司,离职的\n丙公司,谁也不是\n丁公司,老板'
    const left = app.person({ name: '离职的' })
    app.host.db.prepare(`UPDATE people SET left_on = '2025-01-01' WHERE id = ?`).run(left.id)
    const result = await importTable(app.owner, table)
    expect(codes(result)).toEqual(['owner'])
    expect((await all('customers')).map(({ ownerId }) => ownerId)).toEqual([
      boss.id,
      left.id,
      app.owner.id,
      app.owner.id,
    ])
    expect((await all('customers'))[2]).toMatchObject({ note: '业务员：谁也不是' })
    const rep = app.person({ name: '周敏' })
    const other = await importTable(rep, '客户名称,业务员\n戊公司,老板')
    expect(codes(other)).toEqual(['ownerNotAllowed'])
    expect((await all('customers', rep))[0]).toMatchObject({ ownerId: rep.id, note: '业务员：老板' })
  })

  it('needs the right to import, and an owner one may give to', async () => {
    const service = app.person({ roles: ['service'] })
    await expect(service.api.importExport.inspect({ token: 'x'.repeat(30) })).rejects.toMatchObject({
      code: 'forbidden',
    })
    const rep = app.person({ name: '周敏' })
    await expect(importTable(rep, '客户名称\n甲公司', { options: { ownerId: app.owner.id } })).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { ownerId: 'notAllowed' } },
    })
    const token = await upload(rep, 'a.csv', Buffer.from('客户名称\n甲公司'))
    await expect(app.person().api.importExport.inspect({ token })).rejects.toMatchObject({ code: 'notFound' })
  })

  it('nobody but the running job writes a chunk', async () => {
    const before = await all('customers')
    await expect(app.owner.api.importExport.writeChunk({ run: 'x'.repeat(32), rows: [0] })).rejects.toMatchObject({
      code: 'notFound',
    })
    expect(await all('customers')).toEqual(before)
  })

  it('fields one may not fill go to the note', async () => {
    const role = app.role(
      { 'customers.view': 'own', 'customers.create': 'own', 'customers.update': 'own', 'customers.import': 'own' },
      { customers: { pastAmount: 'hidden', level: 'readOnly' } },
    )
    const rep = app.person({ name: '周敏', roleIds: [role] })
    await importTable(rep, '客户名称,级别,历史成交额\n甲公司,A,1万')
    const [row] = (await app.owner.api.customers.list({})).rows
    expect(row).toMatchObject({ level: 'normal', pastAmount: null, note: '级别：A\n历史成交额：1万' })
  })
})

describe('nothing is lost', () => {
  it('what no field takes stands in the note', async () => {
    const long = '长'.repeat(250)
    await importTable(
      app.owner,
      `客户名称,传真,邮箱,级别,税号,地址,我们自己的列\n甲公司,0512-1,不是邮箱,待定,123,${long},值`,
    )
    const [row] = await all('customers')
    expect(row).toMatchObject({ mail: null, level: 'normal', taxNumber: null, address: long.slice(0, 200) })
    for (const part of [
      '传真：0512-1',
      '邮箱：不是邮箱',
      '级别：待定',
      '税号：123',
      `地址：${long}`,
      '我们自己的列：值',
    ])
      expect(row?.note).toContain(part)
  })

  it('unless the importer leaves a column out', async () => {
    await importTable(app.owner, '客户名称,传真,别的\n甲公司,0512-1,值', {
      options: { mapping: { 0: 'customers.name', 1: 'skip' }, unmappedToNote: false },
    })
    expect((await all('customers'))[0]).toMatchObject({ note: null })
  })

  it('a note too long for its field refuses the row', async () => {
    const result = await importTable(app.owner, `客户名称,备注\n甲公司,${'长'.repeat(10_001)}`)
    expect(result).toMatchObject({ createdCustomers: 0, refused: 1 })
    expect(codes(result)).toEqual(['noteTooLong'])
  })

  it('rows that contradict each other are told of', async () => {
    const result = await importTable(app.owner, '客户名称,行业,联系人\n甲公司,机械,王建国\n甲公司,电子,李梅')
    expect(result.problems).toEqual([{ line: 3, column: '行业', value: '电子', code: 'differsInFile', warning: true }])
    expect((await all('contacts')).map(({ name }) => name)).toEqual(['王建国', '李梅'])
  })

  it('totals, repeated headings and the examples of the template', async () => {
    const result = await importTable(
      app.owner,
      '客户名称,电话\n甲公司,0512-62880000\n客户名称,电话\n合计：1 家,\n样板公司（示例，导入时不计）,1',
    )
    expect(result).toMatchObject({ rows: 2, createdCustomers: 1, refused: 1, skipped: 2 })
    expect(codes(result)).toEqual(['totalLine'])
  })
})

describe('people and companies', () => {
  it('a person without a company is a customer, and a contact when there is more to say', async () => {
    await importTable(app.owner, '姓名,手机,职务,生日\n张三,13800000001,,\n李四,13800000002,会计,农历八月十五')
    expect((await all('customers')).map(({ name, phone }) => [name, phone])).toEqual([
      ['张三', '13800000001'],
      ['李四', '13800000002'],
    ])
    expect(await all('contacts')).toMatchObject([
      { name: '李四', post: '会计', birthday: '--08-15', birthdayCalendar: 'lunar' },
    ])
  })

  it('two people of one name are two when their numbers differ', async () => {
    expect(
      await importTable(app.owner, '姓名,手机\n张三,13800000001\n张三,13800000002\n张三,13800000001'),
    ).toMatchObject({ createdCustomers: 2, unchanged: 0 })
    expect(await importTable(app.owner, '姓名,手机\n张三,13800000003\n张三,138 0000 0001')).toMatchObject({
      createdCustomers: 1,
    })
  })

  it('contacts written below their company belong to it', async () => {
    const result = await importTable(
      app.owner,
      '公司,地址,联系人,手机\n甲公司,苏州市金枫路1号,王建国,13800000001\n,,李梅,13800000002\n乙公司,上海市人民路2号,赵敏,13800000003',
    )
    expect(result).toMatchObject({ createdCustomers: 2, createdContacts: 3 })
  })

  it('several contacts stand in one row', async () => {
    await importTable(app.owner, '客户名称,联系人1,电话1,联系人2,电话2\n甲公司,王建国,13800000001,李梅,13800000002')
    expect((await all('contacts')).map(({ name, phone }) => [name, phone])).toEqual([
      ['王建国', '13800000001'],
      ['李梅', '13800000002'],
    ])
  })

  it('follow-ups of one cell become records', async () => {
    await importTable(
      app.owner,
      '客户名称,跟进记录,下次联系时间,下一步\n甲公司,"2026-03-05 拜访，看了车间\n2026-04-01 电话，已寄样品",2026-12-01,报价',
    )
    expect(await all('followUps')).toMatchObject([
      { way: 'visit', content: '拜访，看了车间', nextAt: null },
      { way: 'call', content: '电话，已寄样品', nextStep: '报价' },
    ])
  })
})
