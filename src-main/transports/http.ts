// Browsers speak HTTP: the same api under /rpc, the page beside it. Bound to this computer until the LAN switch comes.
import { createAdaptorServer } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import { FetchHandler } from '@orpc/server/fetch'
import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sessionLife } from '@main/api/sessions'
import type { Host } from '@main/api/dispatch'
import { bodyLimit, boundSockets, callGuard, hostGuard, originGuard, safeHeaders } from './httpGuards'
import { servePage } from './page'
import { createRpcHandler } from './rpcHandler'
import type { CallContext } from './rpcRouter'

export interface HttpOptions {
  /** 0: any free port. */
  port: number
  address?: string
  /** The built page; without it only the api is served. */
  pageDir?: string
}

export interface HttpServer {
  url: string
  close(): Promise<void>
}

const cookieName = 'zhike_session'
const cookieOptions = { httpOnly: true, sameSite: 'Strict', path: '/' } as const
const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])

/** Serves a host to browsers of this computer. */
export async function listenHttp(
  host: Host,
  { port, address = '127.0.0.1', pageDir }: HttpOptions,
): Promise<HttpServer> {
  const hosts = new Set<string>()
  const app = new Hono()
  app.use(safeHeaders, hostGuard(hosts), originGuard(hosts, 'http'))
  app.use('/rpc/*', callGuard, rpc(host))
  if (pageDir) app.use('*', servePage(pageDir))
  // the adaptor makes a plain HTTP/1 server unless told otherwise
  const server = createAdaptorServer({ fetch: app.fetch }) as Server
  boundSockets(server)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, address, resolve)
  })
  // a TCP server's address is never a path
  const bound = (server.address() as AddressInfo).port
  for (const name of [address, '127.0.0.1', 'localhost']) hosts.add(`${name}:${bound}`)
  return {
    url: `http://${address}:${bound}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function rpc(host: Host) {
  const handler = new FetchHandler(createRpcHandler(host))
  return async (c: Context): Promise<Response> => {
    const { matched, response } = await handler.handle(await bounded(c.req.raw), {
      prefix: '/rpc',
      context: callContext(c),
    })
    if (!matched) return c.text('', 404)
    for (const cookie of c.res.headers.getSetCookie()) response.headers.append('set-cookie', cookie)
    return response
  }
}

/** Content-Length may lie; the body is read once, up to the limit. */
async function bounded(request: Request): Promise<Request> {
  const body = await request.arrayBuffer()
  if (body.byteLength > bodyLimit)
    return new Request(request.url, { method: 'POST', headers: request.headers, body: '{}' })
  return new Request(request.url, { method: 'POST', headers: request.headers, body, signal: request.signal })
}

function callContext(c: Context): CallContext {
  const from = getConnInfo(c).remote.address ?? ''
  let held = getCookie(c, cookieName) ?? null
  return {
    token: () => held,
    device: `${browserOf(c.req.header('user-agent') ?? '')} · ${from}`.slice(0, 120),
    local: loopback.has(from),
    setToken(token, remember) {
      held = token
      if (token === null) deleteCookie(c, cookieName, cookieOptions)
      else
        setCookie(c, cookieName, token, {
          ...cookieOptions,
          ...(remember ? { maxAge: sessionLife.remembered / 1000 } : {}),
        })
    },
    setChangeSet: () => undefined,
  }
}

/** Enough for a person to tell one's devices apart. */
function browserOf(agent: string): string {
  const name = ['Edg', 'Firefox', 'Chrome', 'Safari'].find((one) => agent.includes(`${one}/`)) ?? 'program'
  const system = ['Windows', 'Macintosh', 'iPhone', 'iPad', 'Android', 'Linux'].find((one) => agent.includes(one)) ?? ''
  return `${name === 'Edg' ? 'Edge' : name} ${system}`.trim()
}
