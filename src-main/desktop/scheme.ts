// The page's own scheme, app://zhike: files of the built page and nothing else, each with the page's policy.
// In development the same address answers from the development server.
import { readFile } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { net, protocol, type Session } from 'electron'
import { pageOrigin } from '@shared/desktop'
import { pagePolicy } from '@shared/pagePolicy'
import { developmentServer, pageFolder } from './places'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.map': 'application/json',
  '.wasm': 'application/wasm',
}

const guards = {
  'content-security-policy': pagePolicy(),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
}

/** Must run before Electron is ready. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ])

/** True for addresses of our own page, and of nothing that merely looks like it. */
export const isPageUrl = (address: string): boolean => {
  if (!URL.canParse(address)) return false
  const url = new URL(address)
  return `${url.protocol}//${url.host}` === pageOrigin
}

/** The file a page address means; addresses without an extension are routes, answered by index.html. */
export const fileOf = (address: string, folder = pageFolder): string | null => {
  if (!isPageUrl(address)) return null
  let path: string
  try {
    path = decodeURIComponent(new URL(address).pathname)
  } catch {
    return null
  }
  if (path.includes('\0') || path.includes('\\')) return null
  const file = normalize(join(folder, extname(path) === '' ? 'index.html' : path))
  return file.startsWith(folder + sep) ? file : null
}

const refusal = (status: number): Response => new Response(null, { status, headers: guards })

const fromFolder = async (address: string): Promise<Response> => {
  const file = fileOf(address)
  if (!file) return refusal(403)
  try {
    const type = types[extname(file)] ?? 'application/octet-stream'
    return new Response(new Uint8Array(await readFile(file)), { headers: { ...guards, 'content-type': type } })
  } catch {
    return refusal(404)
  }
}

const fromServer = async (server: string, address: string): Promise<Response> => {
  const { pathname, search } = new URL(address)
  const answer = await net.fetch(new URL(pathname + search, server).href, { bypassCustomProtocolHandlers: true })
  const headers = new Headers(answer.headers)
  const { host } = new URL(server)
  headers.set('content-security-policy', pagePolicy([`http://${host}`, `ws://${host}`]))
  return new Response(answer.body, { status: answer.status, headers })
}

export const servePage = (session: Session): void => {
  const server = developmentServer()
  session.protocol.handle('app', (request) => {
    if (!isPageUrl(request.url)) return refusal(403)
    return server ? fromServer(server, request.url) : fromFolder(request.url)
  })
}
