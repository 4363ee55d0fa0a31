import { go, setUpOffice } from './support/hands'
import { expect, test } from './support/office'

test('an empty office opens with the first-run page, without a fault in the console', async ({ office }) => {
  const page = await office.newPage()
  const faults: string[] = []
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(String(error)))
  await page.goto(office.at('/'))
  await expect(page.locator('#app')).not.toBeEmpty()
  await expect(page.getByRole('textbox').first()).toBeVisible()
  expect(faults).toEqual([])
})

test('a page has no way out: no Node, no foreign script, no request to the outside', async ({ office }) => {
  const page = await office.newPage()
  await page.goto(office.at('/'))
  await expect(page.locator('#app')).not.toBeEmpty()
  const outcome = await page.evaluate(async () => {
    const script = document.createElement('script')
    script.textContent = 'window.planted = true'
    document.body.append(script)
    const reached = await fetch('https://example.com/').then(
      () => true,
      () => false,
    )
    return { reached, planted: 'planted' in window, node: 'require' in window || 'process' in window }
  })
  expect(outcome).toEqual({ reached: false, planted: false, node: false })
})

test('@browser a start that takes long, as after an update, says what goes on', async ({ office }) => {
  const page = await office.newPage()
  let answer = (): void => undefined
  const held = new Promise<void>((resolve) => (answer = resolve))
  await page.route('**/rpc/**', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(office.at('/'))
  await expect(page.getByText('正在打开公司数据')).toBeVisible()
  answer()
  await expect(page.getByRole('textbox').first()).toBeVisible()
  await expect(page.getByText('正在打开公司数据')).toHaveCount(0)
})

test('the ways to begin stay on the home page until there is a customer', async ({ page }) => {
  await setUpOffice(page)
  await page.getByRole('button', { name: /从空白开始/ }).click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  await go(page, '/')
  await expect(page.getByRole('button', { name: /看看示例公司/ })).toBeVisible()
  await page.getByRole('button', { name: /从空白开始/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').first().fill('苏州德力精密机械有限公司')
  await dialog.getByRole('textbox').nth(1).fill('0512-62880000')
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await go(page, '/')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('赵国栋')
  await expect(page.getByRole('button', { name: /看看示例公司/ })).toHaveCount(0)
})
