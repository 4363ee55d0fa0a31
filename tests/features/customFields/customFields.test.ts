import { afterEach, beforeEach, expect, it } from 'vitest'
import { namedContents } from '@main/records/customFiles'
import type { DefinitionBody } from '@shared/fields/definition'
import { openTestApp, type TestApp } from '../../support/app'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const add = (label: string, field: DefinitionBody, entity: 'customers' | 'contacts' | 'followUps' = 'customers') =>
  app.owner.api.customFields.create({ entity, label, field })
const customer = (custom: Record<string, unknown> = {}, name = '德力') =>
  app.owner.api.customers.create({ name, custom })
const refusal = (fields: Record<string, string>) => ({ code: 'invalid', details: { fields } })

const kinds: [string, DefinitionBody, unknown][] = [
  ['一句话', { kind: 'text' }, '好'],
  ['电话', { kind: 'text', format: 'phone' }, '13800000000'],
  ['邮箱', { kind: 'text', format: 'mail' }, 'a@b.cn'],
  ['网页', { kind: 'text', format: 'link' }, 'https://a.cn'],
  ['说明', { kind: 'longText' }, '好\n长'],
  ['数量', { kind: 'number' }, 3.5],
  ['金额', { kind: 'money' }, 1234],
  ['日期', { kind: 'date' }, '2026-11-22'],
  ['时刻', { kind: 'dateTime' }, 1_790_000_000_000],
  ['等级', { kind: 'choice', options: ['a', 'b'], optionLabels: { a: '甲', b: '乙' } }, 'b'],
  ['用途', { kind: 'choices', options: ['a', 'b'], optionLabels: { a: '甲', b: '乙' } }, ['a', 'b']],
  ['上市', { kind: 'yesNo' }, true],
  ['顾问', { kind: 'person' }, 1],
  ['母公司', { kind: 'reference', entity: 'customers' }, 1],
]

it.each(kinds)(
  '%s: a field of every kind is added, kept, changed, listed and in the history',
  async (label, field, value) => {
    await customer({}, '在先的')
    const { key } = await add(label, field)
    const made = await customer({ [key]: value })
    expect(made.custom).toEqual({ [key]: value })
    const changed = await app.owner.api.customers.update({
      id: made.id,
      version: made.version,
      changes: { custom: { [key]: null } },
    })
    expect(changed.custom[key]).toBeNull()
    const { rows } = await app.owner.api.customers.history({ id: made.id })
    expect(rows[0]?.fields[`custom.${key}`]).toEqual({ before: value, after: null })
    const { fields } = await app.owner.api.customFields.forms({})
    expect(fields).toEqual([{ entity: 'customers', key, label, field }])
  },
)

it('values of another kind, and keys nobody defined, are refused', async () => {
  const { key } = await add('数量', { kind: 'number' })
  await expect(customer({ [key]: '三' })).rejects.toMatchObject(refusal({ [`custom.${key}`]: 'number' }))
  await expect(customer({ nobody: 1 })).rejects.toMatchObject(refusal({ 'custom.nobody': 'unknownField' }))
})

it('a definition that does not fit together is refused', async () => {
  const wrong: [DefinitionBody, string][] = [
    [{ kind: 'choice' }, 'options'],
    [{ kind: 'choice', options: ['a'] }, 'optionLabels'],
    [{ kind: 'reference' }, 'entity'],
    [{ kind: 'yesNo', unique: true }, 'unique'],
    [{ kind: 'number', fallback: '三' }, 'fallback'],
    [{ kind: 'number', format: 'phone' }, 'format'],
    [{ kind: 'longText', filterable: true }, 'filterable'],
  ]
  for (const [field, part] of wrong)
    await expect(add('错', field)).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { [`field.${part}`]: expect.any(String) } },
    })
  const rule = [{ field: 'nothing', operator: 'notEmpty' as const }]
  await expect(add('错', { kind: 'text', shownWhen: rule })).rejects.toMatchObject(
    refusal({ shownWhen: 'unknownField' }),
  )
})

it('required, usual value and no value twice', async () => {
  const grade = await add('等级', { kind: 'choice', options: ['a'], optionLabels: { a: '甲' }, required: true })
  const code = await add('编号', { kind: 'text', unique: true })
  const open = await add('开放', { kind: 'yesNo', fallback: true })
  await expect(customer()).rejects.toMatchObject(refusal({ [`custom.${grade.key}`]: 'required' }))
  const one = await customer({ [grade.key]: 'a', [code.key]: 'K1' })
  expect(one.custom[open.key]).toBe(true)
  const two = { [grade.key]: 'a', [code.key]: 'K1' }
  await expect(customer(two, '别家')).rejects.toMatchObject(refusal({ [`custom.${code.key}`]: 'exists' }))
  await app.owner.api.customers.archive({ id: one.id, version: one.version })
  await customer(two, '别家')
  // the value is taken by now
  await expect(app.owner.api.customers.restore({ id: one.id, version: 2 })).rejects.toMatchObject(
    refusal({ [`custom.${code.key}`]: 'exists' }),
  )
})

it('an old record without a required value may change otherwise, but the value may not be emptied', async () => {
  const old = await customer()
  const { key } = await add('等级', { kind: 'text', required: true })
  const { api } = app.owner
  const row = await api.customers.update({ id: old.id, version: 1, changes: { phone: '0512-66660000' } })
  const filled = await api.customers.update({ id: old.id, version: row.version, changes: { custom: { [key]: '甲' } } })
  await expect(
    api.customers.update({ id: old.id, version: filled.version, changes: { custom: { [key]: null } } }),
  ).rejects.toMatchObject(refusal({ [`custom.${key}`]: 'required' }))
})

it('a field is asked for, and required, while its condition holds', async () => {
  const rule = [{ field: 'type', operator: 'in' as const, value: ['lost'] }]
  const { key } = await add('流失原因', { kind: 'text', shownWhen: rule, requiredWhen: rule })
  await expect(customer({ [key]: '贵' })).rejects.toMatchObject(refusal({ [`custom.${key}`]: 'notAsked' }))
  const made = await customer()
  const { api } = app.owner
  const lost = (custom: Record<string, unknown>) =>
    api.customers.update({ id: made.id, version: 1, changes: { type: 'lost', custom } })
  await expect(lost({})).rejects.toMatchObject(refusal({ [`custom.${key}`]: 'required' }))
  expect((await lost({ [key]: '贵' })).custom[key]).toBe('贵')
})

it('a removed field is gone everywhere, and back with its values when restored or undone', async () => {
  const field = await add('等级', { kind: 'text' })
  const made = await customer({ [field.key]: '甲' })
  const { api } = app.owner
  const gone = await api.customFields.archive({ id: field.id, version: field.version })
  expect((await api.customers.read({ id: made.id })).custom).toEqual({})
  const filter = { field: `custom.${field.key}`, operator: 'is' as const, value: '甲' }
  await expect(api.customers.list({ filter })).rejects.toMatchObject(
    refusal({ [`custom.${field.key}`]: 'unknownField' }),
  )
  await expect(
    api.customers.update({ id: made.id, version: 1, changes: { custom: { [field.key]: '乙' } } }),
  ).rejects.toMatchObject(refusal({ [`custom.${field.key}`]: 'unknownField' }))
  await api.customFields.restore({ id: field.id, version: gone.version })
  expect((await api.customers.list({ filter })).rows.map((row) => row.custom)).toEqual([{ [field.key]: '甲' }])
  await api.customFields.archive({ id: field.id, version: gone.version + 1 })
  await api.changeSets.undo({ id: app.owner.lastChangeSet() ?? 0 })
  expect((await api.customers.read({ id: made.id })).custom).toEqual({ [field.key]: '甲' })
})

it('its kind stays, and so do words of options taken away', async () => {
  const optionLabels = { a: '甲', b: '乙' }
  const field = await add('等级', { kind: 'choice', options: ['a', 'b'], optionLabels })
  const { api } = app.owner
  const made = await customer({ [field.key]: 'b' })
  await expect(
    api.customFields.update({ id: field.id, version: 1, changes: { field: { kind: 'text' } } }),
  ).rejects.toMatchObject(refusal({ kind: 'notAllowed' }))
  await api.customFields.update({
    id: field.id,
    version: 1,
    changes: { label: '级', field: { kind: 'choice', options: ['a'], optionLabels } },
  })
  expect((await api.customers.read({ id: made.id })).custom[field.key]).toBe('b')
  await expect(customer({ [field.key]: 'b' }, '别家')).rejects.toMatchObject(
    refusal({ [`custom.${field.key}`]: 'choice' }),
  )
})

it('doubles that are there already forbid a field without doubles', async () => {
  const field = await add('编号', { kind: 'text' })
  await customer({ [field.key]: 'K1' })
  await customer({ [field.key]: 'K1' }, '别家')
  await expect(
    app.owner.api.customFields.update({ id: field.id, version: 1, changes: { field: { kind: 'text', unique: true } } }),
  ).rejects.toMatchObject(refusal({ unique: 'twice' }))
})

it('only who manages settings defines fields; an undo by anybody else is refused too', async () => {
  const rep = app.person({ roles: ['rep'] })
  const body = { entity: 'customers' as const, label: '等级', field: { kind: 'text' as const } }
  await expect(rep.api.customFields.create(body)).rejects.toMatchObject({ code: 'forbidden' })
  await expect(rep.api.customFields.list({})).rejects.toMatchObject({ code: 'forbidden' })
  const admin = app.person({ roles: ['admin'] })
  const made = await admin.api.customFields.create(body)
  expect((await rep.api.customFields.forms({})).fields.map((one) => one.key)).toEqual([made.key])
})

it('what is hidden from somebody is not defined for them, and conditions over it say nothing', async () => {
  const secret = await add('内部评级', { kind: 'choice', options: ['a'], optionLabels: { a: '甲' } })
  const rule = [{ field: `custom.${secret.key}`, operator: 'in' as const, value: ['a'] }]
  const reason = await add('原因', { kind: 'text', requiredWhen: rule, shownWhen: rule })
  const scope = { 'customers.view': 'all', 'customers.update': 'all' } as const
  const roleId = app.role(scope, { customers: { [`custom.${secret.key}`]: 'hidden' } })
  const rep = app.person({ roleIds: [roleId] })
  const { fields } = await rep.api.customFields.forms({})
  expect(fields).toEqual([{ entity: 'customers', key: reason.key, label: '原因', field: { kind: 'text' } }])
  const made = await customer({ [secret.key]: 'a', [reason.key]: '好' })
  const seen = await rep.api.customers.read({ id: made.id })
  expect(seen).toMatchObject({
    custom: { [reason.key]: '好' },
    masked: expect.arrayContaining([`custom.${secret.key}`]),
  })
  // neither the fact that it is required now, nor that it would not be, is told
  await rep.api.customers.update({ id: made.id, version: 1, changes: { custom: { [reason.key]: null } } })
  for (const operator of ['is', 'empty'] as const)
    await expect(
      rep.api.customers.list({ filter: { field: `custom.${secret.key}`, operator, value: 'a' } }),
    ).rejects.toMatchObject(refusal({ [`custom.${secret.key}`]: 'notAllowed' }))
  await expect(
    rep.api.customers.list({ sort: [{ field: `custom.${secret.key}`, direction: 'asc' }] }),
  ).rejects.toMatchObject(refusal({ [`custom.${secret.key}`]: 'notAllowed' }))
})

it('references and people of custom fields must be there and in sight', async () => {
  const parent = await add('母公司', { kind: 'reference', entity: 'customers' })
  const advisor = await add('顾问', { kind: 'person' })
  const hidden = await customer()
  const rep = app.person({ roles: ['rep'] })
  const mine = (custom: Record<string, unknown>) => rep.api.customers.create({ name: '我的', custom })
  await expect(mine({ [parent.key]: hidden.id })).rejects.toMatchObject(
    refusal({ [`custom.${parent.key}`]: 'reference' }),
  )
  await expect(mine({ [advisor.key]: 999 })).rejects.toMatchObject(refusal({ [`custom.${advisor.key}`]: 'reference' }))
  await mine({ [advisor.key]: rep.id })
})

it('a layout holds for everybody or for a role, names only fields that are there, and undoes', async () => {
  const { api } = app.owner
  const { key } = await add('等级', { kind: 'text' })
  const body = { groups: [{ label: '要紧', fields: ['name', `custom.${key}`] }], left: ['qq'] }
  await api.customFields.setLayout({ entity: 'customers', roleId: null, body })
  const rep = app.person({ roles: ['rep'] })
  const layouts = async () => (await rep.api.customFields.forms({})).layouts
  expect(await layouts()).toEqual([{ entity: 'customers', body }])
  const role = (await api.roles.list({})).rows.find((one) => one.builtIn === 'rep')?.id ?? 0
  await api.customFields.setLayout({ entity: 'customers', roleId: role, body: { groups: [], left: ['wechat'] } })
  expect(await layouts()).toEqual([{ entity: 'customers', body: { groups: [], left: ['wechat'] } }])
  await api.changeSets.undo({ id: app.owner.lastChangeSet() ?? 0 })
  expect(await layouts()).toEqual([{ entity: 'customers', body }])
  const wrong = (left: string[]) =>
    api.customFields.setLayout({ entity: 'customers', roleId: null, body: { groups: [], left } })
  await expect(wrong(['name'])).rejects.toMatchObject(refusal({ name: 'required' }))
  await expect(wrong(['nothing'])).rejects.toMatchObject(refusal({ nothing: 'unknownField' }))
  await api.customFields.setLayout({ entity: 'customers', roleId: null, body: null })
  expect(await layouts()).toEqual([])
})

it('a way has its template', async () => {
  const { api } = app.owner
  const { key } = await add('到场人数', { kind: 'number' }, 'followUps')
  const body = { skeleton: '见了谁：\n谈了什么：', fields: ['contactId', `custom.${key}`] }
  await api.customFields.setTemplate({ way: 'visit', body })
  expect((await api.customFields.forms({})).templates).toEqual([{ way: 'visit', body }])
  await expect(
    api.customFields.setTemplate({ way: 'visit', body: { skeleton: '', fields: ['ownerId'] } }),
  ).rejects.toMatchObject(refusal({ ownerId: 'unknownField' }))
})

it('a file field keeps a content by its hash, for whoever brought it, and gives it to who sees the field', async () => {
  const { key } = await add('执照', { kind: 'file' })
  const { api } = app.owner
  const bytes = Buffer.from('执照的内容')
  const { token } = await api.files.begin({ name: '营业执照.pdf', size: bytes.length })
  await api.files.append({ token, offset: 0, data: bytes.toString('base64') })
  const { value } = await api.customFields.keepFile({ token })
  const rep = app.person({ roleIds: [app.role({ 'customers.view': 'all', 'customers.create': 'all' })] })
  // a hash one knows is no file one has
  await expect(rep.api.customers.create({ name: '偷', custom: { [key]: value } })).rejects.toMatchObject(
    refusal({ [`custom.${key}`]: 'reference' }),
  )
  const made = await customer({ [key]: value })
  const opened = await rep.api.customFields.openFile({ entity: 'customers', id: made.id, key })
  expect(opened).toMatchObject({ name: '营业执照.pdf', size: bytes.length })
  const { data } = await rep.api.files.download({ token: opened.token, offset: 0 })
  expect(Buffer.from(data, 'base64').toString()).toBe('执照的内容')
  const blind = app.person({
    roleIds: [app.role({ 'customers.view': 'all' }, { customers: { [`custom.${key}`]: 'masked' } })],
  })
  await expect(blind.api.customFields.openFile({ entity: 'customers', id: made.id, key })).rejects.toMatchObject({
    code: 'notFound',
  })
  const named = await namedContents(app.host.db, app.host.services.entities, new AbortController().signal)
  expect([...named]).toEqual([value.slice(0, 64)])
})
