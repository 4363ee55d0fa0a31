// `npm run licences`: collects the licence text of everything that is shipped into build/licences.txt. What the host
// loads at run time is shipped as packages; what the page is built from is shipped inside its bundle.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'

const root = fileURLToPath(new URL('..', import.meta.url))
export const licencesFile = join(root, 'build/licences.txt')

const manifest = z.object({
  name: z.string(),
  version: z.string(),
  license: z.union([z.string(), z.object({ type: z.string() }).transform(({ type }) => type)]).optional(),
  dependencies: z.record(z.string(), z.string()).optional(),
})
type Manifest = z.output<typeof manifest>

const house = z
  .object({ dependencies: z.record(z.string(), z.string()), devDependencies: z.record(z.string(), z.string()) })
  .parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')))

/** Built into the page; the other development packages never leave the workshop. */
const inPage = [
  'vue',
  'vue-router',
  'vue-i18n',
  'pinia',
  'naive-ui',
  '@tanstack/vue-query',
  '@orpc/client',
  '@orpc/contract',
  'zod',
]

const folderOf = (name: string, from: string): string | null => {
  for (let at = from; at.startsWith(root.replace(/[/\\]$/, '')); at = join(at, '..')) {
    const folder = join(at, 'node_modules', name)
    if (existsSync(join(folder, 'package.json'))) return folder
  }
  return null
}

const readManifest = (folder: string): Manifest =>
  manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))

/** Every shipped package, with what it needs itself. */
export const shippedPackages = (): Map<string, string> => {
  const found = new Map<string, string>()
  const visit = (name: string, from: string): void => {
    const folder = folderOf(name, from)
    if (!folder) return
    const { version, dependencies = {} } = readManifest(folder)
    const key = `${name} ${version}`
    if (found.has(key)) return
    found.set(key, folder)
    for (const needed of Object.keys(dependencies)) visit(needed, folder)
  }
  const drawn = Object.keys(house.devDependencies).filter(
    (name) => inPage.includes(name) || name.startsWith('@vicons/'),
  )
  for (const name of [...Object.keys(house.dependencies), ...drawn]) visit(name, root)
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const textIn = (folder: string): string => {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name))
  return file ? readFileSync(join(folder, file), 'utf8').trim() : ''
}

const entry = (key: string, folder: string): string => {
  const said = readManifest(folder).license ?? 'see text'
  return `${'='.repeat(80)}\n${key} (${said})\n${'='.repeat(80)}\n\n${textIn(folder) || `Licence: ${said}`}\n`
}

const collect = (): void => {
  const packages = shippedPackages()
  const head =
    'Zhike is shipped with the following packages. Electron and Chromium bring their own texts\n' +
    '(LICENSE.electron.txt, LICENSES.chromium.html) beside the program.\n'
  writeFileSync(licencesFile, [head, ...[...packages].map(([key, folder]) => entry(key, folder))].join('\n'))
  console.log(`licences: ${packages.size} packages`)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) collect()
