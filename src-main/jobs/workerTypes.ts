// What a host and its worker say to each other.

/** The files of src-main/workers. */
export type WorkerName = 'readTable' | 'backup' | 'checkpoint' | 'reader' | 'importRows'

export type FailureParams = Record<string, string | number>

/** One `next` asks for one value. */
export type ToWorker = 'next'

export type FromWorker<V> =
  { kind: 'value'; value: V } | { kind: 'done' } | { kind: 'failed'; code: string; params: FailureParams }

/** Why a worker ended early: a code of its own, or `memory`, `timeout`, `cancelled`, `crashed`, `notBuilt`. */
export class WorkerFailure extends Error {
  constructor(
    readonly code: string,
    readonly params: FailureParams = {},
  ) {
    super(`worker: ${code}`)
    this.name = 'WorkerFailure'
  }
}
