// Whatever is read can fail, and whatever is a page is opened by the journeys and pictured.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { everyRoute } from '../e2e/support/routes'

const renderer = fileURLToPath(new URL('../../src-renderer', import.meta.url))
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|vue)$/.test(file))
  .map((file) => ({ file: file.replaceAll('\\', '/'), text: readFileSync(join(renderer, file), 'utf8') }))

/** Readings that may fail without a word: what they add is missed by nobody, or the page beside them says it. */
const quiet = new Map([
  ['features/auth/StartCard.vue', 'whether the office is empty: the home page below tells'],
  ['features/backup/BackupPage.vue: demo', 'an offer; the same backup is in the list below'],
  ['features/backup/BackupDot.vue', 'the backup page says what is wrong'],
  ['features/notifications/NotificationBell.vue', 'a count; the panel says it'],
  ['features/today/useTodayCount.ts', 'a count; the page says it'],
  ['features/tasks/index.ts', 'a count; the page says it'],
  ['features/duplicates/DuplicateNotice.vue', 'the host checks again when it is saved'],
  ['features/customers/useCustomerList.ts', 'how many days are quiet: the usual number stands'],
  ['features/comments/CoachingPage.vue: before', 'an offer of another day'],
  ['features/customers/CustomerPage.vue: merged', 'where a merged customer went: the page says that it is not there'],
  ['features/customFields/DefinitionDialog.vue', 'how many records are filled: a remark'],
  ['features/dataQuality/DataQualityPage.vue', 'when it was scanned: nothing is said; the table below tells'],
  ['features/pool/AssignDialog.vue', 'who may be chosen: the host checks it again and says so'],
  ['features/pool/DueNotice.vue', 'a remark; the tab beside it says it'],
  ['features/pool/PoolPage.vue', 'how much one holds: a remark; the list below tells'],
  ['records/list/ViewBar.vue', 'the list below tells'],
  ['records/list/ViewAudience.vue', 'ticks are kept, and roles that cannot be read are not offered'],
  ['records/roleNames.ts', 'names beside what the page reads itself'],
])

/** Every `const x = useQuery(…)` as `file: x`. */
const readings = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/(?:const (\w+) = )?useQuery\(/g)].flatMap(([, name]) =>
    file.startsWith('api/') ? [] : [{ file, name: name ?? '', text }],
  ),
)
const isQuiet = (file: string, name: string): boolean => quiet.has(file) || quiet.has(`${file}: ${name}`)
/** A composable hands its reading to the pages beside it. */
const beside = (file: string): string =>
  sources
    .filter((one) => file.endsWith('.ts') && dirname(one.file) === dirname(file))
    .map(({ text }) => text)
    .join('\n')

test('every reading shows that it failed, or is known to be quiet', () => {
  const silent = readings
    .filter(({ file, name }) => !isQuiet(file, name))
    .filter(({ file, name, text }) => !new RegExp(`\\b${name}\\.(error|lastError)\\b`).test(text + beside(file)))
    .map(({ file, name }) => `${file}: ${name}`)
  expect(silent).toEqual([])
})

test('what is known to be quiet is still read', () => {
  const known = new Set(readings.flatMap(({ file, name }) => [file, `${file}: ${name}`]))
  expect([...quiet.keys()].filter((one) => !known.has(one))).toEqual([])
})

test('every page of the program is among the journeys’ pages', () => {
  const opened = everyRoute.map((route) => route.replace(/\?.*/, ''))
  const paths = sources
    .filter(({ file }) => /^features\/\w+\/index\.ts$/.test(file))
    .flatMap(({ text }) => [...text.matchAll(/^ *(?:routes: \[\{ )?path: '([^']+)'/gm)].map(([, path = '']) => path))
  const missed = paths.filter(
    (path) => !opened.some((route) => new RegExp(`^${path.replace(/:\w+\([^)]*\)/g, '1')}$`).test(route)),
  )
  expect(paths.length).toBeGreaterThan(20)
  expect(missed).toEqual([])
})

test('every tab of a customer is among them too', () => {
  const tabs = sources
    .filter(({ file }) => /^features\/\w+\/index\.ts$/.test(file))
    .flatMap(({ text }) => text.match(/tabs: \[[\s\S]*?\n {2}\]/g) ?? [])
    .flatMap((text) => [...text.matchAll(/key: '(\w+)'/g)].map(([, key = '']) => key))
  const routes: readonly string[] = everyRoute
  expect(tabs.filter((tab) => !routes.includes(`/customers/1?tab=${tab}`))).toEqual([])
  expect(tabs.length).toBeGreaterThan(5)
})
