// Where an office lies when nobody says otherwise; the desktop shell uses the same folder.
import { homedir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const appData = (): string => {
  if (process.platform === 'win32') return process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming')
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Application Support')
  return process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config')
}

/** `ZHIKE_DATA_DIR` names another one, for tests and for several companies. */
export const standardDataDir = (): string => process.env['ZHIKE_DATA_DIR'] ?? join(appData(), 'zhike', 'data')

/** A folder beside the built host (out/main/host/), or named by the environment for tests. */
const beside = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

export const migrationsFolder = (): string => process.env['ZHIKE_MIGRATIONS'] ?? beside('../../../migrations')
export const pageFolder = (): string => process.env['ZHIKE_PAGE'] ?? beside('../../renderer')
