// A day without a mouse: find, open, write, save, leave.
import { go, setUpOffice } from './support/hands'
import { expect, test } from './support/office'

test.setTimeout(120_000)

const focused = 'document.activeElement?.closest("[role=grid], [role=dialog], nav, main, header, aside")?.tagName ?? ""'

test('@browser list, 360°, follow-up and back, by keyboard alone', async ({ page }) => {
  await setUpOffice(page)
  await page.getByRole('button', { name: /从空白开始/ }).waitFor()
  await page.keyboard.press('Tab')
  await page.getByRole('button', { name: /从空白开始/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()

  await test.step('a customer with name and phone', async () => {
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('苏州德力精密机械有限公司')
    await page.keyboard.press('Tab')
    await page.keyboard.type('13812345678')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toBeHidden()
  })

  await test.step('from the list into 360°', async () => {
    await go(page, '/customers')
    await expect(page.getByText('苏州德力精密机械有限公司').first()).toBeVisible()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '苏州德力精密机械有限公司' })).toBeVisible()
  })

  await test.step('a follow-up is written and saved', async () => {
    await go(page, '/customers')
    await page.getByText('苏州德力精密机械有限公司').first().waitFor()
    await page.keyboard.press('Control+k')
    await page.getByRole('dialog').waitFor()
    await page.keyboard.type('szdl')
    await expect(page.getByRole('dialog').getByText('苏州德力精密机械有限公司').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '苏州德力精密机械有限公司' })).toBeVisible()
    const box = page.getByRole('textbox', { name: '说了什么，答应了什么？' })
    for (let step = 0; step < 60 && !(await box.evaluate((one) => one === document.activeElement)); step++)
      await page.keyboard.press('Tab')
    await expect(box).toBeFocused()
    await page.keyboard.type('看了新车间，周五前要方案')
    const save = page.locator('#page').getByRole('button', { name: '保存' })
    for (let step = 0; step < 30 && !(await save.evaluate((one) => one === document.activeElement)); step++)
      await page.keyboard.press('Tab')
    await expect(save).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(page.locator('article').getByText('看了新车间，周五前要方案').first()).toBeVisible()
  })

  await test.step('a dialog holds the focus and Esc gives it back', async () => {
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+k')
    const dialog = page.getByRole('dialog')
    await dialog.waitFor()
    for (let step = 0; step < 15; step++) {
      await page.keyboard.press('Tab')
      expect(await dialog.evaluate((one) => one.contains(document.activeElement)), `after ${step} tabs`).toBe(true)
    }
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    expect(await page.evaluate(focused)).not.toBe('')
  })

  await test.step('Esc closes what is on top only, and gives the focus back', async () => {
    await go(page, '/customers')
    const build = page.getByRole('button', { name: '高级' })
    await build.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.locator('.n-base-selection').first().click()
    const options = page.locator('.n-base-select-menu')
    await options.waitFor()
    await page.keyboard.press('Escape')
    await expect(options).toBeHidden()
    await expect(dialog).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
    const columns = page.getByRole('button', { name: '列', exact: true })
    await columns.focus()
    await page.keyboard.press('Enter')
    const find = page.getByPlaceholder('找一列')
    await expect(find).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(find).toBeHidden()
    await expect(columns).toBeFocused()
  })

  await test.step('what opens over a list hears the keys, and leaves them to it again', async () => {
    await go(page, '/customers/1?tab=owners')
    await page.getByRole('button', { name: '退回公海' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('约不上')
    await page.getByRole('dialog').getByRole('button', { name: '退回公海' }).click()
    await expect(page.getByRole('dialog')).toBeHidden()
    await go(page, '/pool')
    await page.getByRole('grid').getByText('苏州德力精密机械有限公司').waitFor()
    await page.getByRole('grid').focus()
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByText('约不上')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
    await expect(page.getByRole('grid')).toBeFocused()
  })
})
