import type { MenuItemConstructorOptions } from 'electron'
import { expect, test } from 'vitest'
import { menuCommands } from '@shared/desktop'
import { desktop as chinese } from '@shared/locales/zh-CN/desktop'
import { desktop as english } from '@shared/locales/en/desktop'
import { startShell } from '../../support/desktop/shell'

const itemsOf = (menu: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  menu.flatMap((entry) => (Array.isArray(entry.submenu) ? itemsOf(entry.submenu) : [entry]))
const choose = (item: MenuItemConstructorOptions): void => (item.click as unknown as () => void)()

test('the menu speaks the language of the system until the page says otherwise, and remembers it', async () => {
  const { recorded, ask, folder } = await startShell()
  expect(recorded.menu.map((entry) => entry.label)).toContain('文件')
  await ask('setLanguage', { language: 'en' })
  expect(recorded.menu.map((entry) => entry.label)).toContain('File')
  expect((await startShell(folder)).recorded.menu.map((entry) => entry.label)).toContain('File')
})

test('every command of the menu reaches the page by its name', async () => {
  const { recorded, window } = await startShell()
  for (const command of menuCommands) {
    const item = itemsOf(recorded.menu).find(({ label }) => label === chinese.menu[command])
    expect(item, command).toBeDefined()
    choose(item!)
    expect(window().webContents.sent).toContainEqual(['zhike:menu', command])
  }
})

test('no shortcut is given twice', async () => {
  const { recorded } = await startShell()
  const keys = itemsOf(recorded.menu).flatMap(({ accelerator }) => accelerator ?? [])
  expect(new Set(keys).size).toBe(keys.length)
  expect(keys).toContain('CmdOrCtrl+K')
})

test('both languages name the same things', () => {
  expect(Object.keys(english.menu)).toEqual(Object.keys(chinese.menu))
})

test('a clicked notification brings the window to its place', async () => {
  const { ask, recorded, window } = await startShell()
  expect(await ask('notify', { title: '该联系了', body: '上海某信', route: '/customers/3' })).toBe(true)
  recorded.notifications[0]!.emit('click')
  expect(window().webContents.sent).toContainEqual(['zhike:route', '/customers/3'])
  expect(recorded.calls).toContain('focus')
})
