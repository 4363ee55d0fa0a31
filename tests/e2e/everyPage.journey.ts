// Every page of the sample company: opens without a fault in the console, axe finds nothing serious. Wide and light
// all pages and what opens over them; narrow and dark all pages; in English those whose words are longest.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { enterSample, go, setUpOffice } from './support/hands'
import { expect, test } from './support/office'
import { openOver, overPages } from './support/overPages'
import { everyRoute } from './support/routes'

test.setTimeout(900_000)

async function seriousFaults(page: Page): Promise<string[]> {
  // the other mode opens a window of its own for each page looked at
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await axe.analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
    )
}

/** What stands out of the window to the right, where nothing scrolls. */
const standsOut = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scrolls = (one: Element): boolean =>
      !one.parentElement || one.id === 'page'
        ? false
        : /auto|scroll|hidden/.test(getComputedStyle(one.parentElement).overflowX) || scrolls(one.parentElement)
    return [...document.querySelectorAll('#page *')]
      .filter((one) => one.getBoundingClientRect().width > 0)
      .filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1 && !scrolls(one))
      .slice(0, 3)
      .map((one) => `stands out: ${one.outerHTML.slice(0, 120)}`)
  })

interface Walk {
  found: Record<string, string[]>
  look(where: string): Promise<void>
}

/** In the sample company, watching the console. */
async function begin(page: Page): Promise<Walk> {
  const found: Record<string, string[]> = {}
  const add = (where: string, faults: string[]): void => {
    if (faults.length > 0) found[where] = [...(found[where] ?? []), ...faults]
  }
  page.on('console', (message) => message.type() === 'error' && add('console', [message.text()]))
  page.on('pageerror', (error) => add('console', [String(error)]))
  await setUpOffice(page)
  await enterSample(page)
  return {
    found,
    async look(where) {
      await page.waitForTimeout(150)
      add(where, [...(await seriousFaults(page)), ...(await standsOut(page))])
    },
  }
}

async function allPages(page: Page, { look }: Walk, routes: readonly string[]): Promise<void> {
  for (const route of routes) {
    await go(page, route)
    await expect(page.locator('#page')).not.toBeEmpty()
    await look(route)
  }
}

test('@browser every page and what opens over it is clean, light and wide', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  const walk = await begin(page)
  await allPages(page, walk, everyRoute)
  for (const name of Object.keys(overPages)) {
    await page.reload()
    await page.getByRole('main').waitFor()
    await openOver(page, name)
    await walk.look(`over: ${name}`)
  }
  expect(walk.found).toEqual({})
})

const longWorded = ['/', '/customers', '/customers/1', '/customers/1/edit', '/pool', '/settings/organization']

test('@browser every page is clean, dark and narrow, some in English', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const walk = await begin(page)
  await page.setViewportSize({ width: 390, height: 800 })
  await allPages(page, walk, everyRoute)
  await go(page, '/settings')
  await page.getByText('English', { exact: true }).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await allPages(page, walk, longWorded)
  expect(walk.found).toEqual({})
})
