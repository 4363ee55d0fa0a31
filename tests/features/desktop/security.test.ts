import { describe, expect, test } from 'vitest'
import { startShell } from '../../support/desktop/shell'

const event = (url: string) => ({
  url,
  prevented: false,
  preventDefault() {
    this.prevented = true
  },
})

describe('navigation', () => {
  const leaving = [
    'https://example.com/',
    'file:///etc/passwd',
    'app://paper/',
    'app://zhike.evil/',
    'app://zhike@evil/',
    'javascript:alert(1)',
    'data:text/html,hi',
    'about:blank',
    'nonsense',
  ]
  test.each(leaving)('to %s is refused', async (url) => {
    const { window } = await startShell()
    for (const kind of ['will-navigate', 'will-frame-navigate', 'will-redirect']) {
      const leave = event(url)
      window().webContents.emit(kind, leave)
      expect(leave.prevented).toBe(true)
    }
  })
  test('inside the page goes on', async () => {
    const { window } = await startShell()
    const inside = event('app://zhike/customers/1')
    window().webContents.emit('will-navigate', inside)
    expect(inside.prevented).toBe(false)
  })
  test('webviews are refused', async () => {
    const { window } = await startShell()
    const attach = event('')
    window().webContents.emit('will-attach-webview', attach)
    expect(attach.prevented).toBe(true)
  })
})

describe('new windows', () => {
  test('are denied; a web or mail link opens outside', async () => {
    const { window, recorded } = await startShell()
    const open = window().webContents.openHandler!
    expect(open({ url: 'https://example.com/' })).toEqual({ action: 'deny' })
    expect(open({ url: 'mailto:a@b.cn' })).toEqual({ action: 'deny' })
    expect(recorded.opened).toEqual(['https://example.com/', 'mailto:a@b.cn'])
    expect(recorded.windows).toHaveLength(1)
  })
  const refused = [
    'file:///C:/Windows/System32/calc.exe',
    'javascript:alert(1)',
    'ms-msdt:/x',
    'smb://host/x',
    'x',
    `https://a/${'x'.repeat(3000)}`,
  ]
  test.each(refused)('%.40s opens nowhere', async (url) => {
    const { ask, window, recorded } = await startShell()
    expect(window().webContents.openHandler!({ url })).toEqual({ action: 'deny' })
    if (url.length < 2000) expect(await ask('openExternal', { url })).toBe(false)
    expect(recorded.opened).toEqual([])
  })
})

describe('permissions', () => {
  const asked = [
    'notifications',
    'clipboard-sanitized-write',
    'media',
    'geolocation',
    'clipboard-read',
    'usb',
    'openExternal',
    'fullscreen',
  ]
  test('only notifications and clipboard writing are granted, and only to our page', async () => {
    const { electron, window } = await startShell()
    const guard = electron.session.defaultSession
    const ask = (permission: string): boolean => {
      let granted = false
      const answer = (yes: boolean) => (granted = yes)
      guard.permissionRequest!(...([window().webContents, permission, answer] as never[]))
      return granted
    }
    expect(asked.filter(ask)).toEqual(['notifications', 'clipboard-sanitized-write'])
    window().webContents.url = 'https://example.com/'
    expect(asked.filter(ask)).toEqual([])
    expect(guard.permissionCheck!(...([null, 'notifications', 'app://zhike'] as never[]))).toBe(true)
    expect(guard.permissionCheck!(...([null, 'notifications', 'https://example.com'] as never[]))).toBe(false)
    expect(guard.permissionCheck!(...([null, 'media', 'app://zhike'] as never[]))).toBe(false)
    expect(guard.device!()).toBe(false)
  })
  test('no request leaves the computer', async () => {
    const { electron } = await startShell()
    const passes = (url: string): boolean => {
      let cancelled = true
      electron.session.defaultSession.beforeRequest!({ url }, ({ cancel }) => (cancelled = cancel))
      return !cancelled
    }
    const outside = ['https://example.com/a.js', 'http://127.0.0.1/', 'ws://evil/', 'file:///etc/passwd', 'ftp://a']
    expect(outside.filter(passes)).toEqual([])
    expect(passes('app://zhike/assets/index.js')).toBe(true)
    expect(passes('blob:app://zhike/1')).toBe(true)
  })
  test('a page cannot drop a download on the disk', async () => {
    const { electron } = await startShell()
    const download = event('blob:app://zhike/1')
    electron.session.defaultSession.emit('will-download', download)
    expect(download.prevented).toBe(true)
  })
})

describe('calls of a page', () => {
  const strangers = [
    null,
    { parent: null, url: 'https://example.com/' },
    { parent: {}, url: 'app://zhike/' },
    { parent: null, url: 'app://zhike.evil/' },
  ]
  test.each(strangers)('from frame %o are refused', async (frame) => {
    const { ask, recorded } = await startShell()
    await expect(ask('openExternal', { url: 'https://example.com' }, frame)).rejects.toThrow('refused')
    expect(recorded.opened).toEqual([])
  })
  test.each(['constructor', '__proto__', 'toString', 'quit', 1, null])('%s is no call', async (name) => {
    const { ask } = await startShell()
    await expect(ask(name as string)).rejects.toThrow('refused')
  })
  const malformed: [string, unknown][] = [
    ['openExternal', { url: 'https://a', extra: 1 }],
    ['openExternal', 'https://a'],
    ['newWindow', { route: 'https://example.com' }],
    ['newWindow', { route: '//example.com' }],
    ['readFile', { ticket: '../../etc/passwd', offset: 0, length: 10 }],
    ['setLanguage', { language: 'fr' }],
    ['notify', { title: 'a' }],
    ['print', { title: 'a' }],
    ['connect', { more: true }],
  ]
  test.each(malformed)('%s with %o is refused', async (name, input) => {
    const { ask, recorded } = await startShell()
    await expect(ask(name, input)).rejects.toThrow()
    expect(recorded.windows).toHaveLength(1)
  })
})
