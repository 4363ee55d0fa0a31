// Starts the desktop shell against the recording stand-in of Electron, in a folder of its own.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'

export const pageUrl = 'app://zhike/customers'
export const ourFrame = { parent: null, url: pageUrl }

/** `folder` starts it again on what an earlier start has left. */
export const startShell = async (
  folder = mkdtempSync(join(tmpdir(), 'zhike-shell-')),
  prepare: (electron: typeof import('./electron')) => void = () => undefined,
) => {
  vi.resetModules()
  vi.stubEnv('ZHIKE_DATA_DIR', folder)
  const electron = await import('./electron')
  electron.recorded.paths.set('appData', folder)
  prepare(electron)
  await import('@main/desktop/index')
  await new Promise((resolve) => setImmediate(resolve))
  const window = (n = 0) => electron.recorded.windows[n]!
  const ask = (name: string, input?: unknown, frame: unknown = ourFrame, from = 0): Promise<unknown> => {
    // The stand-in hands back the very function that the shell gave it.
    const answer = electron.recorded.handlers.get('zhike:call') as (...args: unknown[]) => Promise<unknown>
    return answer({ senderFrame: frame, sender: window(from).webContents }, name, input)
  }
  return { electron, recorded: electron.recorded, folder, window, ask }
}
