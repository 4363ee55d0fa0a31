// The tabs of one browser: they share one stream of changes. A browser keeps six connections to a host at most, and a
// stream holds one for good; with one for each tab the seventh would wait for ever. Whoever holds the lock listens and
// passes on; when that tab closes, the next one does.
import type { ChangeEvent } from '@shared/api/events'

/** What one tab tells the others: a change, or that the session is over. */
export type Passed = { change: ChangeEvent } | { over: true }

const name = 'zhike-changes'

export interface Tabs {
  /** Runs `work` in one of the tabs only; `late` when it took over from another. Ends with `work` or by the signal. */
  alone(signal: AbortSignal, work: (late: boolean) => Promise<void>): Promise<void>
  pass(told: Passed): unknown
  close(): void
}

/** A window of the desktop has a road of its own; plain http in a LAN knows no locks. */
const each: Tabs = { alone: (_signal, work) => work(false), pass: () => undefined, close: () => undefined }

/** @example const tabs = joinTabs((told) => …); await tabs.alone(signal, listen); tabs.pass({ change }) */
export function joinTabs(hear: (told: Passed) => void): Tabs {
  // older engines and plain http have none, whatever the types say
  const locks = navigator.locks as LockManager | undefined
  if (window.zhikeDesktop || !locks) return each
  const channel = new BroadcastChannel(name)
  let open = true
  // only tabs of this program, of this origin, speak here
  channel.addEventListener('message', ({ data }: MessageEvent<Passed>) => hear(data))
  return {
    async alone(signal, work) {
      const free = await locks.request(name, { ifAvailable: true }, async (lock) => {
        if (lock) await work(false)
        return lock !== null
      })
      if (free || signal.aborted) return
      await locks
        .request(name, { signal }, () => work(true))
        // called off while it waited
        .catch(() => undefined)
    },
    pass: (told) => open && channel.postMessage(told),
    close() {
      open = false
      channel.close()
    },
  }
}
