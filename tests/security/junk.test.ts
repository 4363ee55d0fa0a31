// No crash, no hang, no stack or SQL in an answer: nearly fitting junk on every endpoint, straight to dispatch and by
// both roads, from the owner, a rep and a stranger.
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Endpoint } from '@shared/api/endpoint'
import { api } from '@shared/api/index'
import { ApiError, errorCodes } from '@shared/api/errors'
import type { TestApp } from '../support/app'
import { furnishedOffice } from '../support/furnished'
import { junkInput } from '../support/junk'
import { seeded } from '../support/random'
import { browserRoads, type Road, windowRoad } from '../support/transports'

const requests = Number(process.env['ZHIKE_JUNK'] ?? 10_000)
const seed = Number(process.env['ZHIKE_SEED'] ?? 1)
/** These end the session of whoever asks, or make thousands of records. */
const left = new Set(['auth.signOut', 'auth.lock', 'auth.signOutOthers', 'demo.fill'])
const endpoints = Object.entries(api).flatMap(([room, ofRoom]) =>
  Object.entries(ofRoom)
    .map(([name, endpoint]): [string, Endpoint] => [`${room}.${name}`, endpoint])
    .filter(([path]) => !left.has(path)),
)

let app: TestApp
beforeAll(async () => void (app = await furnishedOffice()))
afterAll(() => app.close())

const telltale = /SQLITE|SELECT |INSERT |UPDATE .* SET|no such|node_modules|\.ts:\d|\.js:\d|at \w+ \(|\/src-main\//

function checkFailure(where: string, code: string, told: unknown): void {
  if (code === 'internal' || !(errorCodes as readonly string[]).includes(code))
    throw new Error(`${where} answered ${code}`)
  if (telltale.test(JSON.stringify(told))) throw new Error(`${where} told ${JSON.stringify(told)}`)
}

const short = (input: unknown): string => (JSON.stringify(input) ?? 'nothing').slice(0, 300)

it(`straight to dispatch (${requests} requests from seed ${seed})`, async () => {
  const random = seeded(seed)
  const callers = [app.owner, app.owner, app.person(), app.nobody]
  for (let i = 0; i < requests; i++) {
    const [path, endpoint] = endpoints[i % endpoints.length]!
    const input = junkInput(endpoint, random)
    await random
      .pick(callers)
      .raw(path, input)
      .catch((error: unknown) => {
        if (!(error instanceof ApiError)) throw new Error(`${path} ${short(input)}`, { cause: error })
        checkFailure(`${path} ${short(input)}`, error.code, [error.message, error.details])
      })
  }
  expect(await app.owner.api.auth.status({})).toMatchObject({ setUp: true })
}, 3_600_000)

it(`by message port and by HTTP (${Math.round(requests / 2)} requests each from seed ${seed})`, async () => {
  const random = seeded(seed + 1)
  const rep = app.person()
  const roads: Road[] = [
    windowRoad(app.host, app.owner.token),
    windowRoad(app.host, null),
    ...(await browserRoads(app.host, [app.owner.token, rep.token, null])),
  ]
  const byName = [roads.filter((road) => road.name === 'HTTP'), roads.filter((road) => road.name !== 'HTTP')]
  for (let i = 0; i < requests; i++) {
    const [path, endpoint] = endpoints[(i >> 1) % endpoints.length]!
    const input = junkInput(endpoint, random)
    const answer = await random.pick(byName[i % 2]!).call(path, input)
    if ('output' in answer) continue
    const where = `${path} ${short(input)}`
    if (answer.error.status >= 500 && !['busy', 'unavailable', 'storage'].includes(answer.error.code))
      throw new Error(`${where} answered ${answer.error.status}`)
    checkFailure(where, answer.error.code, answer.error)
  }
  for (const road of roads) expect(await road.call('auth.status', {})).toMatchObject({ output: { setUp: true } })
  for (const road of roads) await road.close()
}, 3_600_000)
