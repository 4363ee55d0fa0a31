// The windows: several of one page, each where its person left it.
import { BrowserWindow, nativeTheme, screen, type Rectangle } from 'electron'
import { z } from 'zod'
import { pageOrigin } from '@shared/desktop'
import { developmentServer, preloadFile, shellFile } from './places'
import { readSmallFile, writeSmallFile } from './smallFiles'

const placeSchema = z.strictObject({
  x: z.number().int(),
  y: z.number().int(),
  width: z.number().int().min(400),
  height: z.number().int().min(300),
  maximized: z.boolean(),
})
type Place = z.output<typeof placeSchema>

const cascade = 28
const placeFile = (): string => shellFile('window.json')

const readPlace = (): Place | null => {
  try {
    return placeSchema.parse(JSON.parse(readSmallFile(placeFile())?.toString() ?? 'null'))
  } catch {
    return null
  }
}

const overlaps = (a: Rectangle, b: Rectangle): boolean =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height

/** The remembered place when it is still on a screen, a little further for every open window; else the middle. */
export const placeForNext = (open: number): Partial<Rectangle> & { width: number; height: number } => {
  const place = readPlace()
  const area = screen.getPrimaryDisplay().workArea
  if (!place) return { width: Math.min(1366, area.width), height: Math.min(860, area.height) }
  const { maximized: _maximized, ...bounds } = place
  const moved = { ...bounds, x: bounds.x + open * cascade, y: bounds.y + open * cascade }
  const visible = screen.getAllDisplays().some((display) => overlaps(moved, display.workArea))
  return visible ? moved : { width: place.width, height: place.height }
}

const rememberPlace = (window: BrowserWindow): void => {
  const place: Place = { ...window.getNormalBounds(), maximized: window.isMaximized() }
  writeSmallFile(placeFile(), JSON.stringify(place))
}

/** Refuses whatever is not a route of the page. */
export const pageAddress = (route = '/'): string => {
  const url = new URL(pageOrigin)
  const [path = '/', query = ''] = (route.startsWith('/') && !route.startsWith('//') ? route : '/').split('?')
  url.pathname = path
  url.search = query
  return url.href
}

export const openWindow = (route?: string): BrowserWindow => {
  const open = BrowserWindow.getAllWindows().length
  const window = new BrowserWindow({
    ...placeForNext(open),
    minWidth: 390,
    minHeight: 480,
    show: false,
    title: '知客',
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#12161c' : '#f5f6f8',
    webPreferences: {
      preload: preloadFile,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: false,
      devTools: developmentServer() !== null,
    },
  })
  if (readPlace()?.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () => rememberPlace(window))
  void window.loadURL(pageAddress(route))
  return window
}

/** Brings the program to the front; opens a window when none is left. */
export const showSomeWindow = (): BrowserWindow => {
  const window = BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0]
  if (!window) return openWindow()
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
  return window
}
