// The built host as a program of its own, on a free port and a data folder that is thrown away.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const headless = fileURLToPath(new URL('../../../out/main/host/headless.js', import.meta.url))
const patienceMs = 60_000

export interface BuiltHost {
  url: string
  stop(): Promise<void>
}

export const startBuiltHost = (dataDir: string): Promise<BuiltHost> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [headless, '--port', '0'], {
      env: { ...process.env, ZHIKE_DATA_DIR: dataDir },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let said = ''
    const patience = setTimeout(() => child.kill('SIGKILL'), patienceMs)
    const ended = new Promise<void>((done) => child.once('exit', () => done()))
    const stop = async (): Promise<void> => {
      child.kill('SIGTERM')
      await ended
    }
    void ended.then(() => reject(new Error(`the host ended before it was reachable:\n${said}`)))
    child.stderr.on('data', (bytes: Buffer) => (said += bytes.toString()))
    child.stdout.on('data', (bytes: Buffer) => {
      said += bytes.toString()
      const url = /https?:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0]
      if (!url) return
      clearTimeout(patience)
      resolve({ url, stop })
    })
  })
