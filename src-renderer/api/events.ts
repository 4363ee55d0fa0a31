// Changes told by the host: entity and ids, to refresh what is on screen.
import type { ChangeEvent } from '@shared/api/events'
import { api, remote, toApiError } from './caller'
import { connectionIs, onConnectionBack } from './connection'

type Listener = (event: ChangeEvent) => void
const listeners = new Set<Listener>()

/** Everything may have changed: told after the stream was away for a while. */
export const everything: ChangeEvent = { entity: '*' }

export function tellChange(event: ChangeEvent): void {
  for (const listener of listeners) listener(event)
}

/** Calls back for each change until the returned function is called. */
export function onChange(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

let running: AbortController | null = null
const pauses = [250, 500, 1000, 2000, 5000]

async function listen(signal: AbortSignal): Promise<void> {
  const subscribe = remote.events?.subscribe
  if (!subscribe) return
  const stream = await subscribe({}, { context: {}, signal })
  connectionIs('ready')
  // the host's stream yields ChangeEvent only
  for await (const event of stream as AsyncIterable<ChangeEvent>) tellChange(event)
}

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms)
    const ends = onConnectionBack(() => {
      clearTimeout(timer)
      ends()
      resolve()
    })
  })

/** The stream ends with the session; the answer says whether it is over or locked, and the page leaves at once. */
const askWhoIsHere = (): void => void api.auth.session({}).catch(() => undefined)

/** Starts listening for the signed-in person; comes back by itself after a loss. */
export function startListening(): void {
  stopListening()
  const control = new AbortController()
  running = control
  void (async () => {
    for (let round = 0; !control.signal.aborted; round++) {
      try {
        if (round > 0) tellChange(everything)
        await listen(control.signal)
      } catch (thrown) {
        if (toApiError(thrown).code === 'signedOut') return askWhoIsHere()
      }
      if (!control.signal.aborted) await wait(pauses[Math.min(round, pauses.length - 1)] ?? 5000)
    }
  })()
}

export function stopListening(): void {
  running?.abort()
  running = null
}
