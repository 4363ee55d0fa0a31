import { join, sep } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { pagePolicy } from '@shared/pagePolicy'
import { fileOf } from '@main/desktop/scheme'
import { startShell } from '../../support/desktop/shell'

afterEach(() => vi.unstubAllEnvs())

test('routes are answered by index.html, assets by themselves', () => {
  expect(fileOf('app://zhike/', '/page')).toBe(join('/page', 'index.html'))
  expect(fileOf('app://zhike/customers/12', '/page')).toBe(join('/page', 'index.html'))
  expect(fileOf('app://zhike/assets/index-abc.js', '/page')).toBe(join('/page', 'assets', 'index-abc.js'))
})

const hostile = [
  'app://zhike/../../etc/passwd.txt',
  'app://zhike/%2e%2e/%2e%2e/secret.txt',
  'app://zhike/..%2f..%2fsecret.txt',
  'app://zhike/..%5c..%5csecret.txt',
  'app://zhike/assets/%00.js',
  'app://zhike/%E0%A4%A.js',
  'app://elsewhere/index.html',
  'https://zhike/index.html',
  'app://zhike//etc/passwd.txt',
]
test.each(hostile)('%s never leaves the folder of the page', (address) => {
  const file = fileOf(address, `${sep}page`)
  if (file !== null) expect(file.startsWith(`${sep}page${sep}`)).toBe(true)
})

test('every answer of the page carries its policy, which allows no inline script and no outside address', async () => {
  const { electron } = await startShell()
  const serve = electron.session.defaultSession.served.get('app')!
  const answers = [await serve(new Request('app://elsewhere/')), await serve(new Request('app://zhike/none.js'))]
  expect(answers.map(({ status }) => status)).toEqual([403, 404])
  const policy = pagePolicy()
  for (const answer of answers) expect(answer.headers.get('content-security-policy')).toBe(policy)
  expect(policy).toContain("default-src 'none'")
  expect(policy).toMatch(/script-src 'self';/)
  expect(policy).not.toMatch(/unsafe-eval|https?:|\*/)
})

test('in development the same address answers from the development server', async () => {
  vi.stubEnv('ELECTRON_RENDERER_URL', 'http://127.0.0.1:5173')
  const { electron } = await startShell()
  const answer = await electron.session.defaultSession.served.get('app')!(new Request('app://zhike/main.ts?x=1'))
  expect(await answer.text()).toBe('from http://127.0.0.1:5173/main.ts?x=1')
  expect(answer.headers.get('content-security-policy')).toContain('ws://127.0.0.1:5173')
})
