// Records opened lately in this window, for the search palette. Gone when the window is closed.
import { z } from 'zod'

const entry = z.object({ id: z.number().int(), name: z.string(), path: z.string().regex(/^\/[\w/-]*$/u) })
export type RecentRecord = z.output<typeof entry>
const storageKey = 'zhike.recent'

export function recentRecords(): RecentRecord[] {
  try {
    return z.array(entry).parse(JSON.parse(sessionStorage.getItem(storageKey) ?? '[]'))
  } catch {
    return []
  }
}

export function rememberRecord(one: RecentRecord): void {
  const others = recentRecords().filter((known) => known.path !== one.path)
  sessionStorage.setItem(storageKey, JSON.stringify([one, ...others].slice(0, 8)))
}
