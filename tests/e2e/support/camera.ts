// Takes the pictures that were asked for, and remembers what it could not take.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Language } from '@shared/locales/messages'
import { go } from './hands'
import { openOver, overPages } from './overPages'

export const sizes = { wide: { width: 1366, height: 768 }, narrow: { width: 390, height: 844 } } as const
export type Size = keyof typeof sizes
const moment = 250

/** `/customers/1?tab=facts` → `customers-1-tab-facts`. */
const fileName = (route: string): string => (route === '/' ? 'today' : route.slice(1).replace(/\W+/g, '-'))

/** Until no grey lines stand for what is coming. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(moment)
  await page
    .locator('.skeleton, .lines[aria-hidden=true]')
    .first()
    .waitFor({ state: 'detached', timeout: 3000 })
    .catch(() => undefined)
  await page.waitForTimeout(moment)
}

const places = /^(?:wide|narrow|first-run|empty|broken|gone|late|refused|long)\b/
const isPlace = (word: string): boolean => places.test(word)

export interface Camera {
  /** Whether any picture of this place, or this one, was asked for. */
  wants(place: string, name?: string): boolean
  /** As it stands after `wait`; without one, as soon as nothing is loading any more. */
  take(page: Page, place: string, name: string, wait?: number): Promise<void>
  /** Each page in turn, without loading the program anew. */
  pages(page: Page, place: string, routes: readonly string[]): Promise<void>
  /** Each page in a program that has read nothing yet. */
  freshPages(page: Page, place: string, routes: readonly string[], wait: number): Promise<void>
  /** What opens over a page; `before` each is opened, once its page is there. */
  overPages(page: Page, place: string, how: OverPages): Promise<void>
  /** Pictures that could not be taken, and why. */
  missing: string[]
}

interface OverPages {
  url: string
  language: Language
  wait?: number
  before?: () => Promise<unknown>
  after?: () => Promise<unknown>
}

/** `only`: beginnings of which one must stand in `place/name`, as `customers`, `wide-zh`, `late-narrow/pool`; none: all. */
export function openCamera(folder: string, only: readonly string[]): Camera {
  const missing: string[] = []
  const begins = (path: string, word: string): boolean =>
    path.startsWith(word) || path.includes(`-${word}`) || path.includes(`/${word}`)
  const asked = (path: string): boolean => only.length === 0 || only.some((word) => begins(path, word))
  /** A word of a page's name may be of any place. */
  const mayBe = (place: string): boolean =>
    asked(place) || only.some((word) => (word.includes('/') ? word.startsWith(`${place}/`) : !isPlace(word)))
  const wants = (place: string, name?: string): boolean =>
    name === undefined ? mayBe(place) : asked(`${place}/${name}`)
  const take: Camera['take'] = async (page, place, name, wait) => {
    await (wait === undefined ? settle(page) : page.waitForTimeout(wait))
    mkdirSync(join(folder, place), { recursive: true })
    await page.screenshot({ path: join(folder, place, `${name}.png`) })
  }
  /** One picture that cannot be taken costs none of the others. */
  const attempt = (place: string, name: string, work: () => Promise<unknown>): Promise<unknown> =>
    work().catch((error: unknown) => missing.push(`${place} ${name}: ${String(error).slice(0, 300)}`))
  return {
    missing,
    wants,
    take,
    async pages(page, place, routes) {
      for (const route of routes.filter((one) => wants(place, fileName(one))))
        await attempt(place, route, async () => {
          await go(page, route)
          await take(page, place, fileName(route))
        })
    },
    async freshPages(page, place, routes, wait) {
      const home = new URL(page.url()).origin
      for (const route of routes.filter((one) => wants(place, fileName(one))))
        await attempt(place, route, async () => {
          await page.goto(home + route)
          await page.getByRole('main').waitFor()
          await take(page, place, fileName(route), wait)
        })
    },
    async overPages(page, place, { url, language, wait, before, after }) {
      for (const [name, { wideOnly, readsNothing }] of Object.entries(overPages)) {
        if (!wants(place, `over-${name}`) || (wideOnly && place.includes('narrow')) || (before && readsNothing))
          continue
        await attempt(place, name, async () => {
          await page.goto(url)
          await page.getByRole('main').waitFor()
          await openOver(page, name, language, before)
        })
        await attempt(place, name, () => take(page, place, `over-${name}`, wait))
        await after?.()
      }
    },
  }
}
