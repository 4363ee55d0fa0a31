// Finds a Chromium for the journeys, installs one where that is possible, or says exactly what to install.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { chromium } from '@playwright/test'

const programs = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((folder) => {
    const place = process.env[folder]
    if (!place) return []
    return [join(place, 'Google/Chrome/Application/chrome.exe'), join(place, 'Microsoft/Edge/Application/msedge.exe')]
  }),
]

/** A Chromium on this machine; null when there is none. `ZHIKE_CHROMIUM` names one that goes first. */
export const chromiumAtHand = (): string | null => {
  const candidates = [process.env['ZHIKE_CHROMIUM'], chromium.executablePath(), ...programs]
  return candidates.find((path) => path !== undefined && path !== '' && existsSync(path)) ?? null
}

const isDebianRoot = (): boolean => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

const fromDebian = (): void => {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  execFileSync('apt-get', ['update', '-qq'], { stdio: 'inherit', timeout: 300_000 })
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: 900_000,
    env,
  })
}

const fromPlaywright = (): void => {
  const cli = join(createRequire(import.meta.url).resolve('@playwright/test/package.json'), '../cli.js')
  spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: 'inherit', timeout: 600_000 })
}

const install = (): void => {
  console.log('No Chromium here: installing one for the journeys …')
  try {
    if (isDebianRoot()) fromDebian()
    else fromPlaywright()
  } catch (cause) {
    console.log(`That failed: ${String(cause).split('\n')[0]}`)
  }
}

/** Throws with instructions when none can be had. */
export const needChromium = (): string => {
  if (chromiumAtHand() === null) install()
  const found = chromiumAtHand()
  if (found) return found
  throw new Error(
    'The journeys need Chromium. Install Google Chrome, Edge or Chromium (Debian: apt-get install chromium fonts-noto-cjk; ' +
      'elsewhere: npm exec playwright install chromium), or name one: ZHIKE_CHROMIUM=/path/to/chrome npm test',
  )
}
