// `npm run test:e2e`: the journeys in Chromium against the built host. Words after `--` go to Playwright.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { needChromium } from './chromium'
import { buildIfNeeded } from './freshBuild'

const playwright = join(createRequire(import.meta.url).resolve('@playwright/test/package.json'), '../cli.js')

const run = (): number => {
  const env = { ...process.env, ZHIKE_CHROMIUM: needChromium() }
  const words = [playwright, 'test', '--project=browser', ...process.argv.slice(2)]
  return spawnSync(process.execPath, words, { stdio: 'inherit', env }).status ?? 1
}

process.exitCode = buildIfNeeded() ? run() : 1
