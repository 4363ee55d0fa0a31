// Every page of the sample company: opens without a fault in the console, axe finds nothing serious, light and dark.
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { enterSample, go, setUpOffice } from './support/hands'
import { expect, test } from './support/office'
import { everyRoute } from './support/routes'

test.setTimeout(900_000)

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

const looks = [
  { colorScheme: 'light', width: 1366 },
  { colorScheme: 'dark', width: 390 },
] as const

/** What opens over a page, and how. */
const overPages: Record<string, (page: Page) => Promise<void>> = {
  palette: async (page) => {
    await go(page, '/customers')
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').locator('input').first().fill('上海')
  },
  'quick create': async (page) => {
    await page.keyboard.press('n')
  },
  'writing a follow-up': async (page) => {
    await go(page, '/')
    await page.getByRole('button', { name: '写跟进' }).first().click()
  },
  sharing: async (page) => {
    await go(page, '/customers/1')
    await page.getByRole('button', { name: /共享/ }).first().click()
  },
  undo: async (page) => {
    await go(page, '/settings/changes')
    await page.getByRole('button', { name: '查看与撤销' }).first().click()
  },
}

for (const { colorScheme, width } of looks)
  test(`@browser every page opens cleanly and axe finds nothing serious, ${colorScheme}, ${width} wide`, async ({
    page,
  }) => {
    const consoleFaults: string[] = []
    page.on('console', (message) => message.type() === 'error' && consoleFaults.push(message.text()))
    page.on('pageerror', (error) => consoleFaults.push(String(error)))
    await setUpOffice(page)
    await enterSample(page)
    const found: Record<string, string[]> = {}
    const look = async (where: string): Promise<void> => {
      await page.waitForTimeout(150)
      const faults = await seriousFaults(page)
      if (faults.length > 0) found[where] = faults
    }
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.setViewportSize({ width, height: 800 })
    for (const route of everyRoute) {
      await go(page, route)
      await expect(page.locator('#page')).not.toBeEmpty()
      await look(`${colorScheme} ${width} ${route}`)
    }
    for (const [name, open] of Object.entries(overPages)) {
      await open(page)
      await page.getByRole('dialog').first().waitFor()
      await look(`${colorScheme} ${width} ${name}`)
      await page.keyboard.press('Escape')
    }
    expect(found).toEqual({})
    expect(consoleFaults).toEqual([])
  })
