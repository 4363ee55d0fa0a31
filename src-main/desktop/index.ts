// The desktop program: one instance, its windows, and the host beside it.
import { app, session } from 'electron'
import { answerCalls } from './calls'
import { forgetTickets } from './fileDialogs'
import { startHost, stopHost } from './hostProcess'
import { openLog } from './log'
import { buildMenu } from './menu'
import { settleFolders } from './places'
import { registerScheme, servePage } from './scheme'
import { guardEverything, guardSession } from './security'
import { dropToken } from './token'
import { openWindow, showSomeWindow } from './windows'

const run = (): void => {
  guardSession(session.defaultSession)
  servePage(session.defaultSession)
  answerCalls()
  buildMenu()
  startHost()
  openWindow()
}

const quitOnceHostHasClosed = (): void => {
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    void stopHost().then(() => {
      closed = true
      app.quit()
    })
  })
}

const begin = (): void => {
  openLog()
  registerScheme()
  guardEverything()
  quitOnceHostHasClosed()
  app.on('second-instance', () => void showSomeWindow())
  app.on('activate', () => void showSomeWindow())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  app.on('browser-window-created', (_event, window) => {
    const owner = window.webContents.id
    window.on('closed', () => {
      void forgetTickets(owner)
      dropToken(owner)
    })
  })
  // Not awaited: an ES module that waits here keeps Electron from ever becoming ready.
  void app.whenReady().then(run)
}

// Whoever starts it as root in a container has to switch the sandbox off by hand; the two together never start.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
settleFolders()
if (app.requestSingleInstanceLock()) begin()
else app.quit()
