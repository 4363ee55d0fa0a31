import { expect, it } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

const day = 86_400_000

async function customer(
  app: TestApp,
  person: TestPerson,
  name: string,
  plan: { ago?: number; next?: number; level?: 'key' | 'normal'; step?: string } = {},
) {
  const { id } = await person.api.customers.create({
    name,
    phone: '021-5555 0000',
    level: plan.level ?? 'normal',
    despiteDuplicates: true,
  })
  if (plan.ago !== undefined)
    await person.api.followUps.create({
      customerId: id,
      way: 'call',
      content: `说了${name}`,
      followedAt: app.clock.now - plan.ago * day,
      ...(plan.next === undefined ? {} : { nextAt: app.clock.now + plan.next * day, nextStep: plan.step ?? '再打' }),
    })
  return id
}

const seen = async (person: TestPerson, whose: 'me' | 'myPeople' = 'me') =>
  (await person.api.today.list({ whose })).items.map((item) => `${item.customerName} ${item.reason} ${item.days}`)

it('names whom to call and why, what is late first, key customers before others', async () => {
  const app = openTestApp()
  const rep = app.person()
  await customer(app, rep, '明天', { ago: 1, next: 1 })
  await customer(app, rep, '下周', { ago: 1, next: 8 })
  await customer(app, rep, '过期三天', { ago: 9, next: -3 })
  await customer(app, rep, '过期一天重点', { ago: 9, next: -1, level: 'key' })
  await customer(app, rep, '今天', { ago: 1, next: 0.1 })
  await customer(app, rep, '安静', { ago: 31 })
  await customer(app, rep, '不算安静', { ago: 30 })
  await customer(app, rep, '重点安静', { ago: 16, level: 'key' })
  await customer(app, rep, '重点不算', { ago: 15, level: 'key' })
  await customer(app, rep, '从未')
  expect(await seen(rep)).toEqual([
    '过期一天重点 overdue 1',
    '过期三天 overdue 3',
    '今天 dueToday 0',
    '明天 dueSoon 1',
    '重点安静 quiet 16',
    '安静 quiet 31',
    '从未 neverContacted 0',
  ])
  const { counts } = await rep.api.today.list({})
  expect(counts).toEqual({ overdue: 2, dueToday: 1, dueSoon: 1, quiet: 2, neverContacted: 1, birthday: 0 })
  await app.owner.api.settings.setOffice({ quietDays: 40 })
  expect((await rep.api.today.list({})).counts).toMatchObject({ quiet: 0 })
  await app.close()
})

it('shows my people’s apart from mine, and nothing of others', async () => {
  const app = openTestApp()
  const boss = app.person({ roles: ['manager'] })
  const rep = app.person({ superiorId: boss.id })
  const stranger = app.person()
  await customer(app, boss, '主管的', { ago: 3, next: -1 })
  await customer(app, rep, '下属的', { ago: 3, next: -1 })
  await customer(app, stranger, '别人的', { ago: 3, next: -1 })
  expect(await seen(boss)).toEqual(['主管的 overdue 1'])
  expect(await seen(boss, 'myPeople')).toEqual(['下属的 overdue 1'])
  expect(await seen(rep, 'myPeople')).toEqual([])
  await app.close()
})

it('shows a service agent the next steps they agreed with customers of others', async () => {
  const app = openTestApp()
  const [rep, agent] = [app.person(), app.person({ roles: ['service'] })]
  const id = await customer(app, rep, '德力')
  const entry = { customerId: id, way: 'call' as const, content: '问了进度' }
  await agent.api.followUps.create({ ...entry, nextAt: app.clock.now - day })
  expect(await seen(agent)).toEqual(['德力 overdue 1'])
  expect(await seen(rep)).toEqual(['德力 overdue 1'])
  expect((await agent.api.today.list({})).counts).toMatchObject({ overdue: 1 })
  await rep.api.followUps.create({ ...entry, nextAt: app.clock.now + day })
  expect(await seen(agent)).toEqual([])
  await app.close()
})

it('says whom to ask for, the number and the step agreed', async () => {
  const app = openTestApp()
  const rep = app.person()
  const id = await customer(app, rep, '德力')
  await rep.api.contacts.create({ customerId: id, name: '前台', phone: '13800000001', isPrimary: true })
  const chief = await rep.api.contacts.create({ customerId: id, name: '王总', phone: '13800000002' })
  const followUp = await rep.api.followUps.create({
    customerId: id,
    contactId: chief.id,
    way: 'visit',
    content: '看车间',
    nextAt: app.clock.now,
    nextStep: '报价复核',
  })
  const [item] = (await rep.api.today.list({})).items
  expect(item).toMatchObject({
    contactName: '王总',
    phone: '13800000002',
    text: '报价复核',
    followUpId: followUp.id,
    contactId: chief.id,
  })
  await rep.api.contacts.archive({ id: chief.id, version: chief.version })
  expect((await rep.api.today.list({})).items[0]).toMatchObject({ contactName: null, phone: '021-5555 0000' })
  await rep.api.followUps.update({ id: followUp.id, version: followUp.version, changes: { nextDone: true } })
  expect(await seen(rep)).toEqual([])
  await app.close()
})

it('reminds of birthdays by both calendars for a week ahead', async () => {
  const app = openTestApp()
  const rep = app.person()
  const id = await customer(app, rep, '德力', { ago: 1 })
  // today is 2026-11-18, the tenth day of the tenth lunar month
  const contacts = [
    { name: '阳历今天', birthday: '1980-11-18' },
    { name: '阳历七天后', birthday: '--11-25' },
    { name: '阳历八天后', birthday: '--11-26' },
    { name: '阴历明天', birthday: '1975-10-11', birthdayCalendar: 'lunar' as const },
    { name: '阴历闰月', birthday: '1984-10-12', birthdayCalendar: 'lunar' as const, birthdayLeapMonth: true },
    { name: '已走', birthday: '1980-11-18', isActive: false },
  ]
  for (const contact of contacts) await rep.api.contacts.create({ customerId: id, ...contact })
  const { items, counts } = await rep.api.today.list({})
  expect(items.map((item) => `${item.reason} ${item.contactName} ${item.days}`)).toEqual([
    'birthday 阳历今天 0',
    'birthday 阴历明天 1',
    'birthday 阴历闰月 2',
    'birthday 阳历七天后 7',
  ])
  expect(counts['birthday']).toBe(4)
  await app.close()
})

it('gives no reason that rests on a field the viewer does not see, and masks the rest', async () => {
  const app = openTestApp()
  const all = {
    'customers.view': 'own',
    'customers.create': 'own',
    'customers.update': 'own',
    'contacts.view': 'own',
    'contacts.create': 'own',
    'followUps.view': 'own',
    'followUps.create': 'own',
  } as const
  const blind = app.person({
    roleIds: [app.role(all, { customers: { nextFollowAt: 'hidden' }, contacts: { birthday: 'hidden' } })],
  })
  const id = await customer(app, blind, '德力', { ago: 3, next: -1 })
  app.host.db
    .prepare(
      `INSERT INTO contacts (created_at, updated_at, created_by_id, name, customer_id, birthday) VALUES (1, 1, 1, '王总', ?, '1980-11-18')`,
    )
    .run(id)
  expect(await blind.api.today.list({})).toEqual({ items: [], counts: { birthday: 0 } })
  const half = app.person({ roleIds: [app.role(all, { customers: { phone: 'masked', nextStep: 'hidden' } })] })
  await app.host.db.prepare('UPDATE customers SET owner_id = ?').run(half.id)
  expect((await half.api.today.list({})).items[0]).toMatchObject({
    customerName: '德力',
    phone: '021****0000',
    text: null,
  })
  await app.close()
})
