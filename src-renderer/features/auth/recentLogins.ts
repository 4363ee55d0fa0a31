// Who signed in on this device lately, so that several people need not type their login each time.
import { z } from 'zod'

const entry = z.object({ login: z.string().max(60), name: z.string().max(40) })
export type RecentLogin = z.output<typeof entry>
const storageKey = 'zhike.logins'

export function recentLogins(): RecentLogin[] {
  try {
    return z
      .array(entry)
      .max(6)
      .parse(JSON.parse(localStorage.getItem(storageKey) ?? '[]'))
  } catch {
    return []
  }
}

export function rememberLogin(one: RecentLogin): void {
  try {
    const others = recentLogins().filter((known) => known.login !== one.login)
    localStorage.setItem(storageKey, JSON.stringify([one, ...others].slice(0, 6)))
  } catch {
    // a private window keeps nothing, which is what it is for
  }
}
