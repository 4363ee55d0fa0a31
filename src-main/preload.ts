// Runs in the page's process behind glass: the bridge of src-shared/desktop.ts over the shell's channels, no more.
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import {
  bridgeName,
  portMessage,
  type DesktopBridge,
  type HostState,
  type MenuCommand,
  type PaperOutcome,
} from '@shared/desktop'
import { channels, type DesktopCallName } from '@shared/desktopChannels'

// The page's window, of which this script needs two things; the library of the page is not for this floor.
declare const window: {
  location: { origin: string }
  postMessage(message: unknown, target: string, ports: readonly unknown[]): void
}

const call = <T = void>(name: DesktopCallName, input?: unknown): Promise<T> =>
  ipcRenderer.invoke(channels.call, name, input)

const listen =
  <T>(channel: string) =>
  (listener: (value: T) => void): (() => void) => {
    const heard = (_event: IpcRendererEvent, value: T): void => listener(value)
    ipcRenderer.on(channel, heard)
    return () => void ipcRenderer.off(channel, heard)
  }

const platforms: Record<string, DesktopBridge['platform']> = { win32: 'windows', darwin: 'mac' }

interface Ticket {
  ticket: string
  name: string
  size: number
}

const bridge: DesktopBridge = {
  kind: 'desktop',
  platform: platforms[process.platform] ?? 'linux',
  connect: () => void call('connect'),
  onHostState: listen<HostState>(channels.hostState),
  onMenuCommand: listen<MenuCommand>(channels.menu),
  onOpenRoute: listen<string>(channels.route),
  setLanguage: (language) => call('setLanguage', { language }),
  pickFiles: async (options) =>
    (await call<Ticket[]>('pickFiles', options)).map(({ ticket, name, size }) => ({
      name,
      size,
      read: (offset: number, length: number) => call<Uint8Array>('readFile', { ticket, offset, length }),
    })),
  pickFolder: (options) => call<string | null>('pickFolder', options),
  saveFile: async (options) => {
    const ticket = await call<string | null>('saveFile', options)
    if (ticket === null) return null
    return {
      write: (bytes) => call('writeFile', { ticket, bytes }),
      finish: () => call('finishFile', { ticket }),
      cancel: () => call('cancelFile', { ticket }),
    }
  },
  notify: (notice) => call<boolean>('notify', notice),
  print: (job) => call<PaperOutcome>('print', job),
  savePdf: (job) => call<PaperOutcome>('savePdf', job),
  openExternal: (url) => call<boolean>('openExternal', { url }),
  newWindow: (route) => call('newWindow', { route }),
}

ipcRenderer.on(channels.port, (event) => window.postMessage(portMessage, window.location.origin, event.ports))
contextBridge.exposeInMainWorld(bridgeName, bridge)
