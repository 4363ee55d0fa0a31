import { expect, test } from 'vitest'
import { readPaste } from '@shared/features/pasting/reading'
import { openTestApp } from '../../support/app'

const card =
  '苏州德力信息技术有限公司\n王建国 销售总监\n13800138000\n0512-62880000\nwang@deli-it.cn\n江苏省苏州市吴中区越溪街道8号'

test('a confirmed paste makes a customer and its contact in one change set', async () => {
  const app = openTestApp()
  const rep = app.person()
  const { customer, contact } = readPaste(card)
  const made = await rep.api.pasting.create({ customer: customer as never, contact: contact as never })
  expect(made).toMatchObject({ name: '苏州德力信息技术有限公司', region: '320506', ownerId: rep.id, contactCount: 1 })
  const { contacts } = await rep.api.customers.overview({ id: made.id })
  expect(contacts).toMatchObject([{ name: '王建国', phone: '13800138000', isPrimary: true }])
  await rep.api.changeSets.undo({ id: rep.lastChangeSet()! })
  await expect(rep.api.customers.read({ id: made.id })).rejects.toMatchObject({ code: 'notFound' })
  await app.close()
})

test('without the right to make customers, or contacts, nothing is made', async () => {
  const app = openTestApp()
  const viewer = app.person({ roles: ['finance'] })
  const input = { customer: { name: '甲' }, contact: { name: '乙' } }
  await expect(viewer.api.pasting.create(input)).rejects.toMatchObject({ code: 'forbidden' })
  const half = app.person({ roleIds: [app.role({ 'customers.view': 'own', 'customers.create': 'own' })] })
  await expect(half.api.pasting.create(input)).rejects.toMatchObject({ code: 'forbidden' })
  expect((await app.owner.api.customers.list({})).rows).toEqual([])
  await app.close()
})

test('what a field does not take is told under its name', async () => {
  const app = openTestApp()
  await expect(app.owner.api.pasting.create({ customer: { name: '甲', mail: 'no mail' } })).rejects.toMatchObject({
    code: 'invalid',
    details: { fields: { 'customer.mail': 'mail' } },
  })
  await app.close()
})

test('what the office itself requires of a customer and of a contact is asked for, and kept', async () => {
  const app = openTestApp()
  const rep = app.person()
  const field = { kind: 'text', required: true } as const
  const { key: room } = await app.owner.api.customFields.create({ entity: 'customers', label: '机房', field })
  const { key: desk } = await app.owner.api.customFields.create({ entity: 'contacts', label: '工位', field })
  const customer = { name: '苏州德力', custom: { [room]: 'A3' } }
  const asked = (input: object) => rep.api.pasting.create(input as never)
  await expect(asked({ customer: { name: '苏州德力' } })).rejects.toMatchObject({
    details: { fields: { [`customer.custom.${room}`]: 'required' } },
  })
  await expect(asked({ customer, contact: { name: '王建国' } })).rejects.toMatchObject({
    details: { fields: { [`contact.custom.${desk}`]: 'required' } },
  })
  const made = await asked({ customer, contact: { name: '王建国', custom: { [desk]: '12' } } })
  expect(made.custom).toEqual({ [room]: 'A3' })
  const { contacts } = await rep.api.customers.overview({ id: made.id })
  expect(contacts).toMatchObject([{ name: '王建国', custom: { [desk]: '12' } }])
  await app.close()
})
