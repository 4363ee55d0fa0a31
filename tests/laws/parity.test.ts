import { inspect } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Endpoint } from '@shared/api/endpoint'
import { api } from '@shared/api/index'
import type { TestApp } from '../support/app'
import { furnishedOffice } from '../support/furnished'
import { seeded } from '../support/random'
import { sample } from '../support/sampleInput'
import { browserRoads, type Road, windowRoad } from '../support/transports'

const endsTheSession = ['auth.signOut', 'auth.lock']
const endpoints = Object.entries(api)
  .flatMap(([room, ofRoom]) =>
    Object.entries(ofRoom).map(([name, endpoint]): [string, Endpoint] => [`${room}.${name}`, endpoint]),
  )
  .sort(([a], [b]) => Number(endsTheSession.includes(a)) - Number(endsTheSession.includes(b)))

/** Two offices alike to the last row, one reached through a window, the other through a browser. */
let offices: TestApp[]
let roads: [window: Road, browser: Road]
let strangers: [window: Road, browser: Road]
beforeAll(async () => {
  offices = [await furnishedOffice(), await furnishedOffice()]
  const [first, second] = [offices[0]!, offices[1]!]
  const [browser, stranger] = await browserRoads(second.host, [second.owner.token, null])
  roads = [windowRoad(first.host, first.owner.token), browser!]
  strangers = [windowRoad(first.host, null), stranger!]
})
afterAll(async () => {
  for (const road of [...roads, ...strangers]) await road.close()
  for (const office of offices) await office.close()
})

/** Tokens are made by chance, a device is named after its road, and a workbook bears the second it was made in. */
const comparable = (answer: unknown): unknown =>
  JSON.parse(
    JSON.stringify(answer, (key, value: unknown) => {
      if (key === 'device') return 'device'
      if (typeof value !== 'string') return value
      if (value.startsWith('UEsDB')) return 'workbook'
      return /^[\w-]{32,}$/.test(value) ? 'token' : value
    }),
  )

async function alike(path: string, input: unknown, [one, other]: [Road, Road] = roads): Promise<void> {
  const answers = [await one.call(path, input), await other.call(path, input)]
  expect(comparable(answers[1]), `${path} ${inspect(input)}`).toEqual(comparable(answers[0]))
}

test.each(endpoints.filter(([, { kind }]) => kind !== 'job'))(
  '%s answers alike through window and browser',
  async (path, endpoint) => {
    const random = seeded(path.length)
    await alike(path, sample(endpoint.input, seeded(1)), strangers)
    for (let attempt = 0; attempt < 3 && !endsTheSession.includes(path); attempt++)
      await alike(path, sample(endpoint.input, random))
    for (const input of [undefined, [], { unknown: 1 }]) await alike(path, input)
  },
)

const jobs = endpoints.filter(([path, { kind }]) => kind === 'job' && path !== 'demo.fill')
test.each(jobs)('%s refuses alike', async (path) => {
  for (const input of [undefined, {}, { unknown: 1 }, { token: 'x'.repeat(32), offset: 0, data: '' }])
    await alike(path, input)
})

test('values of every kind arrive alike', async () => {
  const values = [
    new Date(0),
    10n,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    undefined,
    new Map([['a', 1]]),
    new Set([1]),
    -0,
    '\u0000',
    '\ud800',
    '😀',
    'x'.repeat(5000),
  ]
  for (const value of values) await alike('settings.setPreference', { key: 'any', value })
  await alike('settings.preferences', {})
  for (const input of [
    null,
    7,
    'text',
    { id: 'x' },
    { id: 1.5 },
    { constructor: 1 },
    JSON.parse('{"__proto__":{"id":1}}'),
  ])
    await alike('customers.read', input)
})

test('paths that are none are unknown alike', async () => {
  for (const path of ['customers.__proto__', 'constructor.name', 'customers.list.more', 'nothing.here', 'customers']) {
    const answers = [await roads[0].call(path, {}), await roads[1].call(path, {})]
    for (const answer of answers) expect(answer, path).toMatchObject({ error: { status: 404 } })
  }
})
