// The thread's half of a worker: yields a value for every `next` and says how it ended.
import { parentPort, workerData } from 'node:worker_threads'
import type { FailureParams, FromWorker } from './workerTypes'

/** A failure with a code that crosses the thread border; any other error is told as `crashed`. */
export interface CodedError {
  code: string
  params: FailureParams
}

/**
 * Makes this file a worker. `explain` turns an error of its own kind into a code.
 * @example serveWorker((ask: Ask) => answer(ask), explain)
 */
export function serveWorker<D, V>(
  values: (data: D) => AsyncIterable<V>,
  explain: (error: unknown) => CodedError | undefined,
): void {
  const port = parentPort
  if (!port) throw new Error('not inside a worker thread')
  const say = (message: FromWorker<V>) => port.postMessage(message)
  // workerData is untyped by nature; the starter and the worker share the type of the question
  const source = values(workerData as D)[Symbol.asyncIterator]()
  const answer = async () => {
    try {
      const step = await source.next()
      say(step.done ? { kind: 'done' } : { kind: 'value', value: step.value })
    } catch (error) {
      say({ kind: 'failed', ...(explain(error) ?? { code: 'crashed', params: {} }) })
    }
  }
  let queue = Promise.resolve()
  port.on('message', () => {
    queue = queue.then(answer)
  })
}
