// What is refused before anything of a request is parsed. The guards are for browsers led astray and for strangers
// on the network; who may do what is decided in dispatch.
import type { MiddlewareHandler } from 'hono'
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { pagePolicy } from '@shared/pagePolicy'

/** Bytes of a JSON body. */
export const bodyLimit = 1_048_576
const socketsPerAddress = 64

/** `hosts`: the exact Host headers served, e.g. `127.0.0.1:41234`. Stops DNS rebinding. */
export const hostGuard =
  (hosts: ReadonlySet<string>): MiddlewareHandler =>
  async (c, next) => {
    if (!hosts.has((c.req.header('host') ?? '').toLowerCase())) return c.text('', 421)
    return next()
  }

/** A page of another origin may not call, not even blindly. Programs send no Origin. */
export const originGuard =
  (hosts: ReadonlySet<string>, scheme: 'http' | 'https'): MiddlewareHandler =>
  async (c, next) => {
    const origin = c.req.header('origin')
    if (origin !== undefined && ![...hosts].some((host) => origin === `${scheme}://${host}`)) return c.text('', 403)
    const site = c.req.header('sec-fetch-site')
    if (origin === undefined && site !== undefined && site !== 'same-origin' && site !== 'none') return c.text('', 403)
    return next()
  }

/** Calls are JSON by POST and of bounded size: a form or an image tag cannot make one. */
export const callGuard: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'POST') return c.text('', 405)
  if (!(c.req.header('content-type') ?? '').toLowerCase().startsWith('application/json')) return c.text('', 415)
  const length = c.req.header('content-length')
  if (length === undefined || !/^\d+$/.test(length)) return c.text('', 411)
  if (Number(length) > bodyLimit) return c.text('', 413)
  return next()
}

export const safeHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('content-security-policy', pagePolicy())
  c.header('x-content-type-options', 'nosniff')
  c.header('x-frame-options', 'DENY')
  c.header('referrer-policy', 'no-referrer')
  c.header('cross-origin-opener-policy', 'same-origin')
  c.header('cross-origin-resource-policy', 'same-origin')
  c.header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
}

/** Slow or many sockets: each address gets a bounded number, each request bounded time. */
export function boundSockets(server: Server): void {
  server.headersTimeout = 10_000
  server.requestTimeout = 30_000
  server.keepAliveTimeout = 20_000
  server.maxHeadersCount = 60
  server.maxConnections = 1000
  const open = new Map<string, number>()
  server.on('connection', (socket: Socket) => {
    const address = socket.remoteAddress ?? ''
    const count = (open.get(address) ?? 0) + 1
    if (count > socketsPerAddress) {
      socket.destroy()
      return
    }
    open.set(address, count)
    socket.once('close', () => {
      const left = (open.get(address) ?? 1) - 1
      if (left > 0) open.set(address, left)
      else open.delete(address)
    })
  })
}
