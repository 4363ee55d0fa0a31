// What is kept from somebody of a field is kept of what holds more of the same.
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FieldRight } from '@shared/permissions'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

let app: TestApp
beforeEach(() => (app = openTestApp()))
afterEach(() => app.close())

const grants = {
  'customers.view': 'all',
  'customers.create': 'all',
  'customers.update': 'all',
  'contacts.view': 'all',
  'importExport.export': 'all',
} as const
const personWith = (...rights: Record<string, FieldRight>[]): TestPerson =>
  app.person({ roleIds: rights.map((one) => app.role(grants, { customers: one, contacts: one })) })

async function customer(): Promise<number> {
  const { id } = await app.owner.api.customers.create({
    name: '德力',
    phone: '0512-62880000',
    otherPhones: '13812345678；13987654321',
    mail: 'a@deli.cn',
    otherMails: 'b@deli.cn',
  })
  await app.owner.api.contacts.create({ customerId: id, name: '王', phone: '13711112222', otherPhones: '13611112222' })
  return id
}

test.each(['masked', 'hidden'] as const)(
  'a %s phone takes the other phones along, wherever they are read',
  async (right) => {
    const id = await customer()
    const person = personWith({ phone: right })
    const row = await person.api.customers.read({ id })
    expect(row.masked).toEqual(expect.arrayContaining(['phone', 'otherPhones']))
    expect(row.otherMails).toBe('b@deli.cn')
    const answers = [
      row,
      await person.api.customers.list({}),
      await person.api.customers.overview({ id }),
      await person.api.contacts.list({}),
      await person.api.search.find({ text: '13812345678' }),
      await person.api.search.find({ text: '13611112222' }),
      await person.api.duplicates.check({ customer: { name: '另一家', otherPhones: '13812345678' } }),
    ]
    const said = JSON.stringify(answers)
    expect(said).not.toContain('12345678')
    expect(said).not.toContain('13611112222')
    await expect(
      person.api.customers.list({ filter: { field: 'otherPhones', operator: 'contains', value: '138' } }),
    ).rejects.toMatchObject({ code: 'invalid' })
    await expect(person.api.customers.update({ id, version: 1, changes: { otherPhones: '1' } })).rejects.toMatchObject({
      code: 'invalid',
    })
  },
)

test('a stricter right of its own stays; a role that shows the phone shows the others', async () => {
  const id = await customer()
  const strict = await personWith({ phone: 'masked', otherPhones: 'hidden' }).api.customers.read({ id })
  expect([strict.phone, strict.otherPhones]).toEqual(['051****0000', null])
  const open = await personWith({ phone: 'masked' }, {}).api.customers.read({ id })
  expect(open.otherPhones).toBe('13812345678；13987654321')
  const mails = await personWith({ mail: 'hidden' }).api.customers.read({ id })
  expect([mails.mail, mails.otherMails, mails.phone]).toEqual([null, null, '0512-62880000'])
})
