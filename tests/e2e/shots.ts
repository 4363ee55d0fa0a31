// `npm run shots -- FOLDER`: a picture of every page of the sample company, wide and narrow, light and dark, in both
// languages, what opens over them, empty and failing too, so that anyone can look at the whole program in a minute.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import type { Language } from '@shared/locales/messages'
import { needChromium } from '../../tools/chromium'
import { buildIfNeeded } from '../../tools/freshBuild'
import { startBuiltHost } from './support/builtHost'
import { enterSample, go, setUpOffice, signIn } from './support/hands'
import { openOver, overPages } from './support/overPages'
import { everyRoute } from './support/routes'

const folder = resolve(process.argv[2] ?? 'shots')
const sizes = { wide: { width: 1366, height: 768 }, narrow: { width: 390, height: 844 } } as const
const looks = [
  { name: 'zh-light', theme: 'light', language: 'zh-CN' },
  { name: 'zh-dark', theme: 'dark', language: 'zh-CN' },
  { name: 'en-light', theme: 'light', language: 'en' },
  { name: 'en-dark', theme: 'dark', language: 'en' },
] as const
const pages = [...everyRoute, '/nowhere']
const fileName = (route: string): string => (route === '/' ? 'today' : route.slice(1).replace(/\W+/g, '-'))
const moment = 250
/** The first page after a sign-in brings the program with it. */
const first = 1500

/** Until no grey lines stand for what is coming. */
async function settle(page: Page): Promise<void> {
  await page.waitForTimeout(moment)
  await page
    .locator('.skeleton, .lines[aria-hidden=true]')
    .first()
    .waitFor({ state: 'detached', timeout: 3000 })
    .catch(() => undefined)
  await page.waitForTimeout(moment)
}

async function take(page: Page, place: string, name: string): Promise<void> {
  await settle(page)
  mkdirSync(join(folder, place), { recursive: true })
  await page.screenshot({ path: join(folder, place, `${name}.png`) })
}

const prefer = (page: Page, key: string, value: string): Promise<unknown> =>
  page.evaluate(
    ([name, chosen]) =>
      fetch('/rpc/settings/setPreference', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ json: { key: name, value: chosen } }),
      }).then((answer) => answer.status),
    [key, value],
  )

async function allPages(page: Page, place: string, routes: readonly string[]): Promise<void> {
  for (const route of routes) {
    await go(page, route)
    await take(page, place, fileName(route))
  }
}

/** What could not be opened is told at the end, and does not keep the others from their picture. */
const missing: string[] = []
async function allOverPages(page: Page, url: string, place: string, language: Language): Promise<void> {
  const narrow = place.startsWith('narrow')
  for (const [name, { wideOnly }] of Object.entries(overPages)) {
    if (narrow && wideOnly) continue
    await page.goto(url)
    await page.getByRole('main').waitFor()
    await openOver(page, name, language).catch((error: unknown) => missing.push(`${place} ${name}: ${String(error)}`))
    await take(page, place, `over-${name}`)
  }
}

/** A table with wrong rows, as far as the wizard goes without importing it. */
async function importSteps(page: Page, url: string, place: string): Promise<void> {
  const name = '客户一览表.csv'
  const table =
    '客户名称,联系人,手机,级别,最近联系\n无锡恒通模具厂,陈师傅,13706180077,重点,2026-10-08\n,王工,123,普通,去年'
  await page.goto(`${url}/import`)
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: '选择文件' }).click(),
  ])
  await chooser.setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(table) })
  await page.getByRole('button', { name: '试一遍' }).waitFor()
  await take(page, place, 'import-columns')
  await page.getByRole('button', { name: '试一遍' }).click()
  await page.getByRole('button', { name: '开始导入' }).waitFor()
  await take(page, place, 'import-tried')
}

async function firstRun(page: Page, url: string): Promise<void> {
  await page.goto(url)
  await take(page, 'first-run', 'office')
  await setUpOffice(page)
  await page.getByRole('button', { name: /看看示例公司/ }).waitFor()
  await take(page, 'first-run', 'doors')
}

async function empty(browser: Browser, url: string): Promise<void> {
  const page = await browser.newPage({ viewport: sizes.wide, locale: 'zh-CN' })
  await page.goto(url)
  await signIn(page, 'zhao')
  await page.getByRole('navigation', { name: '主菜单' }).waitFor()
  await page.waitForTimeout(first)
  await allPages(
    page,
    'empty',
    pages.filter((route) => !route.startsWith('/customers/1')),
  )
  await page.close()
}

/** Every read fails once the page is there. */
async function failing(page: Page, url: string): Promise<void> {
  await page.route(/\/rpc\/(?!auth|events|settings\/preferences|organization\/directory)/, (route) => route.abort())
  for (const route of ['/', '/customers', '/customers/1', '/settings/changes', '/settings/backup']) {
    await page.goto(url + route)
    await page.waitForTimeout(2000)
    await take(page, 'failing', fileName(route))
  }
  await page.unroute(/\/rpc\/(?!auth|events|settings\/preferences|organization\/directory)/)
}

async function main(): Promise<void> {
  if (!buildIfNeeded()) process.exit(1)
  const dataDir = mkdtempSync(join(tmpdir(), 'zhike-shots-'))
  const host = await startBuiltHost(dataDir)
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath: needChromium(), args })
  const context = await browser.newContext({ viewport: sizes.wide, locale: 'zh-CN' })
  const page = await context.newPage()
  await firstRun(page, host.url)
  await empty(browser, host.url)
  await enterSample(page)
  const narrow = await context.newPage()
  await narrow.setViewportSize(sizes.narrow)
  for (const { name, theme, language } of looks) {
    await prefer(page, 'theme', theme)
    await prefer(page, 'language', language)
    const oneSize = async (at: Page, place: string): Promise<void> => {
      await at.goto(host.url)
      await at.getByRole('main').waitFor()
      await allPages(at, place, pages)
      // their colours are those of the pages: once in each language is enough
      if ((theme === 'light') === (language === 'zh-CN')) await allOverPages(at, host.url, place, language)
      if (name === 'zh-light') await importSteps(at, host.url, place)
    }
    await Promise.all([oneSize(page, `wide-${name}`), oneSize(narrow, `narrow-${name}`)])
  }
  await failing(page, host.url)
  await browser.close()
  await host.stop()
  rmSync(dataDir, { recursive: true, force: true })
  process.stdout.write(`${[...missing, folder].join('\n')}\n`)
}

await main()
