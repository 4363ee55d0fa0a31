// The oRPC router: one procedure for each endpoint, all of them the same call to dispatch.
import { os } from '@orpc/server'
import type { Call } from '@main/api/dispatch'
import type { Host } from '@main/api/dispatch'
import { listen } from './listen'
import { toWire } from './wire'

/** What a transport knows of a call beside its input. */
export interface CallContext {
  token(): string | null
  device: string
  local: boolean
  key?: string | undefined
  setToken(token: string | null, remember: boolean): void
  /** Told back in the header `x-zhike-change-set`, so that the page can offer an undo. */
  setChangeSet(id: number): void
}

async function serve(
  host: Host,
  path: string,
  context: CallContext,
  input: unknown,
  signal?: AbortSignal,
): Promise<unknown> {
  const { device, local, key } = context
  const call: Call = {
    path,
    input,
    token: context.token(),
    device,
    local,
    key,
    reply: context,
    ...(signal ? { signal } : {}),
  }
  try {
    const answer = await host.call(call)
    if (answer.changeSetId !== null) context.setChangeSet(answer.changeSetId)
    return answer.output
  } catch (error) {
    throw toWire(error)
  }
}

export function createRpcRouter(host: Host) {
  const base = os.$context<CallContext>()
  const rooms = Object.entries(host.api).map(([room, endpoints]) => {
    const procedures = Object.keys(endpoints).map((name) => [
      name,
      base.handler(({ input, context, signal }) => serve(host, `${room}.${name}`, context, input, signal)),
    ])
    return [room, Object.fromEntries(procedures)]
  })
  const events = { subscribe: base.handler(({ context, signal }) => listen(host, context.token(), signal)) }
  return { ...Object.fromEntries(rooms), events }
}
