// Before a commit: form and lint of what is being committed, nothing else, so that it takes a moment.
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const require = createRequire(import.meta.url)
const program = (name: string, bin: string): string => join(require.resolve(`${name}/package.json`), '..', bin)

const staged = spawnSync('git', ['diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z'], { encoding: 'utf8' })
const files = staged.stdout.split('\0').filter((file) => file !== '')
const code = files.filter((file) => /\.(ts|js|vue)$/.test(file))

const fine = (bin: string, words: string[]): boolean =>
  spawnSync(process.execPath, [bin, ...words], { stdio: 'inherit' }).status === 0

const formed =
  files.length === 0 ||
  fine(program('prettier', 'bin/prettier.cjs'), ['--check', '--ignore-unknown', '--log-level', 'warn', ...files])
const linted =
  code.length === 0 || fine(program('eslint', 'bin/eslint.js'), ['--no-warn-ignored', '--max-warnings', '0', ...code])
if (!formed) console.log('npm run format puts it in form.')
process.exitCode = formed && linted ? 0 : 1
