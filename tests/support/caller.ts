// A caller through dispatch that keeps its token as a transport would.
import type { Host } from '@main/api/dispatch'
import type { Caller } from '@shared/api/index'

export interface Held {
  held: { token: string | null; remember: boolean }
}

export function holdingCaller(
  host: Host,
  from: { local: boolean; device: string },
): Held & { api: Caller; raw(path: string, input: unknown): Promise<unknown> } {
  const held: Held['held'] = { token: null, remember: false }
  const raw = async (path: string, input: unknown): Promise<unknown> => {
    const setToken = (token: string | null, remember: boolean): void => void Object.assign(held, { token, remember })
    return (await host.call({ ...from, path, input, token: held.token, reply: { setToken } })).output
  }
  const room = (name: string): object =>
    new Proxy({}, { get: (_, endpoint) => (input: unknown) => raw(`${name}.${String(endpoint)}`, input) })
  return { held, raw, api: new Proxy({}, { get: (_, name) => room(String(name)) }) as Caller }
}
