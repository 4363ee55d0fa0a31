import { expect, it } from 'vitest'
import { emptyOffice } from '../../support/emptyOffice'

const owner = { login: 'wang', password: 'zhike-2026' }
const signedOut = { code: 'signedOut' }

async function office() {
  const made = emptyOffice()
  const boss = made.device({ local: true })
  await boss.api.auth.setUp({ company: '上海云桥', name: '王总', ...owner })
  const ended: number[] = []
  const end = made.host.services.publisher.endSessions
  made.host.services.publisher.endSessions = (ids) => (ended.push(...ids), end(ids))
  /** A colleague with the role of that code, signed in on a device of their own. */
  const colleague = async (name: string, role = 'rep') => {
    const [found] = (await boss.api.roles.list({})).rows.filter((row) => row.builtIn === role)
    const { id, version } = await boss.api.organization.createPerson({ name, roleIds: [String(found!.id)] })
    await boss.api.auth.setLogin({ personId: id, login: name, password: `${name}-password`, mustChange: false })
    const device = made.device()
    await device.api.auth.signIn({ login: name, password: `${name}-password` })
    return { id, version, device }
  }
  return { ...made, boss, ended, colleague }
}

it('signing out ends the session and its listeners', async () => {
  const { boss, ended, close } = await office()
  await boss.api.auth.signOut({})
  expect(boss.held.token).toBeNull()
  expect(ended).toHaveLength(1)
  await expect(boss.api.auth.session({})).rejects.toMatchObject(signedOut)
  await close()
})

it('a session ends after 12 hours, or after 30 days when it was to stay', async () => {
  const { device, clock, close } = await office()
  const [short, long] = [device({ from: '1' }), device({ from: '2' })]
  await short.api.auth.signIn(owner)
  await long.api.auth.signIn({ ...owner, remember: true })
  expect([short.held.remember, long.held.remember]).toEqual([false, true])
  clock.now += 13 * 3_600_000
  await expect(short.api.auth.session({})).rejects.toMatchObject(signedOut)
  expect(await long.api.auth.session({})).toMatchObject({ name: '王总' })
  await close()
})

it('signing out the others leaves only this one', async () => {
  const { boss, device, ended, close } = await office()
  const other = device()
  await other.api.auth.signIn(owner)
  expect((await boss.api.auth.sessions({})).rows).toHaveLength(2)
  expect(await boss.api.auth.signOutOthers({})).toEqual({ ended: 1 })
  expect(ended).toHaveLength(1)
  await expect(other.api.auth.session({})).rejects.toMatchObject(signedOut)
  expect((await boss.api.auth.sessions({})).rows).toMatchObject([{ current: true }])
  await close()
})

it('a changed password ends every other session of that person', async () => {
  const { boss, device, ended, close } = await office()
  const other = device()
  await other.api.auth.signIn(owner)
  await expect(boss.api.auth.changePassword({ current: 'not-this-one', next: 'new-password' })).rejects.toMatchObject({
    details: { code: 'wrongCurrentPassword' },
  })
  await boss.api.auth.changePassword({ current: owner.password, next: 'new-password' })
  expect(ended).toHaveLength(1)
  await expect(other.api.auth.session({})).rejects.toMatchObject(signedOut)
  expect(await boss.api.auth.session({})).toMatchObject({ name: '王总' })
  await expect(device().api.auth.signIn(owner)).rejects.toMatchObject({ details: { code: 'wrongPassword' } })
  await close()
})

it.each([
  ['disabled', { disabled: true }],
  ['gone since yesterday', { leftOn: '2026-11-17' }],
])('a person who is %s is out at once', async (_, changes) => {
  const { boss, colleague, ended, close } = await office()
  const { id, version, device } = await colleague('小刘')
  await boss.api.organization.updatePerson({ id, version, changes })
  expect(ended).toHaveLength(1)
  await expect(device.api.customers.list({})).rejects.toMatchObject(signedOut)
  await expect(device.api.auth.signIn({ login: '小刘', password: '小刘-password' })).rejects.toMatchObject({
    code: 'rule',
  })
  await close()
})

it('a last day that comes to pass ends the session without anybody doing anything', async () => {
  const { boss, colleague, clock, close } = await office()
  const { id, version, device } = await colleague('小刘')
  await boss.api.organization.updatePerson({ id, version, changes: { leftOn: '2026-11-18' } })
  expect(await device.api.auth.session({})).toMatchObject({ name: '小刘' })
  clock.now += 24 * 3_600_000 - 10_000_000
  expect(
    await device.api.auth.signIn({ login: '小刘', password: '小刘-password', remember: true }).catch(() => 'out'),
  ).toBe('out')
  await close()
})

it('a locked screen answers nothing until the password is given', async () => {
  const { boss, close } = await office()
  await boss.api.auth.lock({})
  await expect(boss.api.customers.list({})).rejects.toMatchObject({ code: 'signedOut', details: { code: 'locked' } })
  await expect(boss.api.auth.unlock({ password: 'wrong-one' })).rejects.toMatchObject({
    details: { code: 'wrongUnlockPassword' },
  })
  await expect(boss.api.customers.list({})).rejects.toMatchObject(signedOut)
  expect(await boss.api.auth.unlock({ password: owner.password })).toMatchObject({ name: '王总' })
  expect((await boss.api.customers.list({})).rows).toEqual([])
  await close()
})

it('unlock without a session tells nothing', async () => {
  const { device, close } = await office()
  await expect(device().api.auth.unlock({ password: owner.password })).rejects.toMatchObject(signedOut)
  await close()
})

it('an assistant enters for whoever named them, both names are kept, and office matters stay closed', async () => {
  const { boss, colleague, all, close } = await office()
  const helper = await colleague('小陈', 'assistant')
  const { personId } = await boss.api.auth.session({})
  await expect(helper.device.api.auth.actFor({ personId })).rejects.toMatchObject({ code: 'forbidden' })
  await boss.api.organization.updatePerson({ id: personId, version: 1, changes: { assistantId: helper.id } })
  expect((await helper.device.api.auth.session({})).mayActFor).toEqual([personId])
  const info = await helper.device.api.auth.actFor({ personId })
  expect(info).toMatchObject({ personId, actorId: helper.id, name: '王总', actorName: '小陈' })
  expect(info.permissions).not.toContain('roles.manage')
  const { id, ownerId } = await helper.device.api.customers.create({ name: '苏州德力' })
  expect(ownerId).toBe(personId)
  expect(all(`SELECT person_id p, actor_id a FROM audit_log WHERE path = 'customers.create'`)).toEqual([
    { p: personId, a: helper.id },
  ])
  const words = { customerId: id, way: 'call' as const, content: '问二期报价' }
  await helper.device.api.followUps.create(words)
  const { timeline } = await helper.device.api.customers.overview({ id })
  expect(timeline.find((line) => line.kind === 'followUp')).toMatchObject({ personId, actorId: helper.id })
  await expect(helper.device.api.auth.setLogin({ personId, login: 'x', password: 'taken-over' })).rejects.toMatchObject(
    { code: 'forbidden' },
  )
  // the boss thinks again: the next call is the assistant's own
  await boss.api.organization.updatePerson({ id: personId, version: 2, changes: { assistantId: null } })
  expect(await helper.device.api.auth.session({})).toMatchObject({ personId: helper.id })
  await expect(helper.device.api.customers.read({ id })).rejects.toMatchObject({ code: 'notFound' })
  await close()
})

it('an admin cannot set the password of somebody with more rights', async () => {
  const { boss, colleague, close } = await office()
  const admin = await colleague('小赵', 'admin')
  const rep = await colleague('小刘')
  const { personId } = await boss.api.auth.session({})
  await expect(admin.device.api.auth.setLogin({ personId, login: 'w', password: 'taken-over' })).rejects.toMatchObject({
    details: { code: 'moreThanOwn' },
  })
  await admin.device.api.auth.setLogin({ personId: rep.id, login: 'liu', password: 'given-anew' })
  await expect(rep.device.api.auth.session({})).rejects.toMatchObject(signedOut)
  expect(await rep.device.api.auth.signIn({ login: 'liu', password: 'given-anew' })).toMatchObject({
    mustChangePassword: true,
  })
  await expect(
    admin.device.api.auth.setLogin({ personId: rep.id, login: 'WANG', password: 'given-anew' }),
  ).rejects.toMatchObject({
    details: { code: 'loginTaken' },
  })
  await close()
})
