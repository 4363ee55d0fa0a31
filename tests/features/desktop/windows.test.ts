import { expect, test } from 'vitest'
import { startShell } from '../../support/desktop/shell'

test('a window is sandboxed, isolated and without Node', async () => {
  const { window, recorded } = await startShell()
  expect(recorded.sandboxed).toBe(true)
  expect(window().options.webPreferences).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webSecurity: true,
    webviewTag: false,
    devTools: false,
  })
  expect(window().options.webPreferences?.preload).toMatch(/preload\.cjs$/)
})

test('the first window shows the page over its own scheme, never over file://', async () => {
  const { window, recorded } = await startShell()
  expect(window().webContents.url).toBe('app://zhike/')
  expect(recorded.schemes[0]).toMatchObject({ scheme: 'app', privileges: { standard: true, secure: true } })
})

test('a window comes back where its person left it', async () => {
  const { window, folder } = await startShell()
  window().bounds = { x: 200, y: 120, width: 1100, height: 640 }
  window().emit('close')
  const again = await startShell(folder)
  expect(again.window().options).toMatchObject({ x: 200, y: 120, width: 1100, height: 640 })
})

test('a maximised window comes back maximised', async () => {
  const { window, folder } = await startShell()
  window().maximized = true
  window().emit('close')
  expect((await startShell(folder)).window().maximized).toBe(true)
})

test('a place on a screen that is gone is not used', async () => {
  const { window, folder } = await startShell()
  window().bounds = { x: 4000, y: 120, width: 1100, height: 640 }
  window().emit('close')
  const options = (await startShell(folder)).window().options
  expect(options.x).toBeUndefined()
  expect(options.width).toBe(1100)
})

test('a second window opens at the asked route, a little further', async () => {
  const { window, ask, folder } = await startShell()
  window().emit('close')
  await ask('newWindow', { route: '/customers/12?tab=contacts' })
  expect(window(1).webContents.url).toBe('app://zhike/customers/12?tab=contacts')
  expect(folder).toBeTruthy()
  expect(window(1).options.x).toBe(68)
})

test('a second start only brings the first to the front', async () => {
  const { electron, recorded } = await startShell()
  electron.app.emit('second-instance')
  expect(recorded.windows).toHaveLength(1)
  expect(recorded.calls).toContain('focus')
})

test('a second start on the same data starts no host and leaves', async () => {
  const { recorded } = await startShell(undefined, (electron) => {
    electron.recorded.locked = false
  })
  expect(recorded.forks).toHaveLength(0)
  expect(recorded.windows).toHaveLength(0)
  expect(recorded.calls).toEqual(['quit'])
})
