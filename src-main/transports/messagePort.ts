// Windows of this computer speak over a message port. The session token stays on this side of it.
import { RPCHandler } from '@orpc/server/message-port'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { Host } from '@main/host/start'
import { keyHeader, setChangeSetHeader } from './headers'
import { createRpcRouter } from './rpcRouter'

export interface PortOptions {
  /** From an earlier run, if the person wanted to stay signed in. */
  token?: string | null
  device: string
  /** Called with a token to keep for the next start, or null to forget it. */
  remember?: (token: string | null) => void
}

export function createPortServer(host: Host) {
  const router = createRpcRouter(host)
  return (port: SupportedMessagePort, { token = null, device, remember }: PortOptions): void => {
    let held = token
    const handler = new RPCHandler(router, {
      interceptors: [
        async (options) => {
          const headers: Record<string, string> = {}
          const key = keyHeader(options.request.headers)
          const result = await options.next({
            ...options,
            context: { ...options.context, key, setChangeSet: (id: number) => setChangeSetHeader(headers, id) },
          })
          return result.matched ? { ...result, response: { ...result.response, headers: { ...result.response.headers, ...headers } } } : result
        },
      ],
    })
    handler.upgrade(port, {
      context: {
        token: () => held,
        device,
        local: true,
        setToken(next: string | null, keep: boolean) {
          held = next
          remember?.(keep ? next : null)
        },
        setChangeSet: () => undefined,
      },
    })
  }
}
