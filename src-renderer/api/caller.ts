// `api` is the typed caller of the whole api. Pages read through useQuery and write through useCommand, which stand on it.
import { createORPCClient, type Client } from '@orpc/client'
import { api as registry, type Caller } from '@shared/api'
import { ApiError } from '@shared/api/errors'
import type { CallOptions, Endpoint } from '@shared/api/endpoint'
import { typedIsKept } from '@renderer/i18n/labels'
import { connectionIs } from './connection'
import { isHostLost, toApiError } from './failure'
import { makeLink, type CallContext } from './transport'
import { somethingTyped } from './typed'

export interface CallerOptions extends CallOptions {
  signal?: AbortSignal
  /** Filled with what came back beside the output. */
  reply?: { changeSet?: number }
}

export { toApiError, isHostLost }

type AnyCall = Client<CallContext, unknown, unknown, unknown>
export const remote = createORPCClient<Record<string, Record<string, AnyCall>>>(makeLink())

const signedOutListeners = new Set<(locked: boolean) => void>()
/** Called when the host says that this session is over (or the screen locked). */
export const onSignedOut = (listener: (locked: boolean) => void): void => void signedOutListeners.add(listener)

/** A key of its own for each thing the person does; crypto.randomUUID is missing on plain http in a LAN. */
export const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
/** What writes carries a key, so sending it again after a lost connection is safe. */
const retryAfter = [300, 1200]

const endpointOf = (room: string, name: string): Endpoint | undefined => {
  const endpoints: Record<string, Record<string, Endpoint>> = registry
  return endpoints[room]?.[name]
}

async function callOnce(room: string, name: string, input: unknown, options: CallerOptions): Promise<unknown> {
  const call = remote[room]?.[name]
  if (!call) throw new ApiError('unknown')
  const context: CallContext = { key: options.key, reply: options.reply }
  try {
    const output = await call(input, { context, signal: options.signal })
    connectionIs('ready')
    return output
  } catch (thrown) {
    const error = toApiError(thrown, options.signal)
    if (isHostLost(error)) connectionIs('lost')
    if (error.code === 'signedOut') for (const listener of signedOutListeners) listener(error.details.code === 'locked')
    throw error
  }
}

async function invoke(room: string, name: string, input: unknown, options: CallerOptions = {}): Promise<unknown> {
  const { kind, sensitive = false } = endpointOf(room, name) ?? {}
  // passwords are proved once: of those jobs no answer is kept
  const once = kind === 'job' && sensitive
  const whole = kind !== 'query' && !once ? { ...options, key: options.key ?? newKey() } : options
  for (let attempt = 0; ; attempt++) {
    try {
      return await callOnce(room, name, input, whole)
    } catch (thrown) {
      const pause = once ? undefined : retryAfter[attempt]
      if (thrown instanceof ApiError && kind !== 'query' && somethingTyped()) typedIsKept(thrown)
      if (!(thrown instanceof ApiError) || !isHostLost(thrown) || pause === undefined) throw thrown
      await wait(pause)
    }
  }
}

type CallerWithReply = {
  [R in keyof Caller]: {
    [E in keyof Caller[R]]: Caller[R][E] extends (input: infer I, options?: CallOptions) => infer O
      ? (input: I, options?: CallerOptions) => O
      : never
  }
}

const roomCaller = (room: string) =>
  new Proxy(
    {},
    { get: (_, name) => (input: unknown, options?: CallerOptions) => invoke(room, String(name), input, options) },
  )

/** `await api.customers.read({ id })`; throws ApiError. */
// the proxies answer any room and name; the types say which exist
export const api = new Proxy({}, { get: (_, room) => roomCaller(String(room)) }) as CallerWithReply
/** For generic callers: `call('customers', 'read', { id })`. */
export const call = invoke
