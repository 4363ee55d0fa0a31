import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { startShell } from '../../support/desktop/shell'

const keptToken = { type: 'token', window: 1, token: 'secret-token', keep: true }

test('the host is a process of its own, on the data folder it is told', async () => {
  const { recorded, folder } = await startShell()
  expect(recorded.forks).toHaveLength(1)
  expect(recorded.forks[0]!.file).toMatch(/host[/\\]electron\.js$/)
  expect(recorded.forks[0]!.options.env).toMatchObject({ ZHIKE_DATA_DIR: folder })
})

test('a page that asks gets its own port, and never the token', async () => {
  const { ask, recorded, window } = await startShell()
  recorded.forks[0]!.emit('message', keptToken)
  await ask('connect')
  const toHost = recorded.forks[0]!.sent[0]!
  expect(toHost.message).toMatchObject({ type: 'window', token: 'secret-token' })
  expect(toHost.ports).toEqual([{ name: 'host end' }])
  expect(window().webContents.posted).toEqual([{ channel: 'zhike:port', ports: [{ name: 'page end' }] }])
  expect(JSON.stringify(window().webContents.posted)).not.toContain('secret')
})

test('who stays signed in is still signed in after a restart, and the file does not show the token', async () => {
  const { recorded, folder } = await startShell()
  recorded.forks[0]!.emit('message', keptToken)
  const file = join(folder, 'shell', 'session')
  expect(readFileSync(file, 'utf8')).not.toContain('secret')
  const again = await startShell(folder)
  await again.ask('connect')
  expect(again.recorded.forks[0]!.sent[0]!.message).toMatchObject({ token: 'secret-token' })
})

test('without a key ring the token lies in a file for this person only', async () => {
  const { recorded, folder } = await startShell(undefined, (electron) => {
    electron.recorded.encryption = false
  })
  recorded.forks[0]!.emit('message', keptToken)
  const file = join(folder, 'shell', 'session')
  if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0)
})

test('after signing out nothing is kept', async () => {
  const { recorded, ask } = await startShell()
  recorded.forks[0]!.emit('message', keptToken)
  recorded.forks[0]!.emit('message', { ...keptToken, token: null })
  await ask('connect')
  expect(recorded.forks[0]!.sent[0]!.message['token']).toBeUndefined()
})

test('a page loaded anew goes on as who sat there, kept or not; nothing of it reaches the disk', async () => {
  const { recorded, ask, window, folder } = await startShell()
  const id = window().webContents.id
  const said = () => recorded.forks[0]!.sent.map(({ message }) => message['token'])
  recorded.forks[0]!.emit('message', { ...keptToken, window: id, keep: false })
  await ask('connect')
  expect(existsSync(join(folder, 'shell', 'session'))).toBe(false)
  recorded.forks[0]!.emit('message', { ...keptToken, window: id, token: null, keep: false })
  // somebody else signed in at another window: not at this one
  recorded.forks[0]!.emit('message', { ...keptToken, window: id + 1, token: 'other-token', keep: false })
  await ask('connect')
  expect(said()).toEqual(['secret-token', undefined])
  const again = await startShell(folder)
  await again.ask('connect')
  expect(again.recorded.forks[0]!.sent[0]!.message['token']).toBeUndefined()
})

test('a fallen host is started again and the windows are told', async () => {
  const { recorded, window } = await startShell()
  recorded.forks[0]!.emit('exit', 139)
  expect(recorded.forks).toHaveLength(2)
  expect(window().webContents.sent).toContainEqual(['zhike:host-state', 'restarted'])
})

test('a host that keeps falling stays down, with words and a way out', async () => {
  const { recorded, window } = await startShell()
  for (let n = 0; n < 4; n++) recorded.forks[n]!.emit('exit', 139)
  await new Promise((resolve) => setImmediate(resolve))
  expect(recorded.forks).toHaveLength(4)
  expect(window().webContents.sent).toContainEqual(['zhike:host-state', 'failed'])
  expect(recorded.messageBoxes[0]?.title).toBe('数据服务停止了')
})

test('a question of the host is put to the person and the answer goes back', async () => {
  const { recorded } = await startShell()
  recorded.answers.button = 1
  const choices = [
    { id: 'restore', label: '恢复这份备份' },
    { id: 'quit', label: '退出' },
  ]
  recorded.forks[0]!.emit('message', { type: 'ask', id: 7, title: '打不开公司数据', message: '…', choices })
  await new Promise((resolve) => setImmediate(resolve))
  expect(recorded.messageBoxes[0]?.buttons).toEqual(['恢复这份备份', '退出'])
  expect(recorded.forks[0]!.sent).toEqual([{ message: { type: 'answer', id: 7, choice: 'quit' }, ports: [] }])
})

test('leaving waits until the host has closed the database', async () => {
  const { electron, recorded } = await startShell()
  let waited = false
  electron.app.emit('will-quit', { preventDefault: () => (waited = true) })
  expect(waited).toBe(true)
  expect(recorded.forks[0]!.sent).toEqual([{ message: { type: 'stop' }, ports: [] }])
  expect(recorded.calls).not.toContain('quit')
  recorded.forks[0]!.emit('exit', 0)
  await new Promise((resolve) => setImmediate(resolve))
  expect(recorded.calls).toContain('quit')
})
