// Files that mean harm, dropped on a customer and looked at one after the other: nothing of them runs, nothing is
// fetched from outside. Then a superior coaches, and sees that it was read.
import type { Locator, Page } from '@playwright/test'
import { addColleague, become, choose, field, firstSignIn, go, setUpOffice } from './support/hands'
import { expect, test } from './support/office'

const evil = 'http://evil.example'
const run = `parent.document.title='ran';document.title='ran'`
const html = [
  `<p>请报价</p><script>${run}</script><img src=x onerror="${run}"><img src="${evil}/pixel.png" srcset="${evil}/2.png 2x">`,
  `<a href="javascript:${run}">a</a><a href="${evil}/">b</a><iframe srcdoc="<script>${run}</script>" src="${evil}/f"></iframe>`,
  `<style>@import url(${evil}/s.css);body{background:url(${evil}/b.png)}</style><div style="background:url(${evil}/c.png)">c</div>`,
  `<svg onload="${run}"><script>${run}</script></svg><math><mi xlink:href="javascript:${run}">m</mi></math>`,
  `<form action="${evil}/"><input autofocus onfocus="${run}"></form><meta http-equiv=refresh content="0;url=${evil}/m"><base href="${evil}/">`,
  `<video poster="${evil}/v.png"><source src="${evil}/v.mp4" onerror="${run}"></video><object data="${evil}/o"></object><link rel=stylesheet href="${evil}/l.css">`,
].join('')
const mail = `From: "<img src=x onerror=${run}>" <a@evil.example>\r\nTo: zhao@a.cn\r\nSubject: <script>${run}</script>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n${html}\r\n--x\r\nContent-Type: text/plain\r\nContent-Disposition: attachment; filename="../../con.txt"\r\n\r\n500\r\n--x--\r\n`
const pdf = `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R /OpenAction << /S /JavaScript /JS (app.launchURL\\("${evil}"\\)) >> >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Annots [ << /Type /Annot /Subtype /Link /Rect [0 0 200 100] /A << /S /URI /URI (${evil}) >> >> ] >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF`

const hostile: readonly (readonly [name: string, content: string])[] = [
  ['询价.eml', mail],
  ['图.png', `<svg xmlns="http://www.w3.org/2000/svg" onload="${run}"/>`],
  ['页.html', `<script>${run}</script>`],
  ['图.svg', `<svg xmlns="http://www.w3.org/2000/svg"><script>${run}</script></svg>`],
  ['文.pdf', pdf],
  [`"><img src=x onerror=${run}>.txt`, `<script>${run}</script>`],
]

async function drop(page: Page, files: readonly (readonly [string, string])[]): Promise<void> {
  await page.evaluate((all) => {
    const data = new DataTransfer()
    for (const [name, content] of all) data.items.add(new File([content], name))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  }, files)
}

/** What must stay empty: requests that lead out, and boxes that a script opened. */
function watch(page: Page): string[] {
  const seen: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('evil.example')) seen.push(request.url())
  })
  page.on('dialog', (dialog) => {
    seen.push(dialog.message())
    void dialog.dismiss()
  })
  return seen
}

async function nameOfSaved(page: Page, button: Locator): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()])
  return download.suggestedFilename()
}

test('hostile files are looked at, and nothing of them runs @browser', async ({ office, page }) => {
  const seen = watch(page)
  await setUpOffice(page)
  await page.getByRole('button', { name: /从空白开始/ }).click()
  await page.keyboard.press('Escape')
  await page.goto(office.at('/customers/new'))
  await field(page, '客户名称').getByRole('textbox').fill('苏州德力')
  await page.getByRole('button', { name: '保存' }).first().click()
  await expect(page.getByRole('heading', { name: '苏州德力' })).toBeVisible()
  await page.goto(office.at('/customers/1?tab=attachments'))
  await expect(page.getByText('合同、图纸、截图放在这里')).toBeVisible()
  await drop(page, hostile)
  const lines = page.locator('section li')
  const ofMail = page.getByRole('dialog').getByRole('listitem').getByRole('button', { name: /下载/ })
  const saved: string[] = []
  await expect(lines).toHaveCount(hostile.length, { timeout: 30_000 })
  for (let at = 0; at < hostile.length; at++) {
    await lines.nth(at).locator('.name').click()
    await expect(page.locator('.stage > :not(.lines)').first()).toBeVisible()
    await page.waitForTimeout(700)
    if ((await ofMail.count()) > 0) saved.push(await nameOfSaved(page, ofMail))
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  expect(saved).toEqual(['_con.txt'])
  expect(await page.title()).not.toContain('ran')
  expect(seen).toEqual([])
})

test('a superior coaches a follow-up, and sees that it was read @browser', async ({ office, page }) => {
  await setUpOffice(page)
  await page.getByRole('button', { name: /从空白开始/ }).click()
  await page.keyboard.press('Escape')
  await page.goto(office.at('/settings/organization'))
  await page.getByRole('button', { name: '添加部门' }).click()
  await field(page, '部门名称').getByRole('textbox').fill('销售部')
  await page.getByRole('button', { name: '保存' }).click()
  await addColleague(page, { name: '李强', login: 'liqiang', role: '销售主管', department: '销售部' })
  await addColleague(page, { name: '周敏', login: 'zhoumin', role: '业务员', department: '销售部' })
  await page.locator('.n-tree-node', { hasText: '销售部' }).first().click()
  await choose(page, '负责人', '李强')
  await page.getByRole('button', { name: '保存' }).click()

  await firstSignIn(page, 'zhoumin')
  await go(page, '/customers/new')
  await field(page, '客户名称').getByRole('textbox').fill('苏州德力')
  await page.getByRole('button', { name: '保存' }).first().click()
  await page.getByPlaceholder('说了什么，答应了什么？').fill('对方说再看看')
  await page.getByRole('button', { name: '保存' }).first().click()
  await expect(page.locator('.said', { hasText: '对方说再看看' })).toBeVisible()

  await firstSignIn(page, 'liqiang')
  await go(page, '/coaching')
  await expect(page.getByText('对方说再看看')).toBeVisible()
  const words = page.getByPlaceholder('哪里做得好，下一步怎么做')
  // the key is heard once the page is the one in front
  await expect(async () => {
    await page.keyboard.press('c')
    await expect(words).toBeVisible({ timeout: 1500 })
  }).toPass()
  await words.fill('先问清楚预算')
  await page.getByText('同时派一个任务').click()
  await page.getByRole('button', { name: '发出' }).click()
  await expect(page.getByText('请写明任务要做什么')).toBeVisible()
  await expect(page.getByPlaceholder('要做什么')).toBeFocused()
  await page.keyboard.type('问预算')
  await page.getByRole('button', { name: '发出' }).click()
  await expect(page.getByText('周敏 还没看')).toBeVisible()

  await become(page, 'zhoumin')
  await page.getByRole('button', { name: /通知，2 条未读/ }).click()
  await page.getByText(/李强 点评了您的跟进/).click()
  await expect(page.getByText('先问清楚预算')).toBeVisible()
  await go(page, '/tasks')
  await page.getByRole('checkbox', { name: /问预算/ }).click()
  await expect(page.getByText('任务已完成')).toBeVisible()

  await become(page, 'liqiang')
  await go(page, '/coaching')
  await expect(page.getByText(/周敏 .*看过/)).toBeVisible()
})
