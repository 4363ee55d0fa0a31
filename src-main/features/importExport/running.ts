// The job of an import: read, compare with what is there, then write chunk by chunk, or only try.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { JobHandle } from '@main/jobs/jobs'
import { slices } from '@main/jobs/rest'
import { ApiError, fail } from '@shared/api/errors'
import type { ImportOptions, ImportResult } from '@shared/features/importExport/endpoints'
import { offerErrorFile } from './errorFile'
import { knownCustomers } from './knownCustomers'
import { rememberMapping } from './mappings'
import { ownerFinder } from './owners'
import { placeItem } from './placing'
import { openSource, type Reading, readUnits, type Source } from './rows'
import { beginRun, endRun, type Run } from './runs'
import { dryStore } from './store'
import { addTally, newTally, resultOf, type Tally } from './tally'
import { waitingItems } from './waiting'

/** From here on a checked copy of the whole is made first; smaller imports are undone as easily. */
const bigImport = 500
/** Ms of the rows of one chunk and their index aimed at; a commit of 3 to 8 ms comes on top. */
const chunkMs = 12
const chunkRows = { least: 3, most: 500 }

/** Refuses before a job begins what it could not do. */
export function guardImport(ctx: Context, options: ImportOptions): void {
  const owners = ctx.rights.workable('customers.create')
  const person = statement(ctx.db, 'SELECT 1 FROM people WHERE id = ? AND archived_at IS NULL').get(options.ownerId)
  if (!person) throw fail('invalid', { fields: { ownerId: 'reference' } })
  if (owners !== 'all' && options.ownerId !== ctx.user.id && !owners.has(options.ownerId))
    throw fail('invalid', { fields: { ownerId: 'notAllowed' } })
  ctx.services.files.take(options.token, ctx.user.id)
  const used = new Set(Object.values(options.mapping).map((key) => key.split('.')[0]?.replace(/\d$/u, '')))
  const actions =
    options.mode === 'both'
      ? (['create', 'update'] as const)
      : options.mode === 'create'
        ? (['create'] as const)
        : (['update'] as const)
  if (!actions.every((action) => ctx.rights.can(`customers.${action}`))) throw fail('forbidden')
  if (used.has('contacts') && !ctx.rights.can('contacts.create')) throw fail('forbidden')
  if (used.has('followUps') && !ctx.rights.can('followUps.create')) throw fail('forbidden')
}

interface Prepared {
  source: Source
  tally: Tally
  run: Run
}

async function prepare(
  ctx: Context,
  options: ImportOptions,
  job: JobHandle,
  { openSet, keep }: { openSet: (source: Source) => number; keep: Reading['keep'] },
): Promise<Prepared> {
  const source = await openSource(ctx, options, job.signal)
  const tally = newTally()
  const units = await readUnits(ctx, source, options, job, { tally, keep })
  const known = knownCustomers(ctx, options.matchBy)
  job.progress(0, null, 'matching')
  await known.load(job.signal)
  const run = beginRun(ctx, {
    changeSetId: openSet(source),
    options,
    items: await waitingItems(units, job),
    known,
    owners: ownerFinder(ctx),
  })
  return { source, tally, run }
}

/** What would happen; writes nothing. */
export async function tryImport(ctx: Context, options: ImportOptions, job: JobHandle): Promise<ImportResult> {
  const { source, tally, run } = await prepare(ctx, options, job, { openSet: () => 0, keep: null })
  try {
    const store = dryStore()
    const slice = slices(() => job.breathe())
    for (let index = 0; index < run.items.length; index++) {
      const item = run.items.at(index)
      if (item) placeItem(ctx, run, store, item, tally)
      if (!slice.isOver()) continue
      job.progress(index, run.items.length, 'trying')
      await slice.next()
    }
    const errorFile = await offerErrorFile(ctx, source, options, tally, job)
    return resultOf(tally, { stopped: null, changeSetId: null, errorFile })
  } finally {
    endRun(ctx, run)
  }
}

export async function runImport(ctx: Context, options: ImportOptions, job: JobHandle): Promise<ImportResult> {
  const { source, tally, run } = await prepare(ctx, options, job, {
    openSet: (found) => openSet(ctx, options, found),
    keep: (photo) => ctx.services.contents.keep(photo),
  })
  try {
    if (run.items.length >= bigImport) {
      job.progress(0, null, 'backup')
      await ctx.services.backups?.create('beforeImport')
    }
    const stopped = await writeAll(ctx, run, tally, job)
    const wrote =
      statement(ctx.db, 'SELECT 1 FROM changes WHERE change_set_id = ? LIMIT 1').get(run.changeSetId) !== undefined
    const errorFile = await offerErrorFile(ctx, source, options, tally, job)
    return resultOf(tally, { stopped, changeSetId: wrote ? run.changeSetId : null, errorFile })
  } finally {
    endRun(ctx, run)
  }
}

/** One audited step: the change set all chunks join, and what the columns meant. */
function openSet(ctx: Context, options: ImportOptions, source: Source): number {
  return ctx.write((inner) => {
    const id = inner.changeSetId()
    const params = JSON.stringify({ file: source.name, rows: source.sheet.rows })
    statement(inner.db, 'UPDATE change_sets SET params = ? WHERE id = ?').run(params, id)
    if (source.format !== 'vcf') rememberMapping(inner, source.headings, options.mapping)
    // the file of refused rows bears the shown headings
    rememberMapping(
      inner,
      source.columns.map(({ heading }) => heading),
      options.mapping,
    )
    inner.about('customers', null, {
      file: source.name,
      sheet: source.sheet.name,
      rows: source.sheet.rows,
      mode: options.mode,
    })
    return id
  })
}

const nextSize = (size: number, took: number): number => {
  const fitting = Math.round(size * Math.min(2, Math.max(0.3, chunkMs / took)))
  return Math.max(chunkRows.least, Math.min(chunkRows.most, fitting))
}

/** Chunks grow and shrink so that each blocks others for about 20 ms. Gives why it stopped early. */
async function writeAll(ctx: Context, run: Run, tally: Tally, job: JobHandle): Promise<string | null> {
  // the first row finds everything cold
  let size = 1
  for (let at = 0; at < run.items.length;) {
    try {
      await job.breathe()
      const rows = Array.from({ length: Math.min(size, run.items.length - at) }, (_, index) => at + index)
      await ctx.dispatch('importExport.writeChunk', { run: run.id, rows }, { changeSet: run.changeSetId })
      addTally(tally, run.chunk)
      at += rows.length
      size = nextSize(size, run.chunkMs)
      job.progress(at, run.items.length, 'writing')
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      return error.code
    }
  }
  return null
}
