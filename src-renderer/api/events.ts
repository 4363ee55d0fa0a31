// Changes told by the host: entity and ids, to refresh what is on screen.
import type { ChangeEvent } from '@shared/api/events'
import { api, remote, toApiError } from './caller'
import { connectionIs, onConnectionBack } from './connection'
import { joinTabs, type Passed, type Tabs } from './tabs'

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

let running: { control: AbortController; tabs: Tabs } | null = null
const pauses = [250, 500, 1000, 2000, 5000]

async function listen(signal: AbortSignal, tell: (event: ChangeEvent) => void): Promise<void> {
  const subscribe = remote.events?.subscribe
  if (!subscribe) return
  const stream = await subscribe({}, { context: {}, signal })
  connectionIs('ready')
  // the host's stream yields ChangeEvent only
  for await (const event of stream as AsyncIterable<ChangeEvent>) tell(event)
}

/** Shorter when the host is reached again or nobody listens any more. */
const wait = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer)
      ends()
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, ms)
    const ends = onConnectionBack(done)
    signal.addEventListener('abort', done)
  })

/** The stream ends with the session; the answer says whether it is over or locked, and the page leaves at once. */
const askWhoIsHere = (): void => void api.auth.session({}).catch(() => undefined)

function hear(told: Passed): void {
  if ('over' in told) return askWhoIsHere()
  connectionIs('ready')
  tellChange(told.change)
}

/** Starts listening for the signed-in person; comes back by itself after a loss. */
export function startListening(): void {
  stopListening()
  const control = new AbortController()
  const tabs = joinTabs(hear)
  running = { control, tabs }
  const tell = (change: ChangeEvent): void => {
    tellChange(change)
    tabs.pass({ change })
  }
  void tabs.alone(control.signal, async (late) => {
    for (let round = 0; !control.signal.aborted; round++) {
      try {
        if (round > 0 || late) tell(everything)
        await listen(control.signal, tell)
      } catch (thrown) {
        if (toApiError(thrown).code === 'signedOut') {
          tabs.pass({ over: true })
          return askWhoIsHere()
        }
      }
      if (!control.signal.aborted) await wait(pauses[Math.min(round, pauses.length - 1)] ?? 5000, control.signal)
    }
  })
}

export function stopListening(): void {
  running?.control.abort()
  running?.tabs.close()
  running = null
}
