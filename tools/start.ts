// `npm start`: the desktop window where an Electron can be had, else the same interface in the browser.
// `npm run serve`: the interface in the browser, without opening one.
import { spawn, type ChildProcess } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { electronSwitches, findElectron, hasScreen } from './electronRuntime'
import { buildIfNeeded } from './freshBuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const openers: Record<string, [string, string[]]> = {
  win32: ['cmd', ['/c', 'start', '']],
  darwin: ['open', []],
  linux: ['xdg-open', []],
}

const openInBrowser = (url: string): void => {
  const opener = openers[process.platform]
  if (!opener || !hasScreen()) return
  const [command, words] = opener
  spawn(command, [...words, url], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref()
}

const followTo = (child: ChildProcess): void => {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void child.kill(signal))
  child.on('exit', (code) => process.exit(code ?? 1))
}

const desktop = (electron: string): void =>
  followTo(spawn(electron, [...electronSwitches(), root], { cwd: root, stdio: 'inherit' }))

const browser = (opens: boolean): void => {
  const child = spawn(process.execPath, ['out/main/host/headless.js'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let opened = false
  child.stdout.on('data', (bytes: Buffer) => {
    const words = bytes.toString()
    process.stdout.write(words)
    const url = /https?:\/\/127\.0\.0\.1:\d+\S*/.exec(words)?.[0]
    if (!url || opened || !opens) return
    opened = true
    openInBrowser(url)
  })
  followTo(child)
}

const start = (): void => {
  if (process.argv.includes('--serve')) return browser(false)
  const electron = hasScreen() ? findElectron() : null
  if (electron) return desktop(electron)
  const reason = hasScreen() ? '这台电脑上没有 Electron（no Electron here）' : '这里没有屏幕（no screen here）'
  console.log(`${reason}：改用浏览器 → opening in the browser instead`)
  browser(true)
}

if (buildIfNeeded()) start()
else process.exitCode = 1
