// Programs that a reliability test starts and kills: built once into one file, so that a start is quick.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, rmSync } from 'node:fs'
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
  const folder = join(root, 'node_modules/.cache/zhike-reliability')
  sweep(folder)
  const outDir = join(folder, `${name}-${process.pid}`)
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

/** Removes what test runs that are over have built. */
function sweep(folder: string): void {
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    const pid = Number(/-(\d+)$/.exec(name)?.[1] ?? process.pid)
    if (!isRunning(pid)) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false
  }
}

/** Waits for all lanes, so that a failing one leaves no other at work; then throws the first failure. */
export async function allLanes<T>(lanes: readonly Promise<T>[]): Promise<T[]> {
  const told = lanes.map((lane, at) =>
    lane.catch((error: unknown) => {
      // at once: another lane may go on for hours, or fail as well
      process.stderr.write(`lane ${at}: ${error instanceof Error ? error.stack : String(error)}\n`)
      throw error
    }),
  )
  const ends = await Promise.allSettled(told)
  return ends.map((end) => {
    if (end.status === 'rejected') throw end.reason
    return end.value
  })
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

/** `fault`: a planted one, which the test has to notice. */
export function startProgram(file: string, args: string[], fault = ''): Program {
  const env = { ...environment, ZHIKE_FAULT: fault }
  const child = spawn(process.execPath, [file, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env })
  const gone = once(child, 'close')
  let out = ''
  let errors = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return {
    process: child,
    said: () => out,
    async kill() {
      child.kill('SIGKILL')
      await gone
      const complaints = errors.split('\n').filter((line) => line !== '' && !/^(warn|info) /.test(line))
      if (complaints.length > 0) throw new Error(`the program complained: ${complaints.join('\n')}`)
    },
  }
}
