// When nothing can be read, every page says so and leads on; when it can be again, every page is back. And nothing that
// people write, however long, makes a page of a phone scroll sideways.
import type { Page } from '@playwright/test'
import { en } from '@shared/locales/en'
import type { Language, Messages } from '@shared/locales/messages'
import { zhCN } from '@shared/locales/zh-CN'
import { answerAsEver, answerReads, answerReadsInTurn, answerWrites } from './support/answers'
import { call } from './support/calls'
import { sizes } from './support/camera'
import { jumped, ownWords, standsOut, tooSmall, tooWide, wordsCut } from './support/fitting'
import { enterSample, field, go, setUpOffice } from './support/hands'
import { writeLongTexts } from './support/longTexts'
import { expect, test } from './support/office'
import { openOver, overPages } from './support/overPages'
import { everyRoute } from './support/routes'

test.setTimeout(600_000)

/** They read nothing until something was chosen. */
const readNothing = new Set<string>(['/customers/new', '/handovers/new', '/import'])
const reading = everyRoute.filter((route) => !readNothing.has(route))

const messages: Record<Language, Messages> = { 'zh-CN': zhCN, en }

const failure = (page: Page) => page.locator('#page').getByRole('alert')

/** All that does not fit a phone, on every page and in all that opens over one. */
async function unfitting(page: Page, language: Language): Promise<string[]> {
  const faults: string[] = []
  const own = ownWords(messages[language])
  async function look(where: string): Promise<void> {
    await page.waitForTimeout(300)
    const beyond = await tooWide(page)
    const found = [
      ...(beyond > 1 ? [`too wide by ${beyond}`] : []),
      ...(await tooSmall(page)),
      ...(await standsOut(page)),
      ...(await wordsCut(page, own)),
    ]
    faults.push(...found.map((one) => `${language} ${where}: ${one}`))
  }
  for (const route of everyRoute) {
    await go(page, route)
    await look(route)
    expect(await page.locator('#page').evaluate((one) => one.scrollTop), `${route} begins at its top`).toBe(0)
  }
  for (const [name, { wideOnly }] of Object.entries(overPages)) {
    if (wideOnly) continue
    await page.reload()
    await page.getByRole('main').waitFor()
    await openOver(page, name, language)
    await look(`over ${name}`)
  }
  return faults
}

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

  await test.step('back from the records behind a figure, the page stands as it was left', async () => {
    await go(page, '/')
    await page.getByText('我下属的', { exact: true }).click()
    await page.getByText('上月', { exact: true }).click()
    const overdue = page.locator('#page').getByRole('link', { name: /^逾期没联系/ })
    const count = (await overdue.innerText()).trim()
    await overdue.click()
    await expect(page.getByText(`共 ${count} 家`)).toBeVisible()
    await page.goBack()
    await expect(overdue).toHaveText(count)
    await expect(page.getByRole('radio', { name: '我下属的' })).toBeChecked()
    await expect(page.getByRole('radio', { name: '上月' })).toBeChecked()
  })

  await test.step('a slow search says that it is searching, and never before its answer that nothing was found', async () => {
    const answers: (() => void)[] = []
    await page.route(/\/rpc\/search\/find/, async (route) => {
      await new Promise<void>((answer) => answers.push(answer))
      await route.continue()
    })
    const answer = async (): Promise<void> => {
      await expect.poll(() => answers.length).toBeGreaterThan(0)
      for (const one of answers.splice(0)) one()
    }
    await page.keyboard.press('Control+k')
    const dialog = page.getByRole('dialog')
    const [searching, none] = [dialog.getByText('正在找“'), dialog.getByText('没有找到“')]
    await dialog.getByRole('combobox').fill('查无此家')
    await expect(searching).toContainText('查无此家')
    await expect(none).toHaveCount(0)
    await answer()
    await expect(none).toContainText('查无此家')
    await expect(searching).toHaveCount(0)
    await dialog.getByRole('combobox').fill('上海')
    await expect(searching).toContainText('上海')
    await expect(none).toHaveCount(0)
    await answer()
    await expect(dialog.getByRole('group', { name: '客户' }).getByRole('option').first()).toBeVisible()
    await expect(searching).toHaveCount(0)
    await answerAsEver(page)
    await page.keyboard.press('Escape')
  })

  await test.step('parts of a page that come one after the other push nothing down', async () => {
    for (const size of [sizes.wide, sizes.narrow])
      for (const route of ['/settings/backup', '/data-quality']) {
        await page.setViewportSize(size)
        await answerReadsInTurn(page, 150)
        await page.goto(new URL(route, page.url()).href)
        await page.getByRole('main').waitFor()
        await page.waitForTimeout(1600)
        expect(await jumped(page), `${route} at ${size.width}`).toEqual([])
        await answerAsEver(page)
      }
    await page.setViewportSize(sizes.wide)
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

  await test.step('what could not be saved is said where it is seen, and stays typed', async () => {
    await go(page, '/customers/1/edit')
    await field(page, '简称').getByRole('textbox').fill('申达')
    await page.locator('#page').evaluate((one) => one.scrollTo(0, one.scrollHeight))
    await answerWrites(page, 'broken')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(failure(page)).toContainText('程序出错了')
    await expect(failure(page)).toBeInViewport()
    await answerAsEver(page)
  })

  await test.step('that what was typed is still there is said where something was, and nowhere else', async () => {
    const kept = '您填的内容还在页面上'
    await answerWrites(page, 'gone')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(failure(page)).toContainText(`连不上数据服务，正在重连。${kept}`)
    await answerAsEver(page)
    page.once('dialog', (question) => void question.accept())
    await go(page, '/customers/1')
    await answerWrites(page, 'gone')
    await page.getByRole('button', { name: '加星标' }).click()
    const told = page.locator('.toast', { hasText: '连不上数据服务' })
    await expect(told).toBeVisible({ timeout: 10_000 })
    await expect(told).not.toContainText(kept)
    await answerReads(page, 'gone')
    await go(page, '/customers/7')
    await expect(failure(page)).toContainText('连不上数据服务', { timeout: 10_000 })
    await expect(failure(page)).not.toContainText(kept)
    await answerAsEver(page)
    await go(page, '/customers/1/edit')
    await field(page, '简称').getByRole('textbox').fill('申达')
  })

  await test.step('a clash that cannot be shown field by field is told in words', async () => {
    const row = await call(page, 'customers.read', { id: 1 })
    await call(page, 'customers.update', { id: 1, version: row?.version, changes: { shortName: '别人改的' } })
    await answerReads(page, 'broken')
    await page.getByRole('button', { name: '保存', exact: true }).click()
    await expect(failure(page)).toContainText('刚刚被别人改过')
    await expect(field(page, '简称').getByRole('textbox')).toHaveValue('申达')
    await answerAsEver(page)
    // what was typed is left behind
    page.once('dialog', (question) => void question.accept())
  })

  await test.step('a cell of a list that could not be saved says so', async () => {
    await go(page, '/customers')
    await page.getByRole('gridcell').nth(4).dblclick()
    await answerWrites(page, 'broken')
    await page.locator('.n-base-select-option').last().click()
    await expect(page.locator('.editor').getByRole('alert')).toContainText('程序出错了')
    await answerAsEver(page)
  })

  await test.step('a paper that cannot be drawn says so', async () => {
    await page.route('**/rpc/printTemplates/preview', (route) => route.abort())
    await go(page, '/settings/print-templates')
    await expect(failure(page)).toBeVisible()
    await answerAsEver(page)
  })

  await test.step('the longest texts on a phone', async () => {
    expect(await writeLongTexts(page)).toEqual([])
    await page.setViewportSize({ width: 390, height: 844 })
    await page.reload()
    await page.getByRole('main').waitFor()
    const faults = await unfitting(page, 'zh-CN')
    await call(page, 'settings.setPreference', { key: 'language', value: 'en' })
    await page.reload()
    await page.getByRole('main').waitFor()
    expect([...faults, ...(await unfitting(page, 'en'))]).toEqual([])
  })
})
