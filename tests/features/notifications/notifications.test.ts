import { afterEach, beforeEach, expect, test } from 'vitest'
import { writeAsHost } from '@main/api/dispatch'
import { hear } from '@main/api/hearing'
import { forgetNotifications } from '@main/features/notifications/forget'
import { type Notice, notify } from '@main/notifications/notify'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'

let app: TestApp
let boss: TestPerson
let rep: TestPerson
let other: TestPerson
beforeEach(() => {
  app = openTestApp()
  boss = app.person({ name: '周敏', roles: ['manager'] })
  rep = app.person({ name: '陈涛', superiorId: boss.id })
  other = app.person({ name: '何静' })
})
afterEach(() => app.close())

const tell = (notice: Notice): void => writeAsHost(app.host, 'tests.notify', (ctx) => notify(ctx, notice))

test('a person is told of a record they see, by the name they may see', async () => {
  const { id } = await rep.api.customers.create({ name: '苏州德力' })
  tell({ to: [rep.id, rep.id, null], kind: 'customerChanged', entity: 'customers', id, params: { fields: 2 } })
  const { rows } = await rep.api.notifications.list({})
  expect(rows).toMatchObject([
    { kind: 'customerChanged', label: '苏州德力', customerId: id, params: { fields: 2 }, readAt: null },
  ])
  expect(await rep.api.notifications.unreadCount({})).toEqual({ count: 1 })
  expect(await other.api.notifications.list({})).toEqual({ rows: [], more: false })
})

test('who does not see the record is told nothing, at once or later', async () => {
  const mine = await rep.api.customers.create({ name: '苏州德力' })
  tell({ to: [other.id], kind: 'comment', entity: 'customers', id: mine.id })
  expect(app.host.db.prepare('SELECT count(*) FROM notifications').pluck().get()).toBe(0)
  tell({ to: [rep.id, boss.id], kind: 'comment', entity: 'customers', id: mine.id })
  await app.owner.api.customers.update({ id: mine.id, version: 1, changes: { ownerId: other.id } })
  // that it is gone, and nothing of it
  expect((await rep.api.notifications.list({})).rows).toMatchObject([
    { kind: 'customerTaken', entity: null, label: null },
  ])
  expect(await rep.api.notifications.unreadCount({})).toEqual({ count: 1 })
  expect(await rep.api.notifications.markRead({})).toEqual({ marked: 1 })
})

test('a label that is masked for the reader is masked here too', async () => {
  const role = app.role({ 'customers.view': 'all' }, { customers: { name: 'hidden' } })
  const reader = app.person({ roleIds: [role] })
  const { id } = await rep.api.customers.create({ name: '苏州德力' })
  tell({ to: [reader.id], kind: 'comment', entity: 'customers', id })
  expect((await reader.api.notifications.list({})).rows).toMatchObject([{ label: null }])
})

test('only one’s own are marked as read', async () => {
  tell({ to: [rep.id, other.id], kind: 'handedOver', params: { n: 3 } })
  const [one] = (await rep.api.notifications.list({})).rows
  expect(await other.api.notifications.markRead({ ids: [one?.id ?? 0] })).toEqual({ marked: 0 })
  expect(await rep.api.notifications.markRead({ ids: [one?.id ?? 0] })).toEqual({ marked: 1 })
  expect(await rep.api.notifications.unreadCount({})).toEqual({ count: 0 })
  expect(await other.api.notifications.unreadCount({})).toEqual({ count: 1 })
})

test('only the windows of the person hear of it', async () => {
  const heard: string[] = []
  const stop = new AbortController()
  const listen = async (who: TestPerson, name: string): Promise<void> => {
    for await (const event of hear(app.host, who.token, stop.signal)) heard.push(`${name}:${event.entity}`)
  }
  const listening = [listen(rep, 'rep'), listen(other, 'other')]
  await new Promise((resolve) => setTimeout(resolve, 5))
  tell({ to: [rep.id], kind: 'handedOver', params: { n: 1 } })
  await new Promise((resolve) => setTimeout(resolve, 5))
  stop.abort()
  await Promise.all(listening)
  expect(heard).toEqual(['rep:notifications'])
})

test('read ones are forgotten after a month, unread ones stay half a year', async () => {
  tell({ to: [rep.id, other.id], kind: 'handedOver', params: { n: 1 } })
  await rep.api.notifications.markRead({})
  app.clock.pass(40 * 86_400_000)
  await forgetNotifications(app.host)
  const left = () => app.host.db.prepare('SELECT person_id FROM notifications').pluck().all()
  expect(left()).toEqual([other.id])
  app.clock.pass(150 * 86_400_000)
  await forgetNotifications(app.host)
  expect(left()).toEqual([])
})
