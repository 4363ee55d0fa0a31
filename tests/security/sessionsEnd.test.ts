// Disabled, gone, signed out or with a new password: nothing is heard or answered any more, within a second.
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { TestApp, TestPerson } from '../support/app'
import { openTestApp } from '../support/app'
import { browserRoads, type Road, windowRoad } from '../support/transports'

let app: TestApp
let rep: TestPerson
let roads: Road[]
beforeEach(async () => {
  app = openTestApp()
  rep = app.person({ name: '小刘' })
  roads = [windowRoad(app.host, rep.token), ...(await browserRoads(app.host, [rep.token]))]
})
afterEach(async () => {
  for (const road of roads) await road.close()
  await app.close()
})

/** Listens on a road; gives when and how the stream ended. */
async function listening(road: Road): Promise<{ heard: unknown[]; ended: Promise<string> }> {
  const answer = await road.call('events.subscribe', undefined)
  if (!('output' in answer)) throw new Error(JSON.stringify(answer))
  const stream = answer.output as AsyncIterable<unknown>
  const heard: unknown[] = []
  const ended = (async () => {
    try {
      for await (const event of stream) heard.push(event)
      return 'ended'
    } catch (error) {
      return String((error as { code?: string }).code)
    }
  })()
  // a stream begins to listen when it is first read
  await new Promise((resolve) => setTimeout(resolve, 50))
  return { heard, ended }
}

const within = <T>(ms: number, what: Promise<T>): Promise<T | 'too late'> =>
  Promise.race([what, new Promise<'too late'>((resolve) => setTimeout(() => resolve('too late'), ms))])

const ways: [string, () => Promise<unknown>][] = [
  ['disabled', () => app.owner.api.organization.updatePerson({ id: rep.id, version: 1, changes: { disabled: true } })],
  [
    'gone',
    () => app.owner.api.organization.updatePerson({ id: rep.id, version: 1, changes: { leftOn: '2026-11-01' } }),
  ],
  [
    'given a new password',
    () => app.owner.api.auth.setLogin({ personId: rep.id, login: 'liu', password: 'given-anew' }),
  ],
  ['signed out', () => rep.api.auth.signOut({})],
]

it.each(ways)('a person who is %s hears and gets nothing more, by window or browser', async (_, end) => {
  const streams = await Promise.all(roads.map(listening))
  await rep.api.customers.create({ name: '德力' })
  await new Promise((resolve) => setTimeout(resolve, 100))
  for (const { heard } of streams) expect(heard).toContainEqual({ entity: 'customers', ids: [1] })
  await end()
  for (const { ended } of streams) expect(await within(1000, ended)).toBe('signedOut')
  for (const road of roads)
    expect(await road.call('customers.list', {})).toMatchObject({ error: { code: 'signedOut' } })
})

it('is noticed: sessions that end without telling who listens', async () => {
  app.host.services.publisher.endSessions = () => undefined
  const [stream] = await Promise.all(roads.slice(0, 1).map(listening))
  await ways[0]![1]()
  expect(await within(1000, stream!.ended)).toBe('too late')
})
