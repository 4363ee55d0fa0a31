// Many tabs of one browser: all open, all hear what changes, whichever of them is closed.
import type { Page } from '@playwright/test'
import { call } from './support/calls'
import { setUpOffice } from './support/hands'
import { expect, test } from './support/office'

const create = (page: Page, name: string): Promise<unknown> =>
  call(page, 'customers.create', { name, phone: '021-62880001', despiteDuplicates: true })

test('@browser nine tabs open, hear of changes and of the end of the session together', async ({ office, page }) => {
  await setUpOffice(page)
  await page.getByRole('button', { name: /从空白开始/ }).click()
  const tabs: Page[] = []
  await test.step('each opens, though a browser keeps six connections to a host', async () => {
    for (let n = 0; n < 8; n++) {
      const tab = await page.context().newPage()
      await tab.goto(office.at('/customers'))
      await expect(tab.getByRole('heading', { name: '客户', exact: true })).toBeVisible()
      tabs.push(tab)
    }
  })
  const [writer, ...others] = tabs
  if (!writer) throw new Error('no tab')

  await test.step('what one writes, all show', async () => {
    await create(writer, '苏州德力精密')
    for (const tab of others) await expect(tab.getByText('苏州德力精密').first()).toBeVisible()
  })

  await test.step('when the tab that listened is closed, another does', async () => {
    await page.close()
    await create(writer, '无锡恒通模具')
    for (const tab of others) await expect(tab.getByText('无锡恒通模具').first()).toBeVisible()
  })

  await test.step('signed out in one, all leave', async () => {
    await call(writer, 'auth.signOut', {})
    for (const tab of others) await expect(tab.locator('input[name=login]')).toBeVisible()
  })
})
