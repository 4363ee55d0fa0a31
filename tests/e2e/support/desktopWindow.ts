// The built program in a real Electron window: the one named by ZHIKE_ELECTRON, or the downloaded one.
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication } from '@playwright/test'
import { electronAtHand, electronSwitches } from '../../../tools/electronRuntime'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export const startDesktop = (dataDir: string): Promise<ElectronApplication> => {
  const executablePath = electronAtHand()
  if (!executablePath) throw new Error('No Electron here: name one with ZHIKE_ELECTRON, or run npm start once.')
  // The language must not follow the machine the journeys run on.
  const args = [...electronSwitches(), '--disable-gpu', '--lang=zh-CN', root]
  return _electron.launch({ executablePath, args, env: { ...process.env, ZHIKE_DATA_DIR: dataDir } })
}
