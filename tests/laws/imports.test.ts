// The table of imports is kept by `npm run deps`. Here each of its lines is broken once, in a house of cards.
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const house = mkdtempSync(join(tmpdir(), 'zhike-house-'))
afterAll(() => rmSync(house, { recursive: true, force: true }))

const wrong: [rule: string, from: string, to: string][] = [
  ['shared-stands-alone', 'src-shared/a.ts', '@main/b'],
  ['shared-is-pure', 'src-shared/c.ts', 'vue'],
  ['shared-without-node', 'src-shared/d.ts', 'node:fs'],
  ['renderer-not-main', 'src-renderer/a.ts', '@main/b'],
  ['main-not-renderer', 'src-main/b.ts', '@renderer/e'],
  ['renderer-without-host-libraries', 'src-renderer/e.ts', 'better-sqlite3'],
  ['renderer-without-node', 'src-renderer/f.ts', 'node:path'],
  ['main-without-page-libraries', 'src-main/g.ts', 'vue'],
  ['electron-only-in-shell', 'src-main/host/start.ts', 'electron'],
  ['shell-is-thin', 'src-main/desktop/index.ts', '@main/host/start'],
  ['nobody-imports-shell', 'src-main/jobs/run.ts', '@main/desktop/menu'],
  ['database-is-the-cellar', 'src-main/database/open.ts', '@main/records/list'],
  ['records-below-features', 'src-main/records/list.ts', '@main/features/quotes/handlers'],
  ['api-below-features', 'src-main/api/dispatch.ts', '@main/features/quotes/handlers'],
  ['services-below-features', 'src-main/search/find.ts', '@main/features/quotes/handlers'],
  ['transports-through-dispatch', 'src-main/transports/http.ts', '@main/database/pragmas'],
  ['features-not-transports', 'src-main/features/quotes/hooks.ts', '@main/transports/sessions'],
  ['rooms-apart', 'src-main/features/quotes/handlers.ts', '@main/features/contracts/handlers'],
  ['page-mechanism-below-features', 'src-renderer/records/Table.ts', '@renderer/features/quotes/index'],
  ['page-records-narrow', 'src-renderer/records/Form.ts', '@renderer/layout/menu'],
  ['page-api-and-stores-lowest', 'src-renderer/api/call.ts', '@renderer/records/diff'],
  ['no-cycles', 'src-shared/round.ts', '@shared/trip'],
  ['resolvable', 'src-shared/lost.ts', './nowhere'],
]
const right: [from: string, to: string][] = [
  ['src-main/features/leads/queries.ts', '@main/features/customers/tables'],
  ['src-shared/features/leads/rules.ts', '@shared/features/customers/rules'],
  ['src-main/preload.ts', 'electron'],
]
const floors: Record<string, string> = {
  '@shared/': 'src-shared/',
  '@main/': 'src-main/',
  '@renderer/': 'src-renderer/',
}

const put = (file: string, text: string): void => {
  mkdirSync(dirname(join(house, file)), { recursive: true })
  writeFileSync(join(house, file), text)
}
const fileOf = (to: string): string | null => {
  const floor = Object.keys(floors).find((alias) => to.startsWith(alias))
  return floor ? `${to.replace(floor, floors[floor] ?? '')}.ts` : null
}

const cruise = (): { name: string; from: string }[] => {
  copyFileSync(join(root, 'tsconfig.base.json'), join(house, 'tsconfig.base.json'))
  for (const name of ['vue', 'better-sqlite3', 'electron']) {
    put(`node_modules/${name}/package.json`, JSON.stringify({ name, version: '1.0.0', main: 'index.js' }))
    put(`node_modules/${name}/index.js`, '')
  }
  const imports: [string, string][] = [...wrong.map(([, from, to]): [string, string] => [from, to]), ...right]
  // the way back of the cycle above
  put('src-shared/trip.ts', `import '@shared/round'\n`)
  for (const [from, to] of imports) put(from, `import '${to}'\n`)
  for (const file of imports.flatMap(([, to]) => fileOf(to) ?? []))
    if (!existsSync(join(house, file))) put(file, 'export {}\n')
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const words = [
    cruiser,
    '--config',
    join(root, '.dependency-cruiser.js'),
    '--no-cache',
    '-T',
    'json',
    'src-shared',
    'src-main',
    'src-renderer',
  ]
  const { stdout, stderr } = spawnSync(process.execPath, words, { cwd: house, encoding: 'utf8', maxBuffer: 64_000_000 })
  if (!stdout.startsWith('{')) throw new Error(stderr)
  return JSON.parse(stdout).summary.violations.map((one: { rule: { name: string }; from: string }) => ({
    name: one.rule.name,
    from: one.from,
  }))
}
const found = cruise()

test.each(wrong)('%s: %s may not import %s', (rule, from) => {
  expect(found).toContainEqual({ name: rule, from })
})

test.each(right)('%s may import %s', (from) => {
  expect(found.filter((one) => one.from === from)).toEqual([])
})

test('there is no list of exceptions', () => {
  expect(existsSync(join(root, '.dependency-cruiser-known-violations.json'))).toBe(false)
})
