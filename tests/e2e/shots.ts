// `npm run shots -- FOLDER`: a picture of every page of the sample company, wide and narrow, light and dark, in both
// languages, empty and failing too, so that anyone can look at the whole program in a minute.
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { chromium, type Browser, type Page } from '@playwright/test'
import { needChromium } from '../../tools/chromium'
import { buildIfNeeded } from '../../tools/freshBuild'
import { startBuiltHost } from './support/builtHost'
import { enterSample, setUpOffice, signIn } from './support/hands'

const folder = resolve(process.argv[2] ?? 'shots')
const sizes = { wide: { width: 1366, height: 768 }, narrow: { width: 390, height: 844 } } as const
const looks = [
  { name: 'zh-light', theme: 'light', language: 'zh-CN' },
  { name: 'zh-dark', theme: 'dark', language: 'zh-CN' },
  { name: 'en-light', theme: 'light', language: 'en' },
  { name: 'en-dark', theme: 'dark', language: 'en' },
] as const
const pages = [
  '/',
  '/customers',
  '/customers/1',
  '/customers/1?tab=contacts',
  '/customers/1?tab=facts',
  '/customers/1?tab=history',
  '/customers/1/edit',
  '/customers/new',
  '/contacts',
  '/follow-ups',
  '/import',
  '/settings',
  '/settings/organization',
  '/settings/roles',
  '/settings/backup',
  '/settings/changes',
  '/settings/recycle-bin',
  '/settings/audit-log',
  '/nowhere',
]
const fileName = (route: string): string => (route === '/' ? 'today' : route.slice(1).replace(/\W+/g, '-'))
const settled = 900

async function take(page: Page, place: string, name: string): Promise<void> {
  await page.waitForTimeout(settled)
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

async function allPages(page: Page, url: string, place: string, routes: readonly string[]): Promise<void> {
  for (const route of routes) {
    await page.goto(url + route)
    await take(page, place, fileName(route))
  }
  await page.goto(`${url}/customers`)
  await page.waitForTimeout(settled)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('sh')
  await take(page, place, 'search')
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
  await page.waitForTimeout(settled)
  await allPages(
    page,
    url,
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
    await page.waitForTimeout(2500)
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
  const page = await browser.newPage({ viewport: sizes.wide, locale: 'zh-CN' })
  await firstRun(page, host.url)
  await empty(browser, host.url)
  await take(page, 'first-run', 'doors')
  await enterSample(page)
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport)
    for (const { name, theme, language } of looks) {
      await prefer(page, 'theme', theme)
      await prefer(page, 'language', language)
      await allPages(page, host.url, `${size}-${name}`, pages)
    }
  }
  await page.setViewportSize(sizes.wide)
  await failing(page, host.url)
  await browser.close()
  await host.stop()
  rmSync(dataDir, { recursive: true, force: true })
  process.stdout.write(`${folder}\n`)
}

await main()
