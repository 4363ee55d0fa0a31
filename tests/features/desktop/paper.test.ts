import { mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startShell } from '../../support/desktop/shell'

const job = { title: '客户名单', html: '<h1>客户名单</h1>', landscape: true }

test('printing uses a hidden window without preload, scripts and net, and closes it', async () => {
  const { ask, recorded, window, electron } = await startShell()
  expect(await ask('print', job)).toBe('done')
  const paper = window(1)
  expect(paper.options).toMatchObject({ show: false, webPreferences: { javascript: false, sandbox: true } })
  expect(paper.options.webPreferences?.preload).toBeUndefined()
  expect(paper.destroyed).toBe(true)
  expect(paper.webContents.printed).toEqual([{ printBackground: true, landscape: true }])
  const blocked: string[] = []
  for (const url of ['https://example.com/x.png', 'app://zhike/', 'file:///etc/passwd'])
    electron.session.fromPartition('paper').beforeRequest!({ url }, ({ cancel }) => cancel && blocked.push(url))
  expect(blocked).toHaveLength(3)
  expect(recorded.windows).toHaveLength(2)
})

test('the paper is served with a policy that allows no script', async () => {
  const { ask, electron } = await startShell()
  await ask('print', job)
  const answer = await electron.session.fromPartition('paper').served.get('app')!(new Request('app://paper/'))
  const policy = answer.headers.get('content-security-policy')
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('script-src')
})

test('no printer, one that fails and a dialog that was cancelled are told apart', async () => {
  const { ask, recorded } = await startShell()
  recorded.answers.print = 'Print job failed'
  expect(await ask('print', job)).toBe('failed')
  recorded.answers.print = 'Print job canceled'
  expect(await ask('print', job)).toBe('cancelled')
  recorded.answers.printers = 0
  expect(await ask('print', job)).toBe('noPrinter')
})

test('a PDF is written where the person wants it', async () => {
  const { ask, recorded } = await startShell()
  const folder = mkdtempSync(join(tmpdir(), 'zhike-pdf-'))
  recorded.answers.save = join(folder, '名单.pdf')
  expect(await ask('savePdf', { ...job, suggestedName: '名单' })).toBe('done')
  expect(readFileSync(recorded.answers.save, 'utf8')).toBe('%PDF-stub')
})

test('no PDF is made when the person thinks better of it', async () => {
  const { ask, recorded } = await startShell()
  expect(await ask('savePdf', { ...job, suggestedName: '名单' })).toBe('cancelled')
  expect(recorded.windows).toHaveLength(1)
})

test('a PDF that cannot be written is told, and leaves the folder as it was', async () => {
  const { ask, recorded } = await startShell()
  const folder = mkdtempSync(join(tmpdir(), 'zhike-pdf-'))
  // where a folder stands no file can be put
  recorded.answers.save = join(folder, '名单.pdf')
  mkdirSync(recorded.answers.save)
  expect(await ask('savePdf', { ...job, suggestedName: '名单' })).toBe('failed')
  expect(readdirSync(folder)).toEqual(['名单.pdf'])
})
