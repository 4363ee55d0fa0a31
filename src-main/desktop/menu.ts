// The application menu. Commands of the product go to the page by name; the page knows what they mean.
import { app, BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { channels } from '@shared/desktopChannels'
import type { MenuCommand } from '@shared/desktop'
import { texts } from './language'
import { openWindow } from './windows'

type Item = MenuItemConstructorOptions
const line: Item = { type: 'separator' }
const isMac = (): boolean => process.platform === 'darwin'

const toPage = (command: MenuCommand): void =>
  (BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0])?.webContents.send(channels.menu, command)

const item = (command: MenuCommand, accelerator?: string): Item => ({
  label: texts().menu[command],
  ...(accelerator ? { accelerator } : {}),
  click: () => toPage(command),
})

const history = (step: 'goBack' | 'goForward'): void =>
  BrowserWindow.getFocusedWindow()?.webContents.navigationHistory[step]()

const appMenu = (): Item => {
  const t = texts().menu
  return {
    label: app.name,
    submenu: [
      item('about'),
      line,
      item('settings', 'CmdOrCtrl+,'),
      line,
      { role: 'hide', label: t.hide },
      { role: 'hideOthers', label: t.hideOthers },
      { role: 'unhide', label: t.showAll },
      line,
      { role: 'quit', label: t.quit },
    ],
  }
}

const fileMenu = (): Item => {
  const t = texts().menu
  return {
    label: t.file,
    submenu: [
      item('newCustomer', 'CmdOrCtrl+N'),
      item('newFollowUp', 'CmdOrCtrl+Shift+F'),
      item('import', 'CmdOrCtrl+I'),
      line,
      { label: t.newWindow, accelerator: 'CmdOrCtrl+Shift+N', click: () => void openWindow() },
      item('lock', 'CmdOrCtrl+Shift+L'),
      ...(isMac() ? [] : [line, item('settings', 'CmdOrCtrl+,')]),
      line,
      { role: 'close', label: t.closeWindow },
      ...(isMac() ? [] : [{ role: 'quit', label: t.quit } satisfies Item]),
    ],
  }
}

const editMenu = (): Item => {
  const t = texts().menu
  return {
    label: t.edit,
    submenu: [
      { role: 'undo', label: t.undo },
      { role: 'redo', label: t.redo },
      line,
      { role: 'cut', label: t.cut },
      { role: 'copy', label: t.copy },
      { role: 'paste', label: t.paste },
      { role: 'selectAll', label: t.selectAll },
    ],
  }
}

const goMenu = (): Item => {
  const t = texts().menu
  return {
    label: t.go,
    submenu: [
      item('search', 'CmdOrCtrl+K'),
      item('today', 'CmdOrCtrl+1'),
      item('customers', 'CmdOrCtrl+2'),
      line,
      { label: t.back, accelerator: isMac() ? 'Cmd+[' : 'Alt+Left', click: () => history('goBack') },
      { label: t.forward, accelerator: isMac() ? 'Cmd+]' : 'Alt+Right', click: () => history('goForward') },
    ],
  }
}

const viewMenu = (): Item => {
  const t = texts().menu
  return {
    label: t.view,
    submenu: [
      { role: 'zoomIn', label: t.zoomIn, accelerator: 'CmdOrCtrl+=' },
      { role: 'zoomOut', label: t.zoomOut },
      { role: 'resetZoom', label: t.zoomReset },
      line,
      { role: 'togglefullscreen', label: t.fullScreen },
      { role: 'reload', label: t.reload },
    ],
  }
}

const windowMenu = (): Item => {
  const t = texts().menu
  return { label: t.window, submenu: [{ role: 'minimize', label: t.minimize }] }
}

const helpMenu = (): Item => ({
  label: texts().menu.help,
  submenu: [item('shortcuts', 'F1'), ...(isMac() ? [] : [item('about')])],
})

export const menuTemplate = (): Item[] => [
  ...(isMac() ? [appMenu()] : []),
  fileMenu(),
  editMenu(),
  goMenu(),
  viewMenu(),
  windowMenu(),
  helpMenu(),
]

/** Again after every change of language. */
export const buildMenu = (): void => Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate()))
