import { expect, it } from 'vitest'
import { openTestApp } from '../../support/app'

it('keeps what each person likes apart, also over a change', async () => {
  const app = openTestApp()
  const rep = app.person()
  await rep.api.settings.setPreference({ key: 'theme', value: 'dark' })
  await rep.api.settings.setPreference({ key: 'theme', value: 'light' })
  await rep.api.settings.setPreference({ key: 'zoom', value: 1.2 })
  await rep.api.settings.setPreference({ key: 'compact', value: true })
  await rep.api.settings.setPreference({ key: 'compact', value: null })
  expect(await rep.api.settings.preferences({})).toEqual({ values: { theme: 'light', zoom: 1.2 } })
  expect(await app.owner.api.settings.preferences({})).toEqual({ values: {} })
  await app.close()
})

it('does not let a page store without end', async () => {
  const app = openTestApp()
  for (let i = 0; i < 300; i++) await app.owner.api.settings.setPreference({ key: `k${i}`, value: i })
  await expect(app.owner.api.settings.setPreference({ key: 'one more', value: 1 })).rejects.toMatchObject({
    code: 'rule',
  })
  await app.owner.api.settings.setPreference({ key: 'k0', value: 'changed' })
  expect(Object.keys((await app.owner.api.settings.preferences({})).values)).toHaveLength(300)
  await app.close()
})

it('lets only who manages the office change it, and says what it was', async () => {
  const app = openTestApp()
  const rep = app.person()
  expect(await rep.api.settings.office({})).toEqual({ company: '', quietDays: 30 })
  await expect(rep.api.settings.setOffice({ quietDays: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  await app.owner.api.settings.setOffice({ company: '上海某信', quietDays: 14 })
  await app.owner.api.settings.setOffice({ quietDays: 20 })
  expect(await rep.api.settings.office({})).toEqual({ company: '上海某信', quietDays: 20 })
  const { rows } = await app.owner.api.auditLog.list({ path: 'settings.setOffice', outcome: 'ok' })
  expect(rows[0]?.detail).toMatchObject({ before: { company: '上海某信', quietDays: 14 }, quietDays: 20 })
  await app.close()
})
