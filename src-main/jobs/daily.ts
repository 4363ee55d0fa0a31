// Daily work of the host itself: done soon after the start and once a day as long as it runs.
import type { Dispatcher } from '@main/api/dispatch'

export interface DailyWork {
  name: string
  run(host: Dispatcher, signal: AbortSignal): Promise<unknown>
}

/** The first customers shall be on screen before. */
const firstAfterMs = 60_000
const dayMs = 86_400_000

/** Starts it; gives the way to stop it. What fails is logged and tried again the next day. */
export function startDaily(host: Dispatcher, works: readonly DailyWork[]): () => Promise<void> {
  const stop = new AbortController()
  let running: Promise<void> = Promise.resolve()
  const runAll = async (): Promise<void> => {
    for (const { name, run } of works)
      if (!stop.signal.aborted)
        await run(host, stop.signal).catch((error: unknown) =>
          host.services.log.error('daily work failed', { name, error: String(error) }),
        )
  }
  const go = (): void => void (running = runAll())
  const first = setTimeout(go, firstAfterMs)
  const daily = setInterval(go, dayMs)
  first.unref()
  daily.unref()
  return async () => {
    stop.abort()
    clearTimeout(first)
    clearInterval(daily)
    await running
  }
}
