// Builds out/ when a source is newer than the last build.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { stripVTControlCharacters } from 'node:util'

const root = fileURLToPath(new URL('..', import.meta.url))
const stamp = join(root, 'out/.built')
const sources = ['src-shared', 'src-main', 'src-renderer', 'electron.vite.config.ts', 'package.json', 'aliases.ts']

const newestOf = (path: string): number => {
  const found = statSync(path)
  if (!found.isDirectory()) return found.mtimeMs
  return Math.max(found.mtimeMs, ...readdirSync(path).map((name) => newestOf(join(path, name))))
}

const isFresh = (): boolean =>
  existsSync(stamp) && Math.max(...sources.map((source) => newestOf(join(root, source)))) < statSync(stamp).mtimeMs

/** False when the build failed; its words are on the screen then. */
export const build = (): boolean => {
  const began = new Date()
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: root, encoding: 'utf8' },
  )
  if (status !== 0) {
    const said = stdout + stderr
    process.stderr.write(process.stderr.isTTY ? said : stripVTControlCharacters(said))
    return false
  }
  writeFileSync(stamp, began.toISOString())
  return true
}

export const buildIfNeeded = (): boolean => {
  if (isFresh()) return true
  console.log('正在构建… Building…')
  return build()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = build() ? 0 : 1
