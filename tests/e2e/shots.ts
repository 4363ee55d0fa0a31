// `npm run shots -- FOLDER [--only WORD,WORD]`: a picture of every page of the sample company and of what opens over
// them, wide and narrow, light and dark, in both languages; empty, loading, failing, without the right, and with the
// longest texts. So that anyone can look at the whole program in a minute.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { chromium, type Browser, type Page } from '@playwright/test'
import { needChromium } from '../../tools/chromium'
import { buildIfNeeded } from '../../tools/freshBuild'
import { answerAsEver, answerReads, type Answer } from './support/answers'
import { startBuiltHost } from './support/builtHost'
import { call } from './support/calls'
import { openCamera, sizes, type Size } from './support/camera'
import { enterSample, setUpOffice, signIn } from './support/hands'
import { writeLongTexts } from './support/longTexts'
import { everyRoute } from './support/routes'

const { values, positionals } = parseArgs({ options: { only: { type: 'string' } }, allowPositionals: true })
const folder = resolve(positionals[0] ?? 'shots')
const camera = openCamera(folder, values.only?.split(',').filter(Boolean) ?? [])
const looks = [
  { name: 'zh-light', theme: 'light', language: 'zh-CN' },
  { name: 'zh-dark', theme: 'dark', language: 'zh-CN' },
  { name: 'en-light', theme: 'light', language: 'en' },
  { name: 'en-dark', theme: 'dark', language: 'en' },
] as const
type Look = (typeof looks)[number]
const pages = [...everyRoute, '/nowhere']
/** The first page after a sign-in brings the program with it. */
const first = 1500
/** What lies beneath a dialog is read by then. */
const beneath = 600
/** After how long a page shows what it shows when its reads are answered so. */
const waits: Record<Answer, number> = { broken: 900, gone: 6500, late: 700 }

/** The same person at a wide and at a narrow window, at the same time. */
interface Desk {
  url: string
  browser: Browser
  at: Record<Size, Page>
}

const bothSizes = (desk: Desk, work: (page: Page, size: Size) => Promise<void>): Promise<unknown> =>
  Promise.all([work(desk.at.wide, 'wide'), work(desk.at.narrow, 'narrow')])

async function deskOf(browser: Browser, url: string): Promise<Desk> {
  const context = await browser.newContext({ viewport: sizes.wide, locale: 'zh-CN' })
  // eight windows at once on a busy machine
  context.setDefaultTimeout(40_000)
  const at = { wide: await context.newPage(), narrow: await context.newPage() }
  await at.narrow.setViewportSize(sizes.narrow)
  return { url, browser, at }
}

/** A table with wrong rows, as far as the wizard goes without importing it. */
async function importSteps(page: Page, url: string, place: string): Promise<void> {
  if (!camera.wants(place, 'import-columns') && !camera.wants(place, 'import-tried')) return
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
  await camera.take(page, place, 'import-columns')
  await page.getByRole('button', { name: '试一遍' }).click()
  await page.getByRole('button', { name: '开始导入' }).waitFor()
  await camera.take(page, place, 'import-tried')
}

async function firstRun({ url, at }: Desk): Promise<void> {
  await at.wide.goto(url)
  await at.narrow.goto(url)
  const both = async (name: string): Promise<void> => {
    if (!camera.wants('first-run', name)) return
    await camera.take(at.wide, 'first-run', name)
    await camera.take(at.narrow, 'first-run', `${name}-narrow`)
  }
  await both('office')
  await setUpOffice(at.wide)
  await at.wide.getByRole('button', { name: /看看示例公司/ }).waitFor()
  if (camera.wants('first-run', 'doors')) await camera.take(at.wide, 'first-run', 'doors')
}

async function empty(browser: Browser, url: string): Promise<void> {
  if (!camera.wants('empty-wide') && !camera.wants('empty-narrow')) return
  const desk = await deskOf(browser, url)
  await desk.at.wide.goto(url)
  await signIn(desk.at.wide, 'zhao')
  await desk.at.wide.getByRole('navigation', { name: '主菜单' }).waitFor()
  await bothSizes(desk, async (page, size) => {
    await page.goto(url)
    await page.waitForTimeout(first)
    await camera.pages(
      page,
      `empty-${size}`,
      pages.filter((route) => !route.startsWith('/customers/1')),
    )
  })
  await desk.at.wide.context().close()
}

async function oneLook(desk: Desk, { name, theme, language }: Look): Promise<void> {
  if (!camera.wants(`wide-${name}`) && !camera.wants(`narrow-${name}`)) return
  await call(desk.at.wide, 'settings.setPreference', { key: 'theme', value: theme })
  await call(desk.at.wide, 'settings.setPreference', { key: 'language', value: language })
  await bothSizes(desk, async (page, size) => {
    const place = `${size}-${name}`
    await page.goto(desk.url)
    await page.getByRole('main').waitFor()
    await camera.pages(page, place, pages)
    // their colours are those of the pages: once in each language is enough
    if ((theme === 'light') === (language === 'zh-CN')) await camera.overPages(page, place, { url: desk.url, language })
    if (name === 'zh-light') await importSteps(page, desk.url, place)
  })
  await call(desk.at.wide, 'settings.setPreference', { key: 'theme', value: 'light' })
  await call(desk.at.wide, 'settings.setPreference', { key: 'language', value: 'zh-CN' })
}

/** What is mostly waiting is done in several windows at once, each with its share of the pages. */
async function inLanes(
  page: Page,
  lanes: number,
  work: (lane: Page, routes: readonly string[]) => Promise<void>,
): Promise<void> {
  const shares = Array.from({ length: lanes }, (_, lane) => pages.filter((_one, at) => at % lanes === lane))
  await Promise.all(
    shares.map(async (routes, at) => {
      if (at === 0) return work(page, routes)
      const lane = await page.context().newPage()
      await lane.setViewportSize(page.viewportSize() ?? sizes.wide)
      await lane.goto(page.url())
      await work(lane, routes)
      await lane.close()
    }),
  )
}

/** Pages read anew while every read is answered so; what opens over a page, once the page itself is there. */
async function answered(desk: Desk, how: Answer): Promise<void> {
  const wait = waits[how]
  await bothSizes(desk, async (page, size) => {
    const place = `${how}-${size}`
    if (!camera.wants(place)) return
    await page.goto(desk.url)
    await inLanes(page, how === 'gone' ? 4 : 1, async (lane, routes) => {
      await answerReads(lane, how)
      await camera.freshPages(lane, place, routes, wait)
      await answerAsEver(lane)
    })
    // that nobody answers is told by the same parts as a fault
    if (how === 'gone') return
    await camera.overPages(page, place, {
      url: desk.url,
      language: 'zh-CN',
      wait,
      async before() {
        await page.waitForTimeout(beneath)
        await answerReads(page, how)
      },
      after: () => answerAsEver(page),
    })
  })
}

/** One who looks after customers and manages nothing. */
async function withoutRights({ browser, url }: Desk, secret: string): Promise<void> {
  if (!camera.wants('refused-wide') && !camera.wants('refused-narrow')) return
  const desk = await deskOf(browser, url)
  await desk.at.wide.goto(url)
  await signIn(desk.at.wide, 'hejing', secret)
  await desk.at.wide.getByRole('navigation', { name: '主菜单' }).waitFor()
  await bothSizes(desk, async (page, size) => {
    await page.goto(url)
    await page.getByRole('main').waitFor()
    await camera.pages(page, `refused-${size}`, pages)
  })
  await desk.at.wide.context().close()
}

async function longTexts(desk: Desk): Promise<void> {
  if (!camera.wants('long-wide') && !camera.wants('long-narrow')) return
  camera.missing.push(...(await writeLongTexts(desk.at.wide)).map((path) => `long texts: ${path} was refused`))
  await bothSizes(desk, async (page, size) => {
    await page.goto(desk.url)
    await page.getByRole('main').waitFor()
    await camera.pages(page, `long-${size}`, pages)
    await camera.overPages(page, `long-${size}`, { url: desk.url, language: 'zh-CN' })
  })
}

async function main(): Promise<void> {
  if (!buildIfNeeded()) process.exit(1)
  const dataDir = mkdtempSync(join(tmpdir(), 'zhike-shots-'))
  const host = await startBuiltHost(dataDir)
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const browser = await chromium.launch({ executablePath: needChromium(), args })
  try {
    const desk = await deskOf(browser, host.url)
    await firstRun(desk)
    await empty(browser, host.url)
    const secret = await enterSample(desk.at.wide)
    for (const look of looks) await oneLook(desk, look)
    for (const how of ['broken', 'late', 'gone'] as const) await answered(desk, how)
    await withoutRights(desk, secret)
    await longTexts(desk)
  } finally {
    await browser.close()
    await host.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
  process.stdout.write(`${[...camera.missing, folder].join('\n')}\n`)
}

await main()
