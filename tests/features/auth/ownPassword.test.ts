import { expect, it } from 'vitest'
import { hear } from '@main/api/hearing'
import type { ApiError } from '@shared/api/errors'
import { api } from '@shared/api/index'
import { callerOf, openTestApp, type TestApp } from '../../support/app'

const served = ['auth.session', 'auth.changePassword', 'auth.signOut']
const guarded = Object.entries(api).flatMap(([room, endpoints]) =>
  Object.entries(endpoints)
    .filter(([, { permission }]) => permission !== 'public')
    .map(([name]) => `${room}.${name}`),
)

/** Somebody with every right, whose password is still the one that the office gave. */
async function newcomer(app: TestApp) {
  const { id } = app.person({ name: '小陈', roles: ['owner'] })
  await app.owner.api.auth.setLogin({ personId: id, login: 'chen', password: 'given-by-boss' })
  const device = callerOf(app.host, null)
  const info = await device.api.auth.signIn({ login: 'chen', password: 'given-by-boss' })
  expect(info.mustChangePassword).toBe(true)
  return device
}

const refusal = { code: 'forbidden', details: { code: 'mustChangePassword' } }

it('nothing but one’s own password is served before the given one is changed, whatever one may do otherwise', async () => {
  const app = openTestApp()
  const device = await newcomer(app)
  for (const path of guarded.filter((one) => !served.includes(one))) {
    const code = await device.raw(path, {}).catch((error: ApiError) => error.details.code)
    expect([path, code]).toEqual([path, 'mustChangePassword'])
  }
  await expect(hear(app.host, device.token).next()).rejects.toMatchObject(refusal)
  expect(await device.api.auth.session({})).toMatchObject({ name: '小陈', mustChangePassword: true })
  await app.close()
})

it('with a password of one’s own everything opens, in the same session', async () => {
  const app = openTestApp()
  const device = await newcomer(app)
  await expect(device.api.customers.create({ name: '德力' })).rejects.toMatchObject(refusal)
  await expect(
    device.api.auth.changePassword({ current: 'not-this-one', next: 'my-own-password' }),
  ).rejects.toMatchObject({ details: { code: 'wrongCurrentPassword' } })
  await expect(
    device.api.auth.changePassword({ current: 'given-by-boss', next: 'given-by-boss' }),
  ).rejects.toMatchObject({ details: { code: 'samePassword' } })
  await device.api.auth.changePassword({ current: 'given-by-boss', next: 'my-own-password' })
  expect(await device.api.auth.session({})).toMatchObject({ mustChangePassword: false })
  expect(await device.api.customers.create({ name: '德力' })).toMatchObject({ name: '德力' })
  await app.close()
})

it('who leaves it as it is may only leave', async () => {
  const app = openTestApp()
  const device = await newcomer(app)
  await device.api.auth.signOut({})
  await expect(device.api.auth.session({})).rejects.toMatchObject({ code: 'signedOut' })
  await app.close()
})
