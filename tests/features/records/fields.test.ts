import { expect, test } from 'vitest'
import { customerFields } from '@shared/features/customers/fields'
import { openTestApp } from '../../support/app'

async function office() {
  const app = openTestApp()
  const make = async (label: string): Promise<string> =>
    (await app.owner.api.customFields.create({ entity: 'customers', label, field: { kind: 'text' } })).key
  const [size, secret] = [await make('规模'), await make('底价')]
  for (const name of ['杭州德力电子有限公司', '苏州明远精密机械'])
    await app.owner.api.customers.create({
      name,
      phone: '13812345678',
      mail: 'info@deli.cn',
      tags: ['展会'],
      custom: { [size]: '50人', [secret]: '8万' },
      despiteDuplicates: true,
    })
  return { app, size, secret }
}

const always = ['id', 'version']

test('a list of some fields tells of each row what the whole row tells, to everybody', async () => {
  const { app, size, secret } = await office()
  const rights = { customers: { phone: 'masked', mail: 'hidden', [`custom.${secret}`]: 'hidden', level: 'readOnly' } }
  const partly = app.person({ roleIds: [app.role({ 'customers.view': 'all' }, rights)] })
  const fields = ['name', 'phone', 'mail', 'tags', 'starred', 'ownerId', `custom.${size}`, `custom.${secret}`]
  for (const { api } of [app.owner, partly]) {
    const whole = (await api.customers.list({})).rows as Record<string, unknown>[]
    const some = (await api.customers.list({ fields })).rows as Record<string, unknown>[]
    expect(some).toHaveLength(2)
    for (const [at, row] of some.entries()) {
      const asked = [...always, 'custom', ...fields.filter((key) => !key.startsWith('custom.'))]
      expect(row).toEqual({
        ...Object.fromEntries(asked.map((key) => [key, whole[at]?.[key]])),
        ...(api === partly.api ? { masked: ['phone', 'mail', `custom.${secret}`] } : {}),
      })
    }
  }
  await app.close()
})

test('values that were not asked for stay where they are', async () => {
  const { app, size } = await office()
  const [row] = (await app.owner.api.customers.list({ fields: ['name', `custom.${size}`] })).rows
  expect(Object.keys(row ?? {}).sort()).toEqual([...always, 'custom', 'name'].sort())
  expect(row?.custom).toEqual({ [size]: '50人' })
  const [bare] = (await app.owner.api.customers.list({ fields: [] })).rows
  expect(Object.keys(bare ?? {})).toEqual(always)
  await app.close()
})

test('only fields of the list may be asked for; a custom one that is gone is nothing', async () => {
  const { app } = await office()
  for (const fields of [
    ['nothing'],
    ['owner_id'],
    ['pooledById'],
    ["name' --"],
    ['__proto__'],
    ['constructor'],
    ['custom'],
  ])
    await expect(app.owner.raw('customers.list', { fields })).rejects.toMatchObject({ code: 'invalid' })
  const { rows } = await app.owner.api.customers.list({ fields: ['custom.gone', 'name'] })
  expect(rows.map(({ custom, name }) => [custom, name])).toEqual([
    [{}, '苏州明远精密机械'],
    [{}, '杭州德力电子有限公司'],
  ])
  await app.close()
})

test('every field can be asked for alone', async () => {
  const { app } = await office()
  const [whole] = (await app.owner.api.customers.list({ limit: 1 })).rows as Record<string, unknown>[]
  for (const key of [...Object.keys(customerFields.fields), 'createdAt', 'updatedAt', 'archivedAt']) {
    const [row] = (await app.owner.api.customers.list({ limit: 1, fields: [key] })).rows as Record<string, unknown>[]
    expect(row?.[key], key).toEqual(whole?.[key])
  }
  await app.close()
})
