// Every page of the sample company: opens without a fault in the console, axe finds nothing serious. Wide and light
// all pages and what opens over them; narrow and dark all pages, in both languages.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { cutShort, standsOut } from './support/fitting'
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

interface Walk {
  found: Record<string, string[]>
  /** A request is refused on purpose: the browser's own line about it is no fault. */
  refusing: boolean
  look(where: string): Promise<void>
}

/** In the sample company, watching the console. */
async function begin(page: Page): Promise<Walk> {
  const found: Record<string, string[]> = {}
  const add = (where: string, faults: string[]): void => {
    if (faults.length > 0) found[where] = [...(found[where] ?? []), ...faults]
  }
  const walk: Walk = {
    found,
    refusing: false,
    async look(where) {
      await page.waitForTimeout(150)
      add(where, [...(await seriousFaults(page)), ...(await standsOut(page))])
    },
  }
  page.on('console', (message) => {
    const refused = walk.refusing && message.text().includes('server responded with a status of')
    if (message.type() === 'error' && !refused) add('console', [message.text()])
  })
  page.on('pageerror', (error) => add('console', [String(error)]))
  await setUpOffice(page)
  await enterSample(page)
  return walk
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
  await go(page, '/customers/1?tab=value')
  const heading = page.getByRole('columnheader', { name: '计入' })
  expect(await heading.evaluate((one) => one.clientWidth), 'a table stays one where there is room').toBeGreaterThan(20)
  for (const [name, { refused = false }] of Object.entries(overPages)) {
    await page.reload()
    await page.getByRole('main').waitFor()
    walk.refusing = refused
    await openOver(page, name)
    await walk.look(`over: ${name}`)
  }
  expect(walk.found).toEqual({})
})

test('@browser every page is clean, dark and narrow, in both languages; choices are read whole', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
  const walk = await begin(page)
  await page.setViewportSize({ width: 390, height: 800 })
  await allPages(page, walk, everyRoute)
  await go(page, '/settings')
  await page.getByText('English', { exact: true }).first().click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await allPages(page, walk, everyRoute)
  await page.setViewportSize({ width: 1366, height: 768 })
  for (const route of ['/customers', '/contacts', '/follow-ups', '/pool']) {
    await go(page, route)
    await expect(page.getByRole('gridcell').nth(20), route).toBeVisible()
    expect(await cutShort(page, ['Low priority', 'Influences', 'Evaluates', 'Decision role']), route).toEqual([])
  }
  expect(walk.found).toEqual({})
})
