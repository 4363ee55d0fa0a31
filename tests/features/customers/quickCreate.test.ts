// A customer from a card: two fields, and exactly what the office itself requires.
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../support/app'

let app: TestApp
beforeEach(() => void (app = openTestApp()))
afterEach(() => app.close())

const card = { name: '苏州德力', phone: '13800000000' }

it('a name and a phone are enough', async () => {
  expect(await app.owner.api.customers.quickCreate(card)).toMatchObject({ ...card, contactCount: 0 })
})

it('what the office requires of customers is asked for by name, and with it the customer is made', async () => {
  const { key } = await app.owner.api.customFields.create({
    entity: 'customers',
    label: '客户分区',
    field: { kind: 'choice', options: ['a', 'b'], optionLabels: { a: '华东', b: '华南' }, required: true },
  })
  const without = app.owner.api.customers.quickCreate(card)
  await expect(without).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { [`custom.${key}`]: 'required' } },
  })
  expect((await app.owner.api.customers.list({})).rows).toEqual([])
  const made = await app.owner.api.customers.quickCreate({ ...card, custom: { [key]: 'b' } })
  expect(made.custom).toEqual({ [key]: 'b' })
  await expect(
    app.owner.api.customers.quickCreate({ name: '某信', phone: '1', custom: { nothing: 1 } }),
  ).rejects.toMatchObject({ details: { fields: { 'custom.nothing': 'unknownField' } } })
})

it('a usual value is enough for a required field', async () => {
  const { key } = await app.owner.api.customFields.create({
    entity: 'customers',
    label: '开票',
    field: { kind: 'text', required: true, fallback: '普票' },
  })
  expect((await app.owner.api.customers.quickCreate(card)).custom).toEqual({ [key]: '普票' })
})

it('what the office requires of contacts is asked for only with a contact, under a name of its own', async () => {
  const { key } = await app.owner.api.customFields.create({
    entity: 'contacts',
    label: '部门',
    field: { kind: 'text', required: true },
  })
  const withContact = { ...card, contactName: '王建国' }
  await expect(app.owner.api.customers.quickCreate(withContact)).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { [`contactCustom.${key}`]: 'required' } },
  })
  // nothing is left of it
  expect((await app.owner.api.customers.list({})).rows).toEqual([])
  await app.owner.api.customers.quickCreate({ ...withContact, contactCustom: { [key]: '采购' } })
  expect((await app.owner.api.contacts.list({})).rows).toMatchObject([{ name: '王建国', custom: { [key]: '采购' } }])
  await app.owner.api.customers.quickCreate({ name: '无锡某信', phone: '13900000000' })
})

it('who may not fill in a required field is not held up by it', async () => {
  const { key } = await app.owner.api.customFields.create({
    entity: 'customers',
    label: '信用额度',
    field: { kind: 'money', required: true },
  })
  const grants = { 'customers.view': 'own', 'customers.create': 'own' } as const
  const rep = app.person({ roleIds: [app.role(grants, { customers: { [`custom.${key}`]: 'hidden' } })] })
  expect(await rep.api.customers.quickCreate(card)).toMatchObject(card)
})
