// Builds every worker of src-main/workers for tests and tools, which run the host from its TypeScript sources.
// `npm run node -- tools/buildWorkers.ts [FOLDER]`; the desktop build lists the same entries itself.
import { mkdir, readFile, readdir, rename, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'vite'
import { aliases } from '../aliases.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
export const workersFolder = join(root, 'node_modules/.cache/zhike-workers')

/** Name → source file, as the bundler wants its entries. */
export async function workerEntries(): Promise<Record<string, string>> {
  const folder = join(root, 'src-main/workers')
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts'))
  return Object.fromEntries(files.map((file) => [basename(file, '.ts'), join(folder, file)]))
}

/** Builds into `folder` (default node_modules/.cache/zhike-workers); unchanged files stay as they are. */
export async function buildWorkers(folder = workersFolder): Promise<void> {
  const built = await build({
    configFile: false,
    root,
    logLevel: 'error',
    resolve: { alias: aliases },
    build: {
      write: false,
      ssr: true,
      target: 'node20',
      minify: false,
      rollupOptions: { input: await workerEntries(), output: { format: 'es', entryFileNames: '[name].js' } },
    },
  })
  const outputs = [built].flat().flatMap((one) => ('output' in one ? one.output : []))
  await put(join(folder, 'package.json'), '{ "type": "module" }\n')
  for (const part of outputs) if (part.type === 'chunk') await put(join(folder, part.fileName), part.code)
}

/** Replaces a file in one step: another test run may be starting workers from it at this moment. */
async function put(file: string, content: string): Promise<void> {
  if ((await readFile(file, 'utf8').catch(() => '')) === content) return
  await mkdir(dirname(file), { recursive: true })
  const fresh = `${file}.${process.pid}`
  await writeFile(fresh, content)
  await rename(fresh, file)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWorkers(process.argv[2])
