// The journeys: in Chromium against the built host over HTTP, and the same ones in the real desktop window.
import { defineConfig } from '@playwright/test'
import { chromiumAtHand } from './tools/chromium.ts'

const executable = chromiumAtHand()
const isRoot = process.getuid?.() === 0

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.journey.ts',
  outputDir: 'test-results',
  timeout: 180_000,
  expect: { timeout: 15_000 },
  // Each journey has an office of its own; two at a time is what two cores carry.
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'line',
  use: {
    // a button that never comes fails its own line, not the whole journey minutes later
    actionTimeout: 30_000,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    screenshot: 'only-on-failure',
    launchOptions: {
      ...(executable ? { executablePath: executable } : {}),
      args: isRoot ? ['--no-sandbox'] : [],
    },
  },
  projects: [
    { name: 'browser', grepInvert: /@desktop/, metadata: { where: 'browser' } },
    { name: 'desktop', grepInvert: /@browser/, metadata: { where: 'desktop' }, workers: 1 },
  ],
})
