// Files from outside as tables: what is in one, and its rows. The work is done in a thread with limits.
import {
  refusalCodes,
  type FileInspection,
  type RefusalCode,
  type SheetRow,
} from '@shared/features/importExport/reading'
import { startWorker } from '@main/jobs/workers'
import { WorkerFailure } from '@main/jobs/workerTypes'
import type { CardFile } from './cardFiles'
import type { ReadingChoices } from './openTable'
import type { TableQuestion } from './question'
import { ReadingError } from './readingError'

export interface InspectOptions extends ReadingChoices {
  /** All of several address book files, to be read as one; `path` is the first of them. */
  more?: CardFile[]
  signal?: AbortSignal
}

export interface ReadOptions extends InspectOptions {
  /** Name as in the inspection; '' for text formats. */
  sheet: string
  /** Rows begin below this line; 0 for all. */
  headerRow: number
}

/**
 * What a file holds, whatever its name says.
 * @throws ReadingError with a code of `refusalCodes`
 * @example (await inspectFile(path)).sheets[0].headings // ['客户名称', '电话']
 */
export async function inspectFile(path: string, options: InspectOptions = {}): Promise<FileInspection> {
  const { signal, ...choices } = options
  for await (const answer of ask<FileInspection>({ ask: 'inspect', path, ...choices }, signal)) return answer
  throw new ReadingError('damaged')
}

/**
 * The rows of a sheet in chunks of up to 200, read no faster than they are taken; lines without content are left out.
 * @throws ReadingError with a code of `refusalCodes`, also midway
 * @example for await (const rows of readRows(path, { sheet: '客户', headerRow: 3 })) await importRows(rows)
 */
export function readRows(path: string, options: ReadOptions): AsyncIterable<SheetRow[]> {
  const { signal, ...rest } = options
  return ask<SheetRow[]>({ ask: 'rows', path, ...rest }, signal)
}

async function* ask<V>(question: TableQuestion, signal?: AbortSignal): AsyncGenerator<V> {
  try {
    yield* startWorker<V>('readTable', question, { maxMemoryMb: 800, timeoutMs: 120_000, ...(signal && { signal }) })
  } catch (error) {
    throw error instanceof WorkerFailure ? refusalOf(error) : error
  }
}

function refusalOf(failure: WorkerFailure): Error {
  if (failure.code === 'notBuilt') return failure
  const codes: Record<string, RefusalCode> = { memory: 'suspicious', timeout: 'tooSlow', crashed: 'damaged' }
  const code = refusalCodes.find((known) => known === failure.code) ?? codes[failure.code] ?? 'damaged'
  return new ReadingError(code, failure.params)
}
