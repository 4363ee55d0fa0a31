// Whether the host can be reached; shown as a banner, never as a blocked page.
import { ref } from 'vue'

export type ConnectionState = 'ready' | 'lost' | 'failed'

/** `lost`: trying again by itself. `failed`: the host stays down until the program is restarted. */
export const connection = ref<ConnectionState>('ready')

type Listener = () => void
const backListeners = new Set<Listener>()

export function connectionIs(state: ConnectionState): void {
  const before = connection.value
  connection.value = state
  if (state === 'ready' && before !== 'ready') for (const listener of backListeners) listener()
}

/** Called each time the host is reached again after a loss. */
export function onConnectionBack(listener: Listener): () => void {
  backListeners.add(listener)
  return () => backListeners.delete(listener)
}
