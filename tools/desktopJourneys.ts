// `npm run test:desktop`: the journeys in the real desktop window, on a screen of their own where there is none.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { electronAtHand, hasScreen } from './electronRuntime'
import { buildIfNeeded } from './freshBuild'

const playwright = join(createRequire(import.meta.url).resolve('@playwright/test/package.json'), '../cli.js')
const journeys = [process.execPath, playwright, 'test', '--project=desktop', ...process.argv.slice(2)]

const run = (): number => {
  if (!electronAtHand()) {
    console.log('No Electron here: name one with ZHIKE_ELECTRON, or run npm start once to download it.')
    return 1
  }
  const [command = '', ...words] = hasScreen() ? journeys : ['xvfb-run', '-a', ...journeys]
  // An older Electron needs the database driver built for it; this must not reach anything but the window.
  const binding = process.env['ZHIKE_DESKTOP_SQLITE']
  const env = binding ? { ...process.env, ZHIKE_SQLITE_BINDING: binding } : process.env
  const { status, error } = spawnSync(command, words, { stdio: 'inherit', env })
  if (error) console.log(`${command} could not be started: ${error.message}`)
  return status ?? 1
}

process.exitCode = buildIfNeeded() ? run() : 1
