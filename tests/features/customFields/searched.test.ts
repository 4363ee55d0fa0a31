import { expect, it } from 'vitest'
import { openTestApp } from '../../support/app'

it('long texts are found by a piece of them, other kinds are not searched', async () => {
  const app = openTestApp()
  const { api } = app.owner
  const field = { kind: 'longText', searched: true } as const
  const { key } = await api.customFields.create({ entity: 'customers', label: '拓扑', field })
  const made = await api.customers.create({
    name: '德力',
    custom: { [key]: `${'很长的说明，'.repeat(60)}核心交换机两台` },
  })
  expect((await api.search.find({ text: '交换机' })).hits).toMatchObject([{ id: made.id, field: `custom.${key}` }])
  await expect(
    api.customFields.create({ entity: 'customers', label: '台数', field: { kind: 'number', searched: true } }),
  ).rejects.toMatchObject({ code: 'invalid' })
  await app.close()
})

it('own texts are found where it is asked for, by whom they are shown to, from the moment it is asked', async () => {
  const app = openTestApp()
  const { api } = app.owner
  const field = await api.customFields.create({ entity: 'customers', label: '门牌', field: { kind: 'text' } })
  const made = await api.customers.create({ name: '德力', custom: { [field.key]: '金枫路十八号' } })
  const found = async (who: typeof app.owner, text = '金枫路') => (await who.api.search.find({ text })).hits
  const listed = async (who: typeof app.owner) => (await who.api.customers.list({ search: '枫路' })).count.value
  expect(await found(app.owner)).toEqual([])
  const on = await api.customFields.update({
    id: field.id,
    version: 1,
    changes: { field: { kind: 'text', searched: true } },
  })
  expect(await found(app.owner)).toMatchObject([{ id: made.id, field: `custom.${field.key}`, snippet: '金枫路十八号' }])
  expect(await listed(app.owner)).toBe(1)
  await api.customers.create({ name: '某信', custom: { [field.key]: '金枫路二号' } })
  expect(await listed(app.owner)).toBe(2)
  const blind = app.person({
    roleIds: [app.role({ 'customers.view': 'all' }, { customers: { [`custom.${field.key}`]: 'hidden' } })],
  })
  expect(await found(blind)).toEqual([])
  expect(await listed(blind)).toBe(0)
  await api.customFields.archive({ id: field.id, version: on.version })
  expect(await found(app.owner)).toEqual([])
  expect(await listed(app.owner)).toBe(0)
  await app.close()
})
