// The stream of change events one window or browser hears.
import type { Host } from '@main/api/dispatch'
import { hear } from '@main/api/hearing'
import type { ChangeEvent } from '@shared/api/events'
import { toWire } from './wire'

export async function* listen(host: Host, token: string | null, signal?: AbortSignal): AsyncGenerator<ChangeEvent> {
  try {
    yield* hear(host, token, signal)
  } catch (error) {
    throw toWire(error)
  }
}
