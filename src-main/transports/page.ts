// The built page, served from a list of known files: a path that is not on the list does not exist.
import { readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'
import type { MiddlewareHandler } from 'hono'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
}

interface Asset {
  path: string
  type: string
}

function assetsIn(folder: string): Map<string, Asset> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name)
      const type = types[extname(entry.name)] ?? 'application/octet-stream'
      return [`/${relative(folder, path).split(sep).join('/')}`, { path, type }]
    }),
  )
}

/** Serves the files of a folder; any other path without an ending is a route of the page. */
export function servePage(folder: string): MiddlewareHandler {
  const assets = assetsIn(folder)
  return async (c) => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD') return c.text('', 405)
    const asset = assets.get(c.req.path) ?? (extname(c.req.path) === '' ? assets.get('/index.html') : undefined)
    if (!asset) return c.text('', 404)
    const lasting = c.req.path.startsWith('/assets/')
    c.header('content-type', asset.type)
    c.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    return c.body(new Uint8Array(readFileSync(asset.path)))
  }
}
