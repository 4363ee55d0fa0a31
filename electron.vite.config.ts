// Builds the three programs into out/: main (shell, host and workers), preload and renderer.
// The code is kept to Node 20 and Chromium 130, so that it runs in older Electrons than the one shipped.
import { readdirSync, readFileSync } from 'node:fs'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { aliases } from './aliases.ts'
import { workerEntries } from './tools/buildWorkers.ts'

const inFolder = (folder: string, entries: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(entries).map(([name, file]) => [`${folder}/${name}`, file]))

const workers = inFolder('workers', await workerEntries())

// electron-vite makes addresses relative for file://; the page has routes, so they start at the root of its scheme.
const fromRoot: Plugin = { name: 'zhike:from-root', enforce: 'post', config: () => ({ base: '/' }) }

// What pdf.js reads beside its code: Chinese character maps, fonts that documents leave out, decoders without wasm.
const pdfFolder = 'node_modules/pdfjs-dist'
const pdfParts: Plugin = {
  name: 'zhike:pdf-parts',
  generateBundle() {
    for (const folder of ['cmaps', 'standard_fonts', 'wasm'])
      for (const file of readdirSync(`${pdfFolder}/${folder}`)) {
        if (file.endsWith('.wasm') || file.startsWith('quickjs')) continue
        const source = readFileSync(`${pdfFolder}/${folder}/${file}`)
        this.emitFile({ type: 'asset', fileName: `pdf/${folder}/${file}`, source })
      }
  },
}

export default defineConfig({
  main: {
    resolve: { alias: aliases },
    build: {
      target: 'node20.18',
      externalizeDeps: true,
      rolldownOptions: {
        input: {
          index: 'src-main/desktop/index.ts',
          'host/electron': 'src-main/host/electron.ts',
          'host/headless': 'src-main/host/headless.ts',
          ...workers,
        },
        output: { entryFileNames: '[name].js', chunkFileNames: 'parts/[name]-[hash].js' },
      },
    },
  },
  preload: {
    resolve: { alias: aliases },
    build: {
      target: 'node20.18',
      // A sandboxed preload script is one CommonJS file that can load nothing but electron.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'src-main/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    resolve: { alias: aliases },
    plugins: [vue(), fromRoot, pdfParts],
    build: {
      target: 'es2022',
      chunkSizeWarningLimit: 1500,
      rolldownOptions: {
        input: 'src-renderer/index.html',
        // what zod is told must be known before any other piece makes a schema
        output: { codeSplitting: { groups: [{ name: 'zod', test: /node_modules[\\/]zod[\\/]|zodWithoutEval/ }] } },
      },
    },
    server: { host: '127.0.0.1', hmr: { host: '127.0.0.1' } },
  },
})
