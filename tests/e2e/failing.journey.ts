// When nothing can be read, every page says so and leads on; when it can be again, every page is back. And nothing that
// people write, however long, makes a page of a phone scroll sideways.
import type { Page } from '@playwright/test'
import { answerAsEver, answerReads } from './support/answers'
import { call } from './support/calls'
import { enterSample, field, go, setUpOffice } from './support/hands'
import { writeLongTexts } from './support/longTexts'
import { expect, test } from './support/office'
import { openOver, overPages } from './support/overPages'
import { everyRoute } from './support/routes'

test.setTimeout(600_000)

/** They read nothing until something was chosen. */
const readNothing = new Set<string>(['/customers/new', '/handovers/new', '/import'])
const reading = everyRoute.filter((route) => !readNothing.has(route))

const failure = (page: Page) => page.locator('#page').getByRole('alert')

/** What is wider than the page that holds it, where the page itself would scroll. */
const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const beyond = (one: Element): number => one.scrollWidth - one.clientWidth
    const boxes = [
      ...document.querySelectorAll('#page, [role=dialog], [role=dialog] > .body'),
      document.documentElement,
    ]
    return Math.max(...boxes.map(beyond))
  })

/** Buttons of a page or of the bar above it that a thumb misses. Those in a field or in a line of a table go with it. */
const tooSmall = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('#page button, #page summary, header button, [role=dialog] button')]
      .filter((one) => !one.closest('table, [role=grid], .n-base-selection, .n-input, .n-tree'))
      .map((one) => ({
        name: (one.textContent || one.getAttribute('aria-label') || '').trim(),
        box: one.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.width > 0 && box.height < 40)
      .map(({ name, box }) => `${name} ${Math.round(box.height)}`)
      .slice(0, 4),
  )

test('@browser every page says that it failed and comes back; nothing makes it scroll sideways', async ({ page }) => {
  await setUpOffice(page)
  await enterSample(page)

  await test.step('failing: the reason and a way on, on every page', async () => {
    await answerReads(page, 'broken')
    await page.reload()
    for (const route of reading) {
      await go(page, route)
      await expect(failure(page).first(), route).toContainText('程序出错了')
      await expect(failure(page).getByRole('button', { name: '再试一次' }).first(), route).toBeVisible()
      await expect(page.locator('#page .lines'), route).toHaveCount(0)
    }
  })

  await test.step('the way on leads back', async () => {
    await go(page, '/duplicates')
    await expect(failure(page)).toBeVisible()
    await answerAsEver(page)
    await failure(page).getByRole('button', { name: '再试一次' }).click()
    await expect(page.getByText('相似 92%').first()).toBeVisible()
    for (const route of reading) {
      await go(page, route)
      await expect(failure(page), route).toHaveCount(0)
    }
  })

  await test.step('what was typed stays while the page cannot be read again', async () => {
    await go(page, '/settings/roles')
    const note = field(page, '说明').getByRole('textbox')
    await note.fill('周五前写完')
    await answerReads(page, 'broken')
    const failed = page.waitForResponse((answer) => answer.url().endsWith('/roles/list') && answer.status() === 500)
    await call(page, 'roles.create', { name: '实习生', note: null, grants: {}, fieldRights: {} })
    await failed
    await page.waitForTimeout(300)
    await expect(note).toHaveValue('周五前写完')
    await answerAsEver(page)
  })

  await test.step('the longest texts on a phone', async () => {
    expect(await writeLongTexts(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await page.reload()
    await page.getByRole('main').waitFor()
    const faults: string[] = []
    for (const route of everyRoute) {
      await go(page, route)
      await page.waitForTimeout(300)
      expect(await page.locator('#page').evaluate((one) => one.scrollTop), `${route} begins at its top`).toBe(0)
      const beyond = await tooWide(page)
      if (beyond > 1) faults.push(`${route}: too wide by ${beyond}`)
      faults.push(...(await tooSmall(page)).map((one) => `${route}: small ${one}`))
    }
    for (const [name, { wideOnly }] of Object.entries(overPages)) {
      if (wideOnly) continue
      await page.reload()
      await page.getByRole('main').waitFor()
      await openOver(page, name)
      await page.waitForTimeout(300)
      const beyond = await tooWide(page)
      if (beyond > 1) faults.push(`over ${name}: too wide by ${beyond}`)
      faults.push(...(await tooSmall(page)).map((one) => `over ${name}: small ${one}`))
    }
    expect(faults).toEqual([])
  })
})
