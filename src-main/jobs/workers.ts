// A worker is one file of src-main/workers run in its own thread with a memory limit, so that a hostile or huge
// file can neither freeze nor kill the host. It gives values one by one, never faster than they are taken.
import { existsSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import { WorkerFailure, type FromWorker, type ToWorker, type WorkerName } from './workerTypes'

export interface WorkerOptions {
  /** Memory of the thread in MB, buffers included; above it the thread ends with `memory`. Default 512; Infinity: not watched. */
  maxMemoryMb?: number
  /** Longest silence in ms while a value is awaited (the taker's own time does not count). Default 120 000. */
  timeoutMs?: number
  signal?: AbortSignal
  /** Buffers in the data that move to the thread. */
  transfer?: ArrayBuffer[]
}

const MB = 1024 * 1024
/** What a thread may allocate between being found too large and being ended. */
const RESERVE_MB = 1024
/** Values made ahead of the taker. */
const AHEAD = 2

/**
 * Runs a worker and hands over what it yields; leaving the loop, an abort or a failure ends the thread.
 * @throws WorkerFailure with the code the worker gave, or `memory`, `timeout`, `cancelled`, `crashed`
 * @example for await (const rows of startWorker<SheetRow[]>('readTable', { path })) take(rows)
 */
export async function* startWorker<V>(name: WorkerName, data: unknown, options: WorkerOptions = {}): AsyncGenerator<V> {
  const { maxMemoryMb = 512, timeoutMs = 120_000, signal, transfer = [] } = options
  if (signal?.aborted) throw new WorkerFailure('cancelled')
  const worker = new Worker(placeOf(name), {
    workerData: data,
    transferList: transfer,
    ...(maxMemoryMb === Infinity ? {} : { resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb + RESERVE_MB } }),
  })
  const inbox = listen<V>(worker, signal)
  const unwatch = watchMemory(worker, maxMemoryMb, () => {
    inbox.fail('memory')
    void worker.terminate()
  })
  const say = (message: ToWorker) => worker.postMessage(message)
  try {
    for (let ahead = 0; ahead < AHEAD; ahead++) say('next')
    for (;;) {
      const message = await inbox.take(timeoutMs)
      if (message.kind === 'done') return
      if (message.kind === 'failed') throw new WorkerFailure(message.code, message.params)
      say('next')
      yield message.value
    }
  } finally {
    unwatch()
    inbox.close()
    await worker.terminate()
  }
}

interface Inbox<V> {
  take(timeoutMs: number): Promise<FromWorker<V>>
  fail(code: string): void
  close(): void
}

function listen<V>(worker: Worker, signal?: AbortSignal): Inbox<V> {
  const waiting: FromWorker<V>[] = []
  let wake: (() => void) | undefined
  const put = (message: FromWorker<V>) => {
    waiting.push(message)
    wake?.()
  }
  const fail = (code: string) => put({ kind: 'failed', code, params: {} })
  const abort = () => fail('cancelled')
  worker.on('message', put)
  worker.on('error', (error) => fail(isOutOfMemory(error) ? 'memory' : 'crashed'))
  worker.on('exit', () => fail('crashed'))
  signal?.addEventListener('abort', abort)
  return {
    fail,
    async take(timeoutMs) {
      if (waiting.length === 0) {
        const timer = setTimeout(() => fail('timeout'), timeoutMs)
        await new Promise<void>((resolve) => (wake = resolve))
        clearTimeout(timer)
      }
      // the queue was filled before `wake` was called; an exit without a message still puts one
      return signal?.aborted ? { kind: 'failed', code: 'cancelled', params: {} } : (waiting.shift() ?? { kind: 'done' })
    },
    close: () => signal?.removeEventListener('abort', abort),
  }
}

/**
 * The thread's own limit is only a second line: one that allocates in a burst runs past it, and V8 then ends the whole
 * process. So its heap is measured from outside all the time; where Node cannot do that yet, the growth of the process.
 */
function watchMemory(worker: Worker, maxMemoryMb: number, tooMuch: () => void): () => void {
  if (maxMemoryMb === Infinity) return () => undefined
  const most = maxMemoryMb * MB
  let lowest = process.memoryUsage.rss()
  let asking = false
  const measure = async (): Promise<number> => {
    if (canMeasure(worker)) {
      const { used_heap_size: heap, external_memory: outside } = await worker.getHeapStatistics()
      return heap + outside
    }
    const now = process.memoryUsage.rss()
    // memory of an earlier thread may only now be given back
    lowest = Math.min(lowest, now)
    return now - lowest
  }
  const timer = setInterval(() => {
    if (asking) return
    asking = true
    const done = (used: number) => {
      asking = false
      if (used > most) tooMuch()
    }
    // a thread that does not run yet, or no more, cannot be measured
    void measure().then(done, () => done(0))
  }, 15)
  return () => clearInterval(timer)
}

/** Node 24 and later. */
const canMeasure = (worker: Worker): boolean => 'getHeapStatistics' in worker

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'

/** ZHIKE_WORKERS, else beside the built host (or its chunks), else what tools/buildWorkers.ts made from the sources. */
export function placeOf(name: WorkerName): URL {
  const asked = process.env['ZHIKE_WORKERS']
  const folders = asked
    ? [pathToFileURL(`${asked}/`)]
    : ['./workers/', '../workers/', '../../node_modules/.cache/zhike-workers/'].map(
        (at) => new URL(at, import.meta.url),
      )
  const found = folders.map((folder) => new URL(`${name}.js`, folder)).find((file) => existsSync(fileURLToPath(file)))
  if (!found) throw new WorkerFailure('notBuilt', { name })
  return found
}
