import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { safeFileName } from '@main/desktop/fileDialogs'
import { ourFrame, startShell } from '../../support/desktop/shell'

const bytes = (text: string): Uint8Array => new Uint8Array(Buffer.from(text))
const kinds = [{ label: 'Excel', extensions: ['xlsx'] }]
interface Ticket {
  ticket: string
  name: string
  size: number
}

test('a chosen file is read in parts by ticket; its folder stays unknown to the page', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhike-pick-'))
  writeFileSync(join(folder, '客户.csv'), '0123456789')
  const { ask, recorded } = await startShell()
  recorded.answers.open = [join(folder, '客户.csv')]
  const [file] = (await ask('pickFiles', { title: '导入', kinds, multiple: false })) as Ticket[]
  expect(file).toMatchObject({ name: '客户.csv', size: 10 })
  expect(JSON.stringify(file)).not.toContain(folder)
  const part = await ask('readFile', { ticket: file!.ticket, offset: 7, length: 100 })
  expect(Buffer.from(part as Uint8Array).toString()).toBe('789')
})

test('a ticket is worth nothing in another window or after its window has closed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhike-pick-'))
  writeFileSync(join(folder, 'a.csv'), 'abc')
  const { ask, recorded, window } = await startShell()
  recorded.answers.open = [join(folder, 'a.csv')]
  const [file] = (await ask('pickFiles', { title: '', kinds, multiple: false })) as Ticket[]
  const read = { ticket: file!.ticket, offset: 0, length: 3 }
  await ask('newWindow', {})
  await expect(ask('readFile', read, ourFrame, 1)).rejects.toThrow('unknown file ticket')
  expect(await ask('readFile', read)).toHaveLength(3)
  window().emit('closed')
  await expect(ask('readFile', read)).rejects.toThrow('unknown file ticket')
})

test('a saved file appears whole or not at all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhike-save-'))
  const { ask, recorded } = await startShell()
  recorded.answers.save = join(folder, '客户.xlsx')
  const ticket = await ask('saveFile', { suggestedName: '客户.xlsx', kinds })
  await ask('writeFile', { ticket, bytes: bytes('first ') })
  expect(readdirSync(folder)).not.toContain('客户.xlsx')
  await ask('writeFile', { ticket, bytes: bytes('second') })
  await ask('finishFile', { ticket })
  expect(readdirSync(folder)).toEqual(['客户.xlsx'])
  expect(readFileSync(join(folder, '客户.xlsx'), 'utf8')).toBe('first second')
})

test('cancelled or abandoned saving leaves nothing behind', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zhike-save-'))
  const { ask, recorded, window } = await startShell()
  recorded.answers.save = join(folder, 'a.xlsx')
  await ask('cancelFile', { ticket: await ask('saveFile', { suggestedName: 'a', kinds }) })
  expect(readdirSync(folder)).toEqual([])
  await ask('saveFile', { suggestedName: 'a', kinds })
  window().emit('closed')
  await expect.poll(() => readdirSync(folder)).toEqual([])
})

test('closing the dialog saves and reads nothing', async () => {
  const { ask } = await startShell()
  expect(await ask('saveFile', { suggestedName: 'a', kinds })).toBeNull()
  expect(await ask('pickFiles', { title: '', kinds, multiple: true })).toEqual([])
  expect(await ask('pickFolder', { title: '' })).toBeNull()
})

const names: [string, string][] = [
  ['../../etc/passwd', 'passwd'],
  ['C:\\Windows\\evil.exe', 'evil.exe'],
  ['报价 <1>:"?*|.xlsx', '报价 1.xlsx'],
  ['...', '知客'],
  ['a\u202Egnp.exe', 'agnp.exe'],
  ['', '知客'],
]
test.each(names)('the suggested name %j becomes %j', (suggested, safe) => {
  expect(safeFileName(suggested)).toBe(safe)
})
