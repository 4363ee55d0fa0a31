// A journey's own office: empty, thrown away afterwards, reached from a browser or from the desktop window.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as base, type Browser, type ElectronApplication, type Page } from '@playwright/test'
import type { DesktopBridge } from '@shared/desktop'
import { startBuiltHost } from './builtHost'
import { startDesktop } from './desktopWindow'

declare global {
  interface Window {
    zhikeDesktop?: DesktopBridge
  }
}

export interface Office {
  where: 'browser' | 'desktop'
  /** Another person at another browser, or in another window of the same computer. */
  newPage(): Promise<Page>
  /** The address of a route for `page.goto`. */
  at(route: string): string
  /** Lets the next native save dialog end with this path; in a browser, await the download instead. */
  desktop: ElectronApplication | null
}

const inBrowser = async (dataDir: string, browser: Browser, use: (office: Office) => Promise<void>): Promise<void> => {
  const host = await startBuiltHost(dataDir)
  const contexts: { close(): Promise<void> }[] = []
  await use({
    where: 'browser',
    desktop: null,
    at: (route) => `${host.url}${route}`,
    async newPage() {
      const context = await browser.newContext({ acceptDownloads: true })
      contexts.push(context)
      return context.newPage()
    },
  })
  await Promise.all(contexts.map((context) => context.close()))
  await host.stop()
}

const inWindow = async (dataDir: string, use: (office: Office) => Promise<void>): Promise<void> => {
  const program = await startDesktop(dataDir)
  let first: Page | null = await program.firstWindow()
  await use({
    where: 'desktop',
    desktop: program,
    at: (route) => `app://zhike${route}`,
    async newPage() {
      if (first) {
        const page = first
        first = null
        return page
      }
      const opened = program.waitForEvent('window')
      await program.windows()[0]?.evaluate(() => window.zhikeDesktop?.newWindow('/'))
      return opened
    },
  })
  await program.close()
}

export const test = base.extend<{ office: Office; page: Page }>({
  office: async ({ browser }, use, info) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'zhike-journey-'))
    if (info.project.metadata['where'] === 'desktop') await inWindow(dataDir, use)
    else await inBrowser(dataDir, browser, use)
    rmSync(dataDir, { recursive: true, force: true, maxRetries: 5 })
  },
  page: async ({ office }, use) => {
    const page = await office.newPage()
    if (office.where === 'browser') await page.goto(office.at('/'))
    await use(page)
  },
})

export { expect }
