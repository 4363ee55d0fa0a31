import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { licencesFile, shippedPackages } from '../../../tools/licences'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const builder = createRequire(createRequire(import.meta.url).resolve('electron-builder'))

interface Settings {
  electronFuses: Record<string, boolean>
  files: { filter: string[] }[]
  extraFiles: { from: string }[]
  nsis: { deleteAppDataOnUninstall: boolean }
  win: { icon: string; target: { target: string; arch: string[] }[] }
  mac: Settings['win']
  linux: Settings['win']
}
interface BuilderLibrary {
  getConfig(project: string, path: string | null, more: null): Promise<Settings>
  validateConfiguration(settings: Settings, log: { isEnabled: boolean }): Promise<void>
}
const library = builder('app-builder-lib/out/util/config/config') as BuilderLibrary
const settings = await library.getConfig(root, null, null)

test("electron-builder's own schema accepts the configuration", async () => {
  await library.validateConfiguration(settings, { isEnabled: false })
})

test('a misspelt setting would be noticed', async () => {
  const wrong = { ...settings, apId: 'x' }
  await expect(library.validateConfiguration(wrong, { isEnabled: false })).rejects.toThrow('apId')
})

test('installers are made for three systems and two processors', () => {
  const targets = [settings.win, settings.mac, settings.linux].flatMap(({ target }) => target)
  expect(targets.map(({ target }) => target)).toEqual(['nsis', 'dmg', 'AppImage', 'deb'])
  for (const { arch } of targets) expect(arch).toEqual(['x64', 'arm64'])
})

test('every fuse is set, and set to the safe side', () => {
  expect(settings.electronFuses).toEqual({
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  })
})

test('uninstalling leaves the data where it is', () => {
  expect(settings.nsis.deleteAppDataOnUninstall).toBe(false)
})

test('what the program needs at run time is packed', () => {
  expect(settings.files.flatMap(({ filter }) => filter)).toEqual(
    expect.arrayContaining(['out/**', 'migrations/**', 'package.json']),
  )
  for (const { from } of settings.extraFiles) expect(existsSync(`${root}/${from}`), from).toBe(true)
})

test('the icons are what their names say', () => {
  const head = (path: string) => readFileSync(`${root}/${path}`).subarray(0, 4)
  expect(head(settings.win.icon)).toEqual(Buffer.from([0, 0, 1, 0]))
  expect(head(settings.mac.icon).toString()).toBe('icns')
  expect(head(`${settings.linux.icon}/256x256.png`).toString('latin1')).toBe('\u0089PNG')
})

test('the licence texts cover everything that is shipped (npm run licences)', () => {
  const texts = readFileSync(licencesFile, 'utf8')
  for (const key of shippedPackages().keys()) expect(texts.includes(`\n${key} (`), key).toBe(true)
})
