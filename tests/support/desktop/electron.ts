// Stands in for the `electron` package in tests: nothing is shown, everything the shell asks for is recorded.
import { EventEmitter } from 'node:events'
import type * as Electron from 'electron'

type Handler = (...args: never[]) => unknown

class Recorder {
  windows: BrowserWindow[] = []
  schemes: Electron.CustomScheme[] = []
  handlers = new Map<string, Handler>()
  opened: string[] = []
  menu: Electron.MenuItemConstructorOptions[] = []
  messageBoxes: Electron.MessageBoxOptions[] = []
  notifications: Notification[] = []
  forks: ChildProcess[] = []
  paths = new Map<string, string>()
  calls: string[] = []
  sandboxed = false
  locked = true
  encryption = true
  locale = 'zh-CN'
  /** `print`: why it is not printed, in Electron's words. */
  answers = { open: [] as string[], save: '' as string, button: 0, print: '', printers: 1 }
  displays = [{ workArea: { x: 0, y: 0, width: 1920, height: 1040 } }]
}
export const recorded = new Recorder()

let nextId = 1

export class StubSession extends EventEmitter {
  permissionRequest: ((...args: never[]) => void) | null = null
  permissionCheck: ((...args: never[]) => boolean) | null = null
  device: (() => boolean) | null = null
  beforeRequest: ((details: { url: string }, answer: (a: { cancel: boolean }) => void) => void) | null = null
  served = new Map<string, (request: Request) => Response | Promise<Response>>()
  protocol = {
    handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) =>
      void this.served.set(scheme, handler),
  }
  webRequest = {
    onBeforeRequest: (listener: NonNullable<StubSession['beforeRequest']>) => (this.beforeRequest = listener),
  }
  setPermissionRequestHandler = (handler: StubSession['permissionRequest']) => (this.permissionRequest = handler)
  setPermissionCheckHandler = (handler: StubSession['permissionCheck']) => (this.permissionCheck = handler)
  setDevicePermissionHandler = (handler: StubSession['device']) => (this.device = handler)
}
const sessions = new Map<string, StubSession>([['', new StubSession()]])
export const session = {
  defaultSession: sessions.get('')!,
  fromPartition: (name: string): StubSession => {
    if (!sessions.has(name)) sessions.set(name, new StubSession())
    return sessions.get(name)!
  },
}

export class WebContents extends EventEmitter {
  id = nextId++
  url = ''
  sent: unknown[][] = []
  posted: { channel: string; ports: unknown[] }[] = []
  openHandler: ((details: { url: string }) => { action: string }) | null = null
  navigationHistory = { goBack: () => this.sent.push(['goBack']), goForward: () => this.sent.push(['goForward']) }
  printed: unknown[] = []
  getURL = (): string => this.url
  isDestroyed = (): boolean => false
  send = (...args: unknown[]): void => void this.sent.push(args)
  postMessage = (channel: string, _message: unknown, ports: unknown[]): void =>
    void this.posted.push({ channel, ports })
  setWindowOpenHandler = (handler: WebContents['openHandler']): void => void (this.openHandler = handler)
  print = (options: unknown, done: (ok: boolean, reason: string) => void): void => {
    this.printed.push(options)
    done(recorded.answers.print === '', recorded.answers.print)
  }
  getPrintersAsync = async (): Promise<unknown[]> => Array.from({ length: recorded.answers.printers }, () => ({}))
  printToPDF = async (options: unknown): Promise<Buffer> => {
    this.printed.push(options)
    return Buffer.from('%PDF-stub')
  }
}

export class BrowserWindow extends EventEmitter {
  webContents = new WebContents()
  destroyed = false
  bounds = { x: 40, y: 50, width: 1000, height: 700 }
  maximized = false
  constructor(readonly options: Electron.BrowserWindowConstructorOptions) {
    super()
    recorded.windows.push(this)
    app.emit('browser-window-created', {}, this)
    app.emit('web-contents-created', {}, this.webContents)
  }
  static getAllWindows = (): BrowserWindow[] => recorded.windows.filter((window) => !window.destroyed)
  static getFocusedWindow = (): BrowserWindow | null => BrowserWindow.getAllWindows().at(-1) ?? null
  static fromWebContents = (contents: WebContents): BrowserWindow | null =>
    recorded.windows.find((window) => window.webContents === contents) ?? null
  loadURL = async (url: string): Promise<void> => void (this.webContents.url = url)
  destroy = (): void => void (this.destroyed = true)
  show = (): void => void recorded.calls.push('show')
  focus = (): void => void recorded.calls.push('focus')
  restore = (): void => void recorded.calls.push('restore')
  maximize = (): void => void (this.maximized = true)
  isMaximized = (): boolean => this.maximized
  isMinimized = (): boolean => false
  getNormalBounds = () => this.bounds
}

export class Notification extends EventEmitter {
  static isSupported = (): boolean => true
  constructor(readonly options: { title: string; body: string }) {
    super()
    recorded.notifications.push(this)
  }
  show = (): void => undefined
}

export class ChildProcess extends EventEmitter {
  sent: { message: Record<string, unknown>; ports: unknown[] }[] = []
  killed = false
  stdout = new EventEmitter()
  stderr = new EventEmitter()
  constructor(
    readonly file: string,
    readonly options: Electron.ForkOptions,
  ) {
    super()
    recorded.forks.push(this)
  }
  postMessage = (message: Record<string, unknown>, ports: unknown[] = []): void =>
    void this.sent.push({ message, ports })
  kill = (): boolean => (this.killed = true)
}
export const utilityProcess = {
  fork: (file: string, _args: string[], options: Electron.ForkOptions) => new ChildProcess(file, options),
}
export class MessageChannelMain {
  port1 = { name: 'host end' }
  port2 = { name: 'page end' }
}

class App extends EventEmitter {
  name = '知客'
  isPackaged = false
  commandLine = { hasSwitch: (): boolean => false }
  getLocale = (): string => recorded.locale
  getVersion = (): string => '0.1.0'
  getPath = (name: string): string => recorded.paths.get(name) ?? '/nowhere'
  setPath = (name: string, path: string): void => void recorded.paths.set(name, path)
  setAppLogsPath = (path: string): void => void recorded.paths.set('logs', path)
  enableSandbox = (): void => void (recorded.sandboxed = true)
  requestSingleInstanceLock = (): boolean => recorded.locked
  whenReady = (): Promise<void> => Promise.resolve()
  quit = (): void => void recorded.calls.push('quit')
  relaunch = (): void => void recorded.calls.push('relaunch')
}
export const app = new App()

export const dialog = {
  showOpenDialog: async () => ({ canceled: !recorded.answers.open.length, filePaths: recorded.answers.open }),
  showSaveDialog: async () => ({ canceled: !recorded.answers.save, filePath: recorded.answers.save }),
  showMessageBox: async (options: Electron.MessageBoxOptions) => {
    recorded.messageBoxes.push(options)
    return { response: recorded.answers.button, checkboxChecked: false }
  },
}
export const ipcMain = { handle: (channel: string, handler: Handler) => void recorded.handlers.set(channel, handler) }
export const shell = {
  openExternal: async (url: string) => void recorded.opened.push(url),
  openPath: async (path: string) => void recorded.opened.push(path),
}
export const protocol = {
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]) => void recorded.schemes.push(...schemes),
}
export const net = { fetch: async (url: string) => new Response(`from ${url}`) }
export const nativeTheme = { shouldUseDarkColors: false }
export const screen = {
  getPrimaryDisplay: () => recorded.displays[0]!,
  getAllDisplays: () => recorded.displays,
}
export const Menu = {
  buildFromTemplate: (template: Electron.MenuItemConstructorOptions[]) => template,
  setApplicationMenu: (menu: Electron.MenuItemConstructorOptions[]) => void (recorded.menu = menu),
}
export const safeStorage = {
  isEncryptionAvailable: () => recorded.encryption,
  encryptString: (text: string) => Buffer.from(text).map((byte) => byte ^ 0x5a),
  decryptString: (bytes: Buffer) => Buffer.from(bytes.map((byte) => byte ^ 0x5a)).toString(),
}
