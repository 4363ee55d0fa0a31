// Writes the rows of an import chunk by chunk: in a thread of the host, or in the host itself.
import type { Context } from '@main/api/context'
import { readDictionaries } from '@main/duplicates/keys'
import { ApiError } from '@shared/api/errors'
import type { ImportOptions } from '@shared/features/importExport/endpoints'
import { fieldWords } from './fieldWords'
import { knownCustomers } from './knownCustomers'
import { ownerFinder } from './owners'
import { beginRun, endRun, type Run } from './runs'
import type { Tally } from './tally'
import { type Pack, WaitingItems } from './waiting'

/** All that is left to be done once a file was read. */
export interface ImportTask {
  options: ImportOptions
  packs: readonly Pack[]
  changeSetId: number
}

/** After each chunk what it came to, at the end why it stopped before its last row. */
export type Written = { chunk: Tally; rows: number } | { stopped: string | null }

/** The part of a job that writing needs. */
export interface Pace {
  signal: AbortSignal
  /** Between chunks; throws `cancelled` when the job was called off. */
  breathe(): Promise<void>
}

/** Ms of the rows of one chunk and their index aimed at; a commit of 3 to 8 ms comes on top. */
const chunkMs = 8
/** No row is begun after it, whatever was hoped for. */
export const longestChunkMs = 15
const chunkRows = { least: 3, most: 500 }

const nextSize = (size: number, took: number): number => {
  const fitting = Math.round(size * Math.min(2, Math.max(0.3, chunkMs / took)))
  return Math.max(chunkRows.least, Math.min(chunkRows.most, fitting))
}

/** To be ended with `endRun`. */
export async function openRun(
  ctx: Context,
  { options, packs, changeSetId }: ImportTask,
  signal: AbortSignal,
): Promise<Run> {
  readDictionaries()
  const known = knownCustomers(ctx, options.matchBy)
  await known.load(signal)
  return beginRun(ctx, {
    changeSetId,
    options,
    items: new WaitingItems(packs),
    known,
    owners: ownerFinder(ctx),
    words: {
      customers: fieldWords(ctx, 'customers', options.language),
      contacts: fieldWords(ctx, 'contacts', options.language),
    },
  })
}

/** Chunks grow and shrink so that each holds up who writes for about 15 ms. */
export async function* writeAll(ctx: Context, task: ImportTask, pace: Pace): AsyncGenerator<Written> {
  const run = await openRun(ctx, task, pace.signal)
  try {
    // the first row finds everything cold
    let size = 1
    for (let at = 0; at < run.items.length;) {
      await pace.breathe()
      const rows = Array.from({ length: Math.min(size, run.items.length - at) }, (_, index) => at + index)
      await ctx.dispatch('importExport.writeChunk', { run: run.id, rows }, { changeSet: run.changeSetId })
      at += run.chunkRows
      size = nextSize(size, run.chunkMs)
      yield { chunk: run.chunk, rows: run.chunkRows }
    }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    yield { stopped: error.code }
  } finally {
    endRun(ctx, run)
  }
}
