// Windows of this computer speak over a message port. The session token stays on this side of it.
import { MessagePortHandler } from '@orpc/server/message-port'
import type { SupportedMessagePort } from '@orpc/client/message-port'
import type { Host } from '@main/api/dispatch'
import { createRpcHandler } from './rpcHandler'
import type { CallContext } from './rpcRouter'
import { wholeMessages } from './wholeMessages'

export interface PortOptions {
  /** From an earlier run, if the person wanted to stay signed in. */
  token?: string | null
  device: string
  /** Called with the token to hold for this window, or null after signing out; `keep`: for the next start too. */
  hold?: (token: string | null, keep: boolean) => void
}

/** @example const attach = createPortServer(host); attach(port, { device: '前台电脑' }) */
export function createPortServer(host: Host) {
  const handler = new MessagePortHandler(createRpcHandler(host))
  return (port: SupportedMessagePort, { token = null, device, hold }: PortOptions): void => {
    let held = token
    const context: CallContext = {
      token: () => held,
      device,
      local: true,
      setToken(next, keep) {
        held = next
        hold?.(next, keep)
      },
      setChangeSet: () => undefined,
    }
    handler.upgrade(wholeMessages(port), { context })
  }
}
