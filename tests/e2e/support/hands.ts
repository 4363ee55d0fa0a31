// What a person does again and again: fill a field by its label, choose from a list, change places with a colleague.
import { writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import { expect, type Page } from '@playwright/test'
import type { Office } from './office'

export const password = 'kehu-2026'

export interface NewColleague {
  name: string
  login: string
  role: string
  department?: string
}

export async function setUpOffice(page: Page): Promise<void> {
  await page.locator('input[name=company]').fill('上海宏图信息技术有限公司')
  await page.locator('input[name=name]').fill('赵国栋')
  await page.locator('input[name=login]').fill('zhao')
  await page.locator('input[name=password]').fill(password)
  await page.locator('input[name=repeat]').fill(password)
  await page.getByRole('button', { name: '建立公司' }).click()
}

/** A required field's label ends in a star. */
export const field = (page: Page, label: string) =>
  page.locator('.field', { has: page.locator('label', { hasText: new RegExp(`^${label}\\*?$`) }) })

export async function choose(page: Page, label: string, option: string): Promise<void> {
  await field(page, label).locator('.n-base-selection').first().click()
  await page.locator('.n-base-select-option', { hasText: option }).first().click()
  await page.keyboard.press('Escape')
}

export async function signIn(page: Page, login: string, secret = password): Promise<void> {
  await page.locator('input[name=login]').fill(login)
  await page.locator('input[type=password]').fill(secret)
  await page.keyboard.press('Enter')
}

/** Signs out and somebody else in, at the same window. */
export async function become(page: Page, login: string): Promise<void> {
  await page.getByRole('button', { name: /我的菜单/ }).click()
  await page.getByText('退出登录').click()
  await signIn(page, login)
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

/** In the settings, by the owner: a person with a role and a login whose first password is at once changed. */
export async function addColleague(page: Page, { name, login, role, department }: NewColleague): Promise<void> {
  await page.getByRole('button', { name: '添加人员' }).click()
  await field(page, '姓名').getByRole('textbox').fill(name)
  if (department) await choose(page, '部门', department)
  await choose(page, '角色', role)
  await page.getByRole('button', { name: '保存' }).click()
  await page.getByRole('button', { name: '开通登录' }).click()
  await field(page, '登录名').last().getByRole('textbox').fill(login)
  await page.locator('input[autocomplete=new-password]').fill(`first-${password}`)
  await page.locator('.login').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(`${name} 的登录已设好`)).toBeVisible()
}

/** The first sign-in asks for a password of one's own. */
export async function firstSignIn(page: Page, login: string): Promise<void> {
  await page.getByRole('button', { name: /我的菜单/ }).click()
  await page.getByText('退出登录').click()
  await signIn(page, login, `first-${password}`)
  await field(page, '当前密码').locator('input').fill(`first-${password}`)
  await field(page, '新密码').locator('input').fill(password)
  await field(page, '再输一次密码').locator('input').fill(password)
  await page.getByRole('button', { name: '保存并开始' }).click()
  await expect(page.getByRole('navigation', { name: '主菜单' })).toBeVisible()
}

/** To another page without loading it anew: in the window that would end a sign-in nobody asked to keep. */
export const go = (page: Page, route: string): Promise<void> =>
  page.evaluate((to) => {
    window.history.pushState(null, '', to)
    window.dispatchEvent(new PopStateEvent('popstate', { state: null }))
  }, route)

/** Picks a file in the native dialog (desktop) or the browser's own. */
export async function pickFile(page: Page, office: Office, path: string, open: () => Promise<void>): Promise<void> {
  if (office.desktop) {
    await office.desktop.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
    }, path)
    await open()
    return
  }
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), open()])
  await chooser.setFiles(path)
}

/** Where the saved file lies. */
export async function saveFile(page: Page, office: Office, path: string, save: () => Promise<void>): Promise<string> {
  if (office.desktop) {
    await office.desktop.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen })
    }, path)
    await save()
    return path
  }
  const [download] = await Promise.all([page.waitForEvent('download'), save()])
  expect(basename(download.suggestedFilename())).not.toBe('')
  await download.saveAs(path)
  return path
}

/** From the three doors into the sample company; it takes a while to make. Gives the password of its people. */
export async function enterSample(page: Page): Promise<string> {
  await page.getByRole('button', { name: /看看示例公司/ }).click()
  const inside = page.getByRole('button', { name: '进去看看' })
  await inside.waitFor({ timeout: 300_000 })
  const said = await page.locator('.filling p').first().innerText()
  await inside.click()
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  return /[\w-]{8}/.exec(said)?.[0] ?? ''
}

export const writeBytes = (path: string, bytes: Buffer): void => writeFileSync(path, bytes)
