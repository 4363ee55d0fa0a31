import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { aliases } from './aliases.ts'
import { LongestFirst } from './tests/support/longestFirst.ts'

const desktopStub = (name: string): string =>
  fileURLToPath(new URL(`tests/support/desktop/${name}.ts`, import.meta.url))

export default defineConfig({
  resolve: {
    // The shell is tested against a recording stand-in: no Electron is needed, none is downloaded.
    alias: { ...aliases, electron: desktopStub('electron'), 'electron-log/main': desktopStub('log') },
  },
  test: {
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/e2e/**', 'tests/reliability/long/**', 'tests/security/long/**', 'node_modules/**'],
    globalSetup: ['tests/support/buildWorkers.ts'],
    sequence: { sequencer: LongestFirst },
    // many tests wait for the disk or for other processes half of their time
    maxWorkers: availableParallelism() + 1,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
