import { expect, it } from 'vitest'
import { emptyOffice } from '../../support/emptyOffice'

const first = { company: '上海云桥', name: '王总', login: 'wang', password: 'zhike-2026' }
const second = 1000
const wrong = { code: 'rule', details: { code: 'wrongPassword' } }

async function office() {
  const made = emptyOffice()
  const owner = made.device({ local: true })
  await owner.api.auth.setUp(first)
  return { ...made, owner }
}
const guess = (
  device: ReturnType<Awaited<ReturnType<typeof office>>['device']>,
  login: string,
  password = 'wrong-password',
) =>
  device.api.auth
    .signIn({ login, password })
    .catch((error: { code: string; details: unknown }) => ({ code: error.code, details: error.details }))

it('the first run makes the office, its roles and its owner, and signs the owner in', async () => {
  const empty = emptyOffice()
  const page = empty.device()
  expect(await page.api.auth.status({})).toEqual({ setUp: false, signedIn: false, company: null })
  const info = await page.api.auth.setUp(first)
  expect(info).toMatchObject({ name: '王总', company: '上海云桥', mustChangePassword: false })
  expect(info.permissions).toContain('customers.export')
  expect(await page.api.auth.status({})).toEqual({ setUp: true, signedIn: true, company: '上海云桥' })
  expect(empty.all('SELECT name FROM roles ORDER BY id').map((row) => row['name'])).toContain('业务员')
  await expect(empty.device().api.auth.setUp(first)).rejects.toMatchObject({
    code: 'rule',
    details: { code: 'alreadySetUp' },
  })
  await empty.close()
})

it('two first runs at once make one office', async () => {
  const empty = emptyOffice()
  const both = await Promise.allSettled(
    [first, { ...first, login: 'li' }].map((input) => empty.device().api.auth.setUp(input)),
  )
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
  expect(empty.count('people')).toBe(1)
  await empty.close()
})

it('a login is the same in any case and width', async () => {
  const { device, close } = await office()
  expect(await device().api.auth.signIn({ login: ' ＷＡＮＧ ', password: first.password })).toMatchObject({
    name: '王总',
  })
  await close()
})

it('a wrong password, an unknown login and a person who left get the same answer', async () => {
  const { device, owner, close } = await office()
  const { id, version } = await owner.api.organization.createPerson({ name: '小刘' })
  await owner.api.auth.setLogin({ personId: id, login: 'liu', password: 'liu-password' })
  await owner.api.organization.updatePerson({ id, version, changes: { leftOn: '2026-11-17' } })
  const answers = [
    await guess(device(), 'wang'),
    await guess(device(), 'nobody'),
    await guess(device(), 'liu', 'liu-password'),
  ]
  for (const answer of answers) expect(answer).toEqual(wrong)
  await close()
})

it('hashing is done for unknown logins too, and not at all for throttled tries', async () => {
  const { device, host, close } = await office()
  const hashed: (string | null)[] = []
  const verify = host.services.passwords.verify.bind(host.services.passwords)
  host.services.passwords.verify = (password, hash) => (hashed.push(hash), verify(password, hash))
  await guess(device(), 'nobody')
  expect(hashed).toEqual([null])
  for (let i = 0; i < 10; i++) await guess(device(), 'nobody')
  expect(hashed).toHaveLength(5)
  await close()
})

it('after five free tries each guess waits longer, whichever device it comes from', async () => {
  const { device, clock, close } = await office()
  for (let i = 0; i < 5; i++) expect(await guess(device({ from: `10.0.0.${i}` }), 'wang')).toEqual(wrong)
  const waits: number[] = []
  for (let i = 5; i < 12; i++) {
    const answer = (await guess(device({ from: `10.0.0.${i}` }), 'wang')) as {
      code: string
      details: { params: { seconds: number } }
    }
    expect(answer.code).toBe('throttled')
    waits.push(answer.details.params.seconds)
    clock.now += answer.details.params.seconds * second
    expect(await guess(device({ from: `10.0.0.${i}` }), 'wang')).toEqual(wrong)
  }
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320])
  await close()
})

it('a device that tries many logins waits too', async () => {
  const { device, close } = await office()
  for (let i = 0; i < 5; i++) await guess(device(), `name${i}`)
  expect(await guess(device(), 'somebodyElse')).toMatchObject({ code: 'throttled' })
  expect(await guess(device({ from: '10.0.0.8' }), 'somebodyElse')).toEqual(wrong)
  await close()
})

it('a hundred tries at once count as a hundred', async () => {
  const { device, close } = await office()
  const answers = await Promise.all(Array.from({ length: 100 }, () => guess(device(), 'wang')))
  expect(answers.filter((answer) => (answer as { code: string }).code === 'rule')).toHaveLength(5)
  await close()
})

it('signing in with an own login does not clear guesses at others', async () => {
  const { device, owner, close } = await office()
  const { id } = await owner.api.organization.createPerson({ name: '小刘' })
  await owner.api.auth.setLogin({ personId: id, login: 'liu', password: 'liu-password' })
  const thief = device()
  for (let i = 0; i < 4; i++) await guess(thief, 'wang')
  await thief.api.auth.signIn({ login: 'liu', password: 'liu-password' })
  await guess(thief, 'wang')
  expect(await guess(thief, 'wang')).toMatchObject({ code: 'throttled' })
  await close()
})

it('nobody can lock the owner out at the host: strangers do not count there, and the wait stays small', async () => {
  const { device, clock, close } = await office()
  for (let i = 0; i < 30; i++) await guess(device({ from: `10.0.1.${i}` }), 'wang')
  expect(await device({ local: true }).api.auth.signIn({ login: 'wang', password: first.password })).toMatchObject({
    name: '王总',
  })
  const here = device({ local: true })
  for (let i = 0; i < 40; i++) {
    await guess(here, 'wang')
    clock.now += 10 * second
  }
  expect(await here.api.auth.signIn({ login: 'wang', password: first.password })).toMatchObject({ name: '王总' })
  await close()
})

it('failures survive a restart and are kept without what was typed', async () => {
  const { device, all, close } = await office()
  for (let i = 0; i < 5; i++) await guess(device(), 'my-password-in-the-wrong-box')
  const kept = JSON.stringify(all('SELECT * FROM sign_in_failures'))
  expect(kept).toContain('"count":5')
  expect(kept).not.toContain('wrong-box')
  await close()
})

it('no password stands in the audit log, the change sets or the keys', async () => {
  const { owner, all, close } = await office()
  const { id } = await owner.api.organization.createPerson({ name: '小刘' })
  await owner.api.auth.setLogin({ personId: id, login: 'liu', password: 'secret-of-liu' })
  await owner.api.auth.changePassword({ current: first.password, next: 'another-secret' })
  for (const table of ['audit_log', 'changes', 'change_sets', 'command_keys', 'people', 'sessions', 'settings'])
    expect(JSON.stringify(all(`SELECT * FROM ${table}`))).not.toMatch(/secret|zhike-2026|scrypt/)
  await close()
})

it('a stranger who keeps knocking does not fill the audit log', async () => {
  const { device, count, close } = await office()
  for (let i = 0; i < 5; i++) await guess(device(), 'wang')
  const rows = count('audit_log')
  for (let i = 0; i < 20; i++) await guess(device(), 'wang')
  await device()
    .raw('auth.signIn', { login: 'wang' })
    .catch(() => undefined)
  expect(count('audit_log')).toBe(rows)
  await close()
})
