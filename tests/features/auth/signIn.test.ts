import { expect, it } from 'vitest'
import { callerOf, openTestApp } from '../../support/app'
import { emptyOffice } from '../../support/emptyOffice'

const first = { company: '上海云桥', name: '王总', login: 'wang', password: 'zhike-2026' }

it('the first run makes the office, its roles and its owner, and signs the owner in', async () => {
  const office = emptyOffice()
  const page = office.device()
  expect(await page.api.auth.status({})).toEqual({ setUp: false, signedIn: false, company: null })
  const info = await page.api.auth.setUp(first)
  expect(info).toMatchObject({ name: '王总', company: '上海云桥', mustChangePassword: false })
  expect(info.permissions).toContain('customers.export')
  expect(await page.api.auth.status({})).toEqual({ setUp: true, signedIn: true, company: '上海云桥' })
  await expect(office.device().api.auth.setUp(first)).rejects.toMatchObject({ code: 'rule', details: { code: 'alreadySetUp' } })
  await office.close()
})

it('two first runs at once make one office', async () => {
  const office = emptyOffice()
  const both = await Promise.allSettled([office.device().api.auth.setUp(first), office.device().api.auth.setUp({ ...first, login: 'li' })])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(office.count('people')).toBe(1)
  await office.close()
})
