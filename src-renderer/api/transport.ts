// The road to the host, chosen once: the message port that the desktop shell hands over, or HTTP on the same origin.
import type { ClientLink } from '@orpc/client'
import { RPCLink as HttpLink } from '@orpc/client/fetch'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { StandardLinkClientInterceptorOptions } from '@orpc/client/standard'
import { fail } from '@shared/api/errors'
import { readingTables } from '@shared/api/tables'
import { portMessage, type DesktopBridge } from '@shared/desktop'
import '@renderer/dialogs/desktop'
import { connectionIs } from './connection'

/** What travels beside the input, and what comes back beside the output. */
export interface CallContext {
  key?: string
  /** Filled with the change set the command wrote. */
  reply?: { changeSet?: number }
}

const headers = ({ context }: { context: CallContext }): Record<string, string> =>
  context.key ? { 'x-zhike-key': context.key } : {}

type Interceptor = StandardLinkClientInterceptorOptions<CallContext> & {
  next(): Promise<Awaited<ReturnType<HttpLink<CallContext>['sender']['call']>>>
}

async function readReply({ context, next }: Interceptor) {
  const response = await next()
  const changeSet = Number(response.headers['x-zhike-change-set'])
  if (context.reply && changeSet > 0) context.reply.changeSet = changeSet
  return response
}

const options = { headers, interceptors: [readingTables], clientInterceptors: [readReply] }

const httpLink = (): ClientLink<CallContext> =>
  new HttpLink<CallContext>({ url: `${window.location.origin}/rpc`, ...options })

/** Follows the host through restarts: each new port makes a new link, calls on the dead one end as `unavailable`. */
function portLink(bridge: DesktopBridge): ClientLink<CallContext> {
  let drop: (() => void) | undefined
  let ready: (link: ClientLink<CallContext>) => void
  let current: Promise<ClientLink<CallContext>>
  let lost: Promise<never>
  const renew = () => {
    drop?.()
    current = new Promise((resolve) => (ready = resolve))
    lost = new Promise((_, reject) => (drop = () => reject(fail('unavailable', { code: 'hostLost' }))))
    lost.catch(() => undefined)
  }
  renew()
  window.addEventListener('message', (event) => {
    const port = event.ports[0]
    if (event.source !== window || event.data !== portMessage || !port) return
    ready(new PortLink<CallContext>({ port, ...options }))
    port.start()
    connectionIs('ready')
  })
  bridge.onHostState((state) => {
    if (state === 'restarted') {
      connectionIs('lost')
      renew()
      bridge.connect()
    } else if (state === 'failed') {
      connectionIs('failed')
      drop?.()
    }
  })
  bridge.connect()
  return {
    call: async (path, input, callOptions) => {
      const ended = lost
      const link = await Promise.race([current, ended])
      return Promise.race([link.call(path, input, callOptions), ended])
    },
  }
}

export const makeLink = (): ClientLink<CallContext> =>
  window.zhikeDesktop ? portLink(window.zhikeDesktop) : httpLink()
