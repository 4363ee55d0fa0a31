// A host that answers every read, or every write, with a fault, not at all, or too late: how the pages bear it.
import type { Page, Route } from '@playwright/test'
import { api } from '@shared/api'
import type { Endpoint } from '@shared/api/endpoint'

/** `broken`: the host says so. `gone`: nobody answers. `late`: no answer yet. */
export type Answer = 'broken' | 'gone' | 'late'

/** What the frame around a page needs before any page can be shown. */
const frame = new Set(['auth', 'settings.preferences', 'organization.directory', 'customFields.forms'])

const rooms: Record<string, Record<string, Endpoint>> = api

function kindOf(url: URL): Endpoint['kind'] | null {
  const [, road, room = '', name = ''] = url.pathname.split('/')
  if (road !== 'rpc' || frame.has(room) || frame.has(`${room}.${name}`)) return null
  return rooms[room]?.[name]?.kind ?? null
}
const isPagesRead = (url: URL): boolean => kindOf(url) === 'query'
const isPagesWrite = (url: URL): boolean => kindOf(url) === 'command'

const fault = JSON.stringify({ json: { defined: true, code: 'internal', status: 500, message: 'internal', data: {} } })

const answers: Record<Answer, (route: Route) => Promise<void>> = {
  broken: (route) => route.fulfill({ status: 500, contentType: 'application/json', body: fault }),
  gone: (route) => route.abort(),
  late: () => Promise.resolve(),
}

/** From now on, for every read of a page; what the frame reads is answered as ever. */
export const answerReads = (page: Page, how: Answer): Promise<unknown> => page.route(isPagesRead, answers[how])

/** From now on, for everything a page would write. */
export const answerWrites = (page: Page, how: Answer): Promise<unknown> => page.route(isPagesWrite, answers[how])

export const answerAsEver = (page: Page): Promise<void> => page.unrouteAll({ behavior: 'ignoreErrors' })

/** The reads of a page are answered one after the other, as on a busy computer. */
export function answerReadsInTurn(page: Page, apartMs: number): Promise<unknown> {
  let asked = 0
  return page.route(isPagesRead, async (route) => {
    await new Promise((answer) => setTimeout(answer, ++asked * apartMs))
    await route.continue()
  })
}
