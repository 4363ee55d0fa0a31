import { once } from 'node:events'
import type { Writable } from 'node:stream'

/** Waits until a stream takes more, or is closed; leaves no listener behind, however often it is asked. */
export async function drained(stream: Writable): Promise<void> {
  const stop = new AbortController()
  const ends = ['drain', 'close'].map((event) => once(stream, event, { signal: stop.signal }))
  // the one not met ends as called off
  for (const end of ends) end.catch(() => undefined)
  try {
    await Promise.race(ends)
  } finally {
    stop.abort()
  }
}
