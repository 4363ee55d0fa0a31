// Where an Electron can be had: named by ZHIKE_ELECTRON, already downloaded, or downloaded now within a time limit.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const electron = join(root, 'node_modules/electron')
const failedBefore = join(root, 'node_modules/.cache/zhike/electron-download-failed')
const patienceMs = 180_000
const forgetMs = 24 * 60 * 60 * 1000

const downloaded = (): string | null => {
  const pointer = join(electron, 'path.txt')
  if (!existsSync(pointer)) return null
  const file = join(electron, 'dist', readFileSync(pointer, 'utf8').trim())
  return existsSync(file) ? file : null
}

const failedLately = (): boolean => existsSync(failedBefore) && Date.now() - statSync(failedBefore).mtimeMs < forgetMs

const download = (): string | null => {
  if (failedLately() || !existsSync(join(electron, 'install.js'))) return null
  console.log('正在下载 Electron（只需一次）… Downloading Electron (once)…')
  const { status } = spawnSync(process.execPath, [join(electron, 'install.js')], {
    timeout: patienceMs,
    stdio: 'ignore',
  })
  if (status === 0) return downloaded()
  mkdirSync(join(failedBefore, '..'), { recursive: true })
  writeFileSync(failedBefore, '')
  return null
}

/** The Electron at hand, without asking the net; null when there is none. */
export const electronAtHand = (): string | null => {
  const named = process.env['ZHIKE_ELECTRON']
  return named && existsSync(named) ? named : downloaded()
}

export const findElectron = (): string | null => electronAtHand() ?? download()

/** Chromium refuses to start as root with its sandbox. */
export const electronSwitches = (): string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

export const hasScreen = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] ?? process.env['WAYLAND_DISPLAY'])
