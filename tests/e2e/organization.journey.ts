// The tree of the office by hand: dragged, taken back by the toast, and the same without a mouse.
import type { Page } from '@playwright/test'
import { addColleague, choose, field, go, password, setUpOffice, signIn } from './support/hands'
import { expect, test } from './support/office'

const node = (page: Page, name: string) => page.locator('.n-tree-node-content', { hasText: name }).first()
/** How deep it stands, and below which name. */
const under = (page: Page, name: string): Promise<string[]> =>
  page.evaluate((wanted) => {
    const nodes = [...document.querySelectorAll('.n-tree-node')].map((one) => ({
      depth: one.querySelectorAll('.n-tree-node-indent').length,
      name: one.querySelector('.n-tree-node-content')?.textContent?.trim() ?? '',
    }))
    const at = nodes.findIndex((one) => one.name.startsWith(wanted))
    const above: string[] = []
    for (let i = at - 1, depth = nodes[at]?.depth ?? 0; i >= 0; i--) {
      const one = nodes[i]
      if (!one || one.depth >= depth) continue
      above.unshift(one.name.split(' ')[0] ?? '')
      depth = one.depth
    }
    return above
  }, name)
/** A hand's way: taken up, carried over, held a moment, let go. */
async function drag(page: Page, what: string, onto: string, where: 'on' | 'above' = 'on'): Promise<void> {
  const [from, to] = [await node(page, what).boundingBox(), await node(page, onto).boundingBox()]
  if (!from || !to) throw new Error(`${what} or ${onto} is not there`)
  await page.mouse.move(from.x + 10, from.y + from.height / 2)
  await page.mouse.down()
  const y = where === 'on' ? to.y + to.height / 2 : to.y + 3
  await page.mouse.move(to.x + 20, y - 2, { steps: 6 })
  await page.mouse.move(to.x + 20, y, { steps: 3 })
  await page.mouse.up()
}
const toast = (page: Page) => page.locator('.toast').last()

async function addDepartment(page: Page, name: string): Promise<void> {
  // nothing chosen: it stands at the top
  await go(page, '/settings')
  await go(page, '/settings/organization')
  await page.getByRole('button', { name: '添加部门' }).click()
  await field(page, '部门名称').getByRole('textbox').fill(name)
  await page.getByRole('button', { name: '保存' }).click()
  await expect(node(page, name)).toBeVisible()
}

test('@browser departments and people are moved by dragging, by the keyboard, and back', async ({ page, office }) => {
  await setUpOffice(page)
  await page.getByRole('button', { name: /从空白开始/ }).click()
  await page.getByRole('dialog').waitFor()
  await page.keyboard.press('Escape')
  for (const name of ['华东一部', '华东二部', '客服部']) await addDepartment(page, name)
  await page.getByRole('button', { name: '添加人员' }).click()
  await field(page, '姓名').getByRole('textbox').fill('周敏')
  await choose(page, '部门', '华东一部')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(node(page, '周敏')).toBeVisible()

  await test.step('a department under another', async () => {
    await drag(page, '华东二部', '华东一部')
    await expect(toast(page)).toContainText('已调整')
    await expect.poll(() => under(page, '华东二部')).toEqual(['华东一部'])
    await toast(page).getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => under(page, '华东二部')).toEqual([])
  })

  await test.step('a person into another department', async () => {
    await drag(page, '周敏', '客服部')
    await expect.poll(() => under(page, '周敏')).toEqual(['客服部'])
    await toast(page).getByRole('button', { name: '撤销' }).click()
    await expect.poll(() => under(page, '周敏')).toEqual(['华东一部'])
  })

  await test.step('a department cannot go into one of its own', async () => {
    await drag(page, '华东二部', '华东一部')
    await expect.poll(() => under(page, '华东二部')).toEqual(['华东一部'])
    await drag(page, '华东一部', '华东二部')
    await expect.poll(() => under(page, '华东二部')).toEqual(['华东一部'])
  })

  await test.step('a department dropped above another stands before it', async () => {
    const names = async (): Promise<string> => (await page.locator('.n-tree-node-content').allInnerTexts()).join(' ')
    await drag(page, '客服部', '华东一部', 'above')
    await expect.poll(names).toMatch(/客服部.*华东一部/su)
    expect(await under(page, '客服部')).toEqual([])
    await toast(page).getByRole('button', { name: '撤销' }).click()
    await expect.poll(names).toMatch(/华东一部.*客服部/su)
  })

  await test.step('one more is made beside the last, and the tree says who acts', async () => {
    await node(page, '客服部').click()
    for (const name of ['客服一组', '客服二组']) {
      await page.getByRole('button', { name: '添加部门' }).click()
      await field(page, '部门名称').getByRole('textbox').fill(name)
      await page.getByRole('button', { name: '保存' }).click()
      await expect.poll(() => under(page, name)).toEqual(['客服部'])
    }
    await choose(page, '代理负责人', '周敏')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(node(page, '客服二组')).toContainText('周敏 代理')
    await toast(page).getByRole('button', { name: '撤销' }).click()
    await expect(node(page, '客服二组')).not.toContainText('周敏')
  })

  await test.step('without a mouse', async () => {
    const tree = page.locator('.n-tree')
    await tree.focus()
    for (let step = 0; step < 12 && !(await page.locator('.n-tree-node--pending', { hasText: '周敏' }).count()); step++)
      await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: '周敏' })).toBeVisible()
    const department = field(page, '部门').locator('.n-base-selection').first()
    for (let step = 0; step < 40 && !(await department.evaluate((one) => one.contains(document.activeElement))); step++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.keyboard.type('客服')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Escape')
    const save = page.getByRole('button', { name: '保存' })
    for (let step = 0; step < 40 && !(await save.evaluate((one) => one === document.activeElement)); step++)
      await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect.poll(() => under(page, '周敏')).toEqual(['客服部'])
  })

  await test.step('whoever is disabled leaves the page they have open, by itself', async () => {
    await addColleague(page, { name: '陈涛', login: 'chentao', role: '业务员' })
    const other = await office.newPage()
    await other.goto(office.at('/customers'))
    await signIn(other, 'chentao', `first-${password}`)
    await field(other, '当前密码').locator('input').fill(`first-${password}`)
    await field(other, '新密码').locator('input').fill(password)
    await field(other, '再输一次密码').locator('input').fill(password)
    await other.getByRole('button', { name: '保存并开始' }).click()
    await expect(other.getByRole('navigation', { name: '主菜单' })).toBeVisible()
    await node(page, '陈涛').click()
    await page.getByText('停用：不能再登录').click()
    await page.getByRole('button', { name: '保存' }).click()
    await expect(other.locator('input[name=login]')).toBeVisible({ timeout: 2000 })
  })
})
