// Calls past the page's own hands: same origin, same session.
import type { Page } from '@playwright/test'

export interface Made {
  id: number
  version: number
}

/** As the page would: `call(page, 'customers.create', { name })`. Gives null when the input was refused. */
export const call = (page: Page, path: string, input: unknown): Promise<Made | null> =>
  page.evaluate(
    async ([route, json]) => {
      const answer = await fetch(`/rpc/${route}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json }),
      })
      return answer.ok ? ((await answer.json()) as { json: Made }).json : null
    },
    [path.replace('.', '/'), input] as const,
  )
