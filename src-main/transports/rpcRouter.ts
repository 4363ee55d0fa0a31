// The oRPC router: one procedure for each endpoint, all of them the same call to dispatch.
import { ORPCError, os } from '@orpc/server'
import type { Call } from '@main/api/dispatch'
import type { Host } from '@main/host/start'
import { ApiError, errorStatus } from '@shared/api/errors'
import { listen } from './listen'

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

export function toWire(error: unknown): ORPCError<string, unknown> {
  const failure = error instanceof ApiError ? error : new ApiError('internal')
  return new ORPCError(failure.code, { status: errorStatus[failure.code], message: failure.code, data: failure.details, defined: true })
}

async function serve(host: Host, path: string, context: CallContext, input: unknown, signal?: AbortSignal): Promise<unknown> {
  const { device, local, key } = context
  const call: Call = { path, input, token: context.token(), device, local, key, reply: context, ...(signal ? { signal } : {}) }
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
  const events = { subscribe: base.handler(({ context, signal }) => listen(host, context, signal)) }
  return { ...Object.fromEntries(rooms), events }
}
