// A birthday as it is put together in a form, part by part.
import { expect, it } from 'vitest'
import { readBirthday, writeBirthday } from '@shared/fields/birthday'
import { openTestApp } from '../../support/app'

it('with and without its year it is read back as it was written', () => {
  for (const parts of [
    { year: 1974, month: 4, day: 18 },
    { year: null, month: 12, day: 30 },
  ])
    expect(readBirthday(writeBirthday(parts))).toEqual(parts)
  expect(writeBirthday({ year: null, month: null, day: null })).toBeNull()
})

it('one that lacks its month or its day is refused, not left out in silence', async () => {
  const app = openTestApp()
  const { api } = app.person({ name: '陈涛' })
  const { id: customerId } = await api.customers.create({ name: '聚晟医疗' })
  for (const parts of [
    { year: 1974, month: 4, day: null },
    { year: null, month: null, day: 18 },
    { year: 1974, month: null, day: null },
  ]) {
    const birthday = writeBirthday(parts)
    await expect(api.contacts.create({ customerId, name: '沈月芳', birthday })).rejects.toMatchObject({
      code: 'invalid',
      details: { fields: { birthday: 'birthday' } },
    })
  }
  app.close()
})
