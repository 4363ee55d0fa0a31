// Work of the host at its start, e.g. what a newer program brings to the office's own data. Short: everybody waits.
import type { Dispatcher } from '@main/api/dispatch'

export interface FirstWork {
  name: string
  run(host: Dispatcher): void
}

/** What fails is logged and tried again at the next start; the office opens all the same. */
export function doFirst(host: Dispatcher, works: readonly FirstWork[]): void {
  for (const { name, run } of works)
    try {
      run(host)
    } catch (error) {
      host.services.log.error('first work failed', { name, error: String(error) })
    }
}
