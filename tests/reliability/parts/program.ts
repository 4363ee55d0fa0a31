// Programs that a reliability test starts and kills: built once into one file, so that a start is quick.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { build } from 'vite'
import { aliases } from '../../../aliases'
import { workersFolder } from '../../../tools/buildWorkers'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Builds one of these test programs (tests/reliability/parts/<name>.ts) and returns the file to start. */
export const buildProgram = (name: string): Promise<string> =>
  bundle(fileURLToPath(new URL(`${name}.ts`, import.meta.url)), name)

/** Builds the real headless host into one file, so that it starts in a fifth of a second. */
export const buildHost = (): Promise<string> => bundle(join(root, 'src-main/host/headless.ts'), 'headless')

async function bundle(entry: string, name: string): Promise<string> {
  const outDir = join(root, 'node_modules/.cache/zhike-reliability', `${name}-${process.pid}`)
  process.once('exit', () => rmSync(outDir, { recursive: true, force: true }))
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: aliases },
    ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: {
      ssr: entry,
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { format: 'es', entryFileNames: `${name}.mjs`, codeSplitting: false } },
    },
  })
  return join(outDir, `${name}.mjs`)
}

export interface Program {
  process: ChildProcess
  /** All it has said so far. */
  said: () => string
  /** Ends it as a power switch would and waits until it is gone. */
  kill(): Promise<void>
}

/** What a host outside its build needs to find. */
export const environment = {
  ...process.env,
  ZHIKE_MIGRATIONS: join(root, 'migrations'),
  ZHIKE_WORKERS: workersFolder,
  NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/zhike-reliability/compiled'),
}

export function startProgram(file: string, args: string[]): Program {
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: environment })
  const gone = once(child, 'close')
  // A test that fails leaves nobody running.
  const end = (): void => void child.kill('SIGKILL')
  process.once('exit', end)
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return {
    process: child,
    said: () => out,
    async kill() {
      end()
      await gone
      process.off('exit', end)
      const complaints = errors.split('\n').filter((line) => line !== '' && !/^(warn|info) /.test(line))
      if (complaints.length > 0) throw new Error(`the program complained: ${complaints.join('\n')}`)
    },
  }
}
