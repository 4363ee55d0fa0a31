// The real road: a thread of its own with limits, rows in chunks, no faster than they are taken.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test } from 'vitest'
import { startWorker, type WorkerOptions } from '@main/jobs/workers'
import { inspectFile, readRows } from '@main/files/readers/tableFile'
import { fileOf } from '../../support/tableFiles'

const list = (rows: number) =>
  fileOf('名称,电话\n' + Array.from({ length: rows }, (_, index) => `客户${index},${index}\n`).join(''))

test('inspects and reads through the thread, in chunks of 200', async () => {
  const path = list(450)
  const { sheets } = await inspectFile(path)
  expect(sheets[0]).toMatchObject({ rows: 450, headerRow: 1, headings: ['名称', '电话'] })
  const sizes: number[] = []
  for await (const rows of readRows(path, { sheet: '', headerRow: 1 })) sizes.push(rows.length)
  expect(sizes).toEqual([200, 200, 50])
})

test('refusals keep their code and params across the thread', async () => {
  await expect(inspectFile(fileOf('{"a":1}'))).rejects.toMatchObject({ code: 'unsupported', params: { kind: 'json' } })
  const rows = readRows(list(1), { sheet: 'nowhere', headerRow: 0 })[Symbol.asyncIterator]()
  await expect(rows.next()).rejects.toMatchObject({ code: 'noSuchSheet', params: { sheet: 'nowhere' } })
})

test('can be cancelled midway and left early', async () => {
  const path = list(5_000)
  const abort = new AbortController()
  const reading = async () => {
    for await (const _ of readRows(path, { sheet: '', headerRow: 1, signal: abort.signal })) abort.abort()
  }
  await expect(reading()).rejects.toMatchObject({ code: 'cancelled' })
  for await (const _ of readRows(path, { sheet: '', headerRow: 1 })) break
  await expect(inspectFile(path, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' })
})

// A worker written for the purpose stands in the place of the built one.
const folder = mkdtempSync(join(tmpdir(), 'zhike-workers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => {
  delete process.env['ZHIKE_WORKERS']
})

function written(source: string): void {
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'readTable.js'), `import { parentPort as port } from 'node:worker_threads'\n${source}`)
  process.env['ZHIKE_WORKERS'] = folder
}

async function run(source: string, options: WorkerOptions = {}): Promise<unknown[]> {
  written(source)
  const values: unknown[] = []
  for await (const value of startWorker('readTable', {}, options)) values.push(value)
  return values
}

const counting =
  "let n = 0; port.on('message', () => port.postMessage(n < 5 ? { kind: 'value', value: ++n } : { kind: 'done' }))"

test('values come one for each asking', async () => {
  expect(await run(counting)).toEqual([1, 2, 3, 4, 5])
})

test('a slow taker is never overrun by more than two values', async () => {
  const asked = new Int32Array(new SharedArrayBuffer(4))
  written(
    "import { workerData as asked } from 'node:worker_threads'; let n = 0;" +
      "port.on('message', () => { Atomics.add(asked, 0, 1); port.postMessage(++n <= 10 ? { kind: 'value', value: n } : { kind: 'done' }) })",
  )
  const ahead: number[] = []
  for await (const value of startWorker<number>('readTable', asked)) {
    await new Promise((resolve) => setTimeout(resolve, 10))
    ahead.push(Atomics.load(asked, 0) - value)
  }
  expect(ahead).toEqual(ahead.map(() => 2))
})

test('too much memory, silence, a crash and a failure each end it with their code', async () => {
  const hog =
    "const all = []; const make = (n) => (n > 0 ? { n, text: 'x'.repeat(n) + n, inner: make(n - 1) } : null);" +
    "port.on('message', () => { for (let i = 0; ; i++) all.push(make(i % 50)) })"
  await expect(run(hog, { maxMemoryMb: 200 })).rejects.toMatchObject({ code: 'memory' })
  await expect(run("port.on('message', () => {})", { timeoutMs: 100 })).rejects.toMatchObject({ code: 'timeout' })
  await expect(run("port.on('message', () => { throw new Error('x') })")).rejects.toMatchObject({ code: 'crashed' })
  await expect(
    run("port.on('message', () => port.postMessage({ kind: 'failed', code: 'own', params: { a: 1 } }))"),
  ).rejects.toMatchObject({
    code: 'own',
    params: { a: 1 },
  })
})
