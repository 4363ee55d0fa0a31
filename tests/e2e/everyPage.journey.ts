// Every page of the sample company: opens without a fault in the console, axe finds nothing serious, light and dark.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { enterSample, setUpOffice } from './support/hands'
import { expect, test } from './support/office'

test.setTimeout(420_000)

const pages = [
  '/',
  '/customers',
  '/customers/1',
  '/customers/1?tab=contacts',
  '/customers/1?tab=facts',
  '/customers/1?tab=history',
  '/customers/new',
  '/contacts',
  '/follow-ups',
  '/import',
  '/settings',
  '/settings/organization',
  '/settings/roles',
  '/settings/backup',
  '/settings/changes',
  '/settings/recycle-bin',
  '/settings/audit-log',
]

async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
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

test('@browser every page opens cleanly and axe finds nothing serious', async ({ office, page }) => {
  const consoleFaults: string[] = []
  page.on('console', (message) => message.type() === 'error' && consoleFaults.push(message.text()))
  page.on('pageerror', (error) => consoleFaults.push(String(error)))
  await setUpOffice(page)
  await enterSample(page)
  const found: Record<string, string[]> = {}
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    for (const route of pages) {
      await page.goto(office.at(route))
      await page.locator('h1').first().waitFor()
      await page.waitForTimeout(300)
      const faults = await seriousFaults(page)
      if (faults.length > 0) found[`${colorScheme} ${route}`] = faults
    }
  }
  expect(found).toEqual({})
  expect(consoleFaults).toEqual([])
})
