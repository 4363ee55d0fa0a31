// The two roads to a host, as a window and a browser take them.
import { MessageChannel } from 'node:worker_threads'
import { type ClientLink, ORPCError } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { Host } from '@main/api/dispatch'
import { listenHttp } from '@main/transports/http'
import { createPortServer } from '@main/transports/messagePort'
import { readingTables } from '@shared/api/tables'

interface Beside {
  key?: string
}
export type WireAnswer = { output: unknown } | { error: { code: string; status: number; data: unknown } }

export interface Road {
  name: string
  call(path: string, input: unknown, options?: { key?: string; signal?: AbortSignal }): Promise<WireAnswer>
  close(): Promise<void>
}

const headers = ({ context }: { context: Beside }): Record<string, string> =>
  context.key ? { 'x-zhike-key': context.key } : {}

function roadBy(name: string, link: ClientLink<Beside>, close: () => Promise<void>): Road {
  return {
    name,
    close,
    async call(path, input, { key, signal } = {}) {
      try {
        return { output: await link.call(path.split('.'), input, { context: key ? { key } : {}, signal }) }
      } catch (error) {
        if (!(error instanceof ORPCError)) throw error
        return { error: { code: String(error.code), status: error.status, data: error.data as unknown } }
      }
    },
  }
}

/** A window of this computer; the host's side of the port holds the token. */
export function windowRoad(host: Host, token: string | null): Road {
  const { port1, port2 } = new MessageChannel()
  createPortServer(host)(port1, { device: 'road', token })
  const link = new PortLink<Beside>({ port: port2, headers, interceptors: [readingTables] })
  port1.start()
  port2.start()
  return roadBy('message port', link, async () => port2.close())
}

/** Browsers of this computer; each with its cookie. */
export async function browserRoads(host: Host, tokens: readonly (string | null)[]): Promise<Road[]> {
  const server = await listenHttp(host, { port: 0 })
  let open = tokens.length
  return tokens.map((token) => {
    const cookie: Record<string, string> = token ? { cookie: `zhike_session=${token}` } : {}
    const link = new HttpLink<Beside>({
      url: `${server.url}/rpc`,
      headers: (options) => ({ ...cookie, ...headers(options) }),
      interceptors: [readingTables],
    })
    return roadBy('HTTP', link, async () => {
      open--
      if (open === 0) await server.close()
    })
  })
}
