// Programs that a reliability test starts and kills: built once into one file, so that a start is quick.
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { build } from 'vite'
import { aliases } from '../../../aliases'

const root = fileURLToPath(new URL('../../..', import.meta.url))

/** Builds tests/reliability/parts/<name>.ts and returns the file to start. */
export async function buildProgram(name: string): Promise<string> {
  const outDir = join(root, 'node_modules/.cache/zhike-reliability', `${name}-${process.pid}`)
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: aliases },
    build: {
      ssr: fileURLToPath(new URL(`${name}.ts`, import.meta.url)),
      outDir,
      emptyOutDir: true,
      rollupOptions: { output: { format: 'es', entryFileNames: `${name}.mjs` } },
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

export function startProgram(file: string, args: string[], nodeOptions: string[] = []): Program {
  const child = spawn(process.execPath, [...nodeOptions, file, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
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
      if (errors !== '') throw new Error(`the program complained: ${errors}`)
    },
  }
}
