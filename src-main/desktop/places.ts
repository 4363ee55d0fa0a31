// Where things lie: the built pieces beside this file, the data, and the shell's own small files.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app } from 'electron'

const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const pageFolder = built('../renderer')
export const preloadFile = built('../preload/preload.cjs')
export const hostFile = built('host/electron.js')

/** The address of the page's development server, when one runs. */
export const developmentServer = (): string | null =>
  app.isPackaged ? null : (process.env['ELECTRON_RENDERER_URL'] ?? null)

/** The folder that holds zhike.db. `ZHIKE_DATA_DIR` names another one, for tests and for several companies. */
export const dataFolder = (): string => process.env['ZHIKE_DATA_DIR'] ?? join(app.getPath('appData'), 'zhike', 'data')

/** Must run before Electron is ready: the single-instance lock and the page's storage follow this folder. */
export const settleFolders = (): void => {
  const own = process.env['ZHIKE_DATA_DIR']
  const folder = own ? join(own, 'shell') : join(app.getPath('appData'), 'zhike', 'shell')
  mkdirSync(folder, { recursive: true })
  app.setPath('userData', folder)
  app.setAppLogsPath(join(folder, 'logs'))
}

export const shellFile = (name: string): string => join(app.getPath('userData'), name)
