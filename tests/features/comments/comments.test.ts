import { afterEach, beforeEach, expect, test } from 'vitest'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

let app: TestApp
let chief: TestPerson
let boss: TestPerson
let rep: TestPerson
let colleague: TestPerson
let customerId: number
let about: { entity: string; id: number }
beforeEach(async () => {
  app = openTestApp()
  chief = app.person({ name: '吴总', roles: ['manager'] })
  boss = app.person({ name: '周敏', roles: ['manager'], superiorId: chief.id })
  rep = app.person({ name: '陈涛', superiorId: boss.id })
  colleague = app.person({ name: '何静' })
  const customer = await rep.api.customers.create({ name: '苏州德力' })
  customerId = customer.id
  await app.owner.api.customers.setTeam({
    id: customerId,
    version: customer.version,
    team: [{ personId: colleague.id, level: 'read' }],
  })
  const followUp = await rep.api.followUps.create({ customerId, way: 'call', content: '要报价' })
  about = { entity: 'followUps', id: followUp.id }
})
afterEach(() => app.close())

const texts = async (who: TestPerson): Promise<string[]> =>
  (await who.api.comments.list({ entity: about.entity, ids: [about.id] })).rows.map((row) => row.text)

test('who sees a record comments on it, and who sees it reads that', async () => {
  await colleague.api.comments.create({ about, text: '他们也在问我' })
  for (const who of [rep, boss, chief, colleague, app.owner]) expect(await texts(who)).toEqual(['他们也在问我'])
  expect((await rep.api.notifications.list({})).rows).toMatchObject([{ kind: 'comment', label: '要报价', customerId }])
  const stranger = app.person()
  expect(await texts(stranger)).toEqual([])
  await expect(stranger.api.comments.create({ about, text: 'x' })).rejects.toMatchObject({ code: 'notFound' })
})

test('coaching is heard by the two and those above only', async () => {
  await boss.api.comments.create({ about, text: '先问预算', coaching: true })
  for (const who of [rep, boss, chief, app.owner]) expect(await texts(who)).toEqual(['先问预算'])
  expect(await texts(colleague)).toEqual([])
  expect((await rep.api.notifications.list({})).rows).toMatchObject([{ kind: 'coaching' }])
  expect(await colleague.api.notifications.unreadCount({})).toEqual({ count: 0 })
})

test('only somebody above coaches, and only on a follow-up of others', async () => {
  for (const who of [colleague, rep])
    await expect(who.api.comments.create({ about, text: 'x', coaching: true })).rejects.toMatchObject({
      details: { code: 'notAbove' },
    })
  await expect(
    boss.api.comments.create({ about: { entity: 'customers', id: customerId }, text: 'x', coaching: true }),
  ).rejects.toMatchObject({ details: { code: 'notAbove' } })
})

test('the coached has read it when it was on their screen, nobody else', async () => {
  await boss.api.comments.create({ about, text: '先问预算', coaching: true })
  await chief.api.comments.seen({ about })
  const read = async () => (await boss.api.comments.list({ entity: 'followUps', ids: [about.id] })).rows[0]
  expect(await read()).toMatchObject({ toId: rep.id, seenAt: null })
  app.clock.pass(60_000)
  expect(await rep.api.comments.seen({ about })).toEqual({ seen: 1 })
  expect(await read()).toMatchObject({ seenAt: app.clock.now })
  expect(await rep.api.notifications.unreadCount({})).toEqual({ count: 0 })
})

test('a reply stays between the same people and goes back to who began', async () => {
  const coaching = await boss.api.comments.create({ about, text: '先问预算', coaching: true })
  const reply = await rep.api.comments.create({ about, text: '问了，二十万', replyTo: coaching.id })
  expect(reply).toMatchObject({ rootId: coaching.id, coachedId: rep.id, toId: boss.id })
  expect(await texts(colleague)).toEqual([])
  expect((await boss.api.notifications.list({})).rows).toMatchObject([{ kind: 'reply' }])
  await expect(colleague.api.comments.create({ about, text: 'x', replyTo: coaching.id })).rejects.toMatchObject({
    code: 'notFound',
  })
})

test('a task comes with it for the coached', async () => {
  const task = { title: '补预算', dueOn: '2026-11-20' }
  const made = await boss.api.comments.create({ about, text: '先问预算', coaching: true, task })
  expect(made.task).toMatchObject({ title: '补预算', ownerId: rep.id, done: false })
  expect((await rep.api.tasks.list({ customerId })).rows).toMatchObject([
    { task: { title: '补预算', fromId: boss.id }, about },
  ])
  await boss.api.changeSets.undo({ id: boss.lastChangeSet() ?? 0 })
  expect(await texts(rep)).toEqual([])
  expect((await rep.api.tasks.list({})).rows).toEqual([])
  await expect(boss.api.comments.create({ about, text: 'x', task })).rejects.toMatchObject({
    details: { code: 'taskWithoutCoaching' },
  })
})

test('one changes and takes back one’s own words only', async () => {
  const { id } = await colleague.api.comments.create({ about, text: '问我' })
  for (const who of [rep, boss, app.owner]) {
    await expect(who.api.comments.update({ id, version: 1, text: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(who.api.comments.archive({ id, version: 1 })).rejects.toMatchObject({ code: 'forbidden' })
  }
  expect(await colleague.api.comments.update({ id, version: 1, text: '问我了' })).toMatchObject({ edited: true })
  await colleague.api.comments.archive({ id, version: 2 })
  expect(await texts(rep)).toEqual([])
})

test('comments go out of sight with their record', async () => {
  await colleague.api.comments.create({ about, text: '问我' })
  await rep.api.followUps.archive({ id: about.id, version: 1 })
  expect(await texts(rep)).toEqual([])
})

test('the owner stands above everybody, also where no department has one above it', async () => {
  const info = await app.owner.api.auth.session({})
  expect(info.below).toEqual(expect.arrayContaining([chief.id, boss.id, rep.id, colleague.id]))
  const listed = await app.owner.api.followUps.list({
    filter: { and: [{ field: 'personId', operator: 'in', value: ['myPeople'] }] },
  })
  expect(listed.rows).toHaveLength(1)
})
