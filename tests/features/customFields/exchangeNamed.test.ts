// Own fields that name a colleague, a customer or a contact, on their way in from a table.
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { DefinitionBody } from '@shared/fields/definition'
import { builtInRoles } from '@shared/features/roles/rules'
import { openTestApp, type TestApp } from '../../support/app'
import { importTable, upload } from '../../support/importing'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const add = (label: string, field: DefinitionBody, entity: 'customers' | 'contacts' | 'followUps' = 'customers') =>
  app.owner.api.customFields.create({ entity, label, field })
const customerNamed = async (name: string) =>
  (await app.owner.api.customers.list({ filter: { field: 'name', operator: 'is', value: name } })).rows[0]

describe('an own field of an import', () => {
  it('takes a colleague by name, as the owner is taken', async () => {
    const engineer = await add('技术支持', { kind: 'person' })
    const person = app.person({ name: '周敏' })
    app.person({ name: '李强' })
    app.person({ name: '李强' })
    const table = '客户名称,技术支持\n德力,周 敏\n某信,李强\n华东,王二\n'
    const result = await importTable(app.owner, table)
    expect(result).toMatchObject({ createdCustomers: 3, refused: 0 })
    expect(result.problems.map(({ line, code, value }) => ({ line, code, value }))).toEqual([
      { line: 3, code: 'personTwice', value: '李强' },
      { line: 4, code: 'personUnknown', value: '王二' },
    ])
    expect((await customerNamed('德力'))?.custom).toEqual({ [engineer.key]: person.id })
    // what could not be taken is not lost
    expect(await customerNamed('某信')).toMatchObject({ custom: {}, note: '技术支持：李强' })
  })

  it('takes a customer by name, short name or number, the whole name first', async () => {
    const parent = await add('母公司', { kind: 'reference', entity: 'customers' })
    const head = await app.owner.api.customers.create({ name: '苏州德力精密机械有限公司', shortName: '德力' })
    const other = await app.owner.api.customers.create({ name: '德力' })
    const table = [
      '客户名称,母公司',
      '甲,苏州德力精密机械有限公司',
      '乙,德力',
      `丙,${head.id}`,
      '丁,没有的公司',
      '戊,（苏州）德力精密机械有限公司',
    ].join('\n')
    const result = await importTable(app.owner, table)
    const of = async (name: string) => (await customerNamed(name))?.custom[parent.key]
    expect([await of('甲'), await of('乙'), await of('丙'), await of('丁'), await of('戊')]).toEqual([
      head.id,
      other.id,
      head.id,
      undefined,
      head.id,
    ])
    expect(result.problems).toMatchObject([{ line: 5, code: 'customerUnknown', column: '母公司' }])
  })

  it('is not found by a short name that whoever imports may not see', async () => {
    const parent = await add('母公司', { kind: 'reference', entity: 'customers' })
    const { grants } = builtInRoles.manager
    const clerk = app.person({ roleIds: [app.role(grants, { customers: { shortName: 'hidden' } })] })
    const names = { name: '苏州某某精密机械有限公司', shortName: '暗号' }
    const head = await app.owner.api.customers.create({ ...names, ownerId: clerk.id })
    const result = await importTable(clerk, '客户名称,母公司\n甲,暗号\n乙,苏州某某精密机械有限公司\n')
    expect(result.problems).toMatchObject([{ line: 2, code: 'customerUnknown' }])
    expect((await customerNamed('乙'))?.custom).toEqual({ [parent.key]: head.id })
  })

  it('takes a contact by name, with the company where several bear it', async () => {
    const referrer = await add('介绍人', { kind: 'reference', entity: 'contacts' })
    const [first, second] = [
      await app.owner.api.customers.quickCreate({ name: '苏州德力', phone: '13800000000', contactName: '张伟' }),
      await app.owner.api.customers.quickCreate({ name: '无锡某信', phone: '13900000000', contactName: '张伟' }),
    ]
    const bearers = (await app.owner.api.contacts.list({ sort: [{ field: 'id', direction: 'asc' }] })).rows
    const table = '客户名称,介绍人\n甲,张伟\n乙,张伟（无锡某信）\n丙,苏州德力/张伟\n'
    const result = await importTable(app.owner, table)
    expect(result.problems).toMatchObject([{ line: 2, code: 'contactTwice' }])
    const at = (customerId: number) => bearers.find((one) => one.customerId === customerId)?.id
    expect((await customerNamed('乙'))?.custom).toEqual({ [referrer.key]: at(second.id) })
    expect((await customerNamed('丙'))?.custom).toEqual({ [referrer.key]: at(first.id) })
  })

  it('finds nobody the importer does not see, and tells nothing of them', async () => {
    const parent = await add('母公司', { kind: 'reference', entity: 'customers' })
    await app.owner.api.customers.create({ name: '别人的' })
    const rep = app.person({ roles: ['rep'] })
    const result = await importTable(rep, '客户名称,母公司\n甲,别人的\n乙,没有的\n')
    expect(result.problems.map(({ code }) => code)).toEqual(['customerUnknown', 'customerUnknown'])
    // one they do see of the same name is it
    const own = await rep.api.customers.create({ name: '别人的', despiteDuplicates: true })
    await importTable(rep, '客户名称,母公司\n丙,别人的\n')
    expect((await customerNamed('丙'))?.custom).toEqual({ [parent.key]: own.id })
  })

  it('is told by name, not by number, where two rows of a customer differ', async () => {
    await add('母公司', { kind: 'reference', entity: 'customers' })
    for (const name of ['总部甲', '总部乙']) await app.owner.api.customers.create({ name })
    const result = await importTable(app.owner, '客户名称,母公司\n德力,总部甲\n德力,总部乙\n')
    expect(result.problems).toMatchObject([{ code: 'differsInFile', column: '母公司', value: '总部乙' }])
    await importTable(app.owner, '客户名称,母公司\n总部乙,总部甲\n')
    const kept = await importTable(app.owner, '客户名称,母公司\n总部乙,总部乙\n')
    expect(kept.problems).toMatchObject([{ code: 'kept', value: '总部乙' }])
  })

  it('of contacts and follow-ups is taken too; files have no column', async () => {
    const backup = await add('替补', { kind: 'person' }, 'contacts')
    await add('合同扫描件', { kind: 'file' })
    const person = app.person({ name: '周敏' })
    const table = '客户名称,联系人,替补,合同扫描件\n德力,王五,周敏,合同.pdf\n'
    const result = await importTable(app.owner, table)
    expect(result.refused).toBe(0)
    expect((await app.owner.api.contacts.list({})).rows[0]?.custom).toEqual({ [backup.key]: person.id })
    expect((await customerNamed('德力'))?.note).toBe('合同扫描件：合同.pdf')
    const token = await upload(app.owner, '客户.csv', Buffer.from(table))
    const found = await app.owner.api.importExport.inspect({ token })
    expect(Object.keys(found.sheets[0]?.mapping ?? {})).toEqual(['0', '1', '2'])
  })
})
