// The job of an import: read, compare with what is there, then write chunk by chunk, or only try.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { JobHandle } from '@main/jobs/jobs'
import { slices } from '@main/jobs/rest'
import { canUseThread, inThread } from '@main/jobs/writingThread'
import { ApiError, fail } from '@shared/api/errors'
import type { ImportOptions, ImportResult } from '@shared/features/importExport/endpoints'
import { offerErrorFile } from './errorFile'
import { uploadedFiles } from './inspections'
import { rememberMapping } from './mappings'
import { placeItem } from './placing'
import { openSource, type Reading, readUnits, type Source } from './rows'
import { endRun, type Run } from './runs'
import { dryStore } from './store'
import { addTally, newTally, resultOf, type Tally } from './tally'
import { packed } from './waiting'
import { type ImportTask, openRun, writeAll, type Written } from './writing'

/** From here on a checked copy of the whole is made first; smaller imports are undone as easily. */
const bigImport = 500
/** Refuses before a job begins what it could not do. */
export function guardImport(ctx: Context, options: ImportOptions): void {
  const owners = ctx.rights.workable('customers.create')
  const person = statement(ctx.db, 'SELECT 1 FROM people WHERE id = ? AND archived_at IS NULL').get(options.ownerId)
  if (!person) throw fail('invalid', { fields: { ownerId: 'reference' } })
  if (owners !== 'all' && options.ownerId !== ctx.user.id && !owners.has(options.ownerId))
    throw fail('invalid', { fields: { ownerId: 'notAllowed' } })
  uploadedFiles(ctx, options)
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

/** What would happen; writes nothing. */
export async function tryImport(ctx: Context, options: ImportOptions, job: JobHandle): Promise<ImportResult> {
  const source = await openSource(ctx, options, job.signal)
  const tally = newTally()
  const units = await readUnits(ctx, source, options, job, { tally, keep: null })
  const task = { options, packs: await packed(units, job), changeSetId: 0 }
  job.progress(0, null, 'matching')
  const run = await openRun(ctx, task, job.signal)
  try {
    await placeAll(ctx, run, job, tally)
  } finally {
    endRun(ctx, run)
  }
  const errorFile = await offerErrorFile(ctx, source, options, tally, job)
  return resultOf(tally, { stopped: null, changeSetId: null, errorFile })
}

async function placeAll(ctx: Context, run: Run, job: JobHandle, tally: Tally): Promise<void> {
  const store = dryStore()
  const slice = slices(() => job.breathe())
  for (let index = 0; index < run.items.length; index++) {
    const item = run.items.at(index)
    if (item) placeItem(ctx, run, store, item, tally)
    if (!slice.isOver()) continue
    job.progress(index, run.items.length, 'trying')
    await slice.next()
  }
}

export async function runImport(ctx: Context, options: ImportOptions, job: JobHandle): Promise<ImportResult> {
  const source = await openSource(ctx, options, job.signal)
  const tally = newTally()
  const keep: Reading['keep'] = (photo) => ctx.services.contents.keep(photo)
  const units = await readUnits(ctx, source, options, job, { tally, keep })
  const packs = await packed(units, job)
  const rows = packs.reduce((sum, pack) => sum + pack.rows, 0)
  const changeSetId = openSet(ctx, options, { source, rows })
  if (rows >= bigImport) {
    job.progress(0, null, 'backup')
    await ctx.services.backups?.create('beforeImport')
  }
  const stopped = await writeRows(ctx, { options, packs, changeSetId }, job, { rows, tally })
  const wrote =
    statement(ctx.db, 'SELECT 1 FROM changes WHERE change_set_id = ? LIMIT 1').get(changeSetId) !== undefined
  const errorFile = await offerErrorFile(ctx, source, options, tally, job)
  return resultOf(tally, { stopped, changeSetId: wrote ? changeSetId : null, errorFile })
}

/** Gives why it stopped early; what was written until then is in the tally. */
async function writeRows(
  ctx: Context,
  task: ImportTask,
  job: JobHandle,
  { rows, tally }: { rows: number; tally: Tally },
): Promise<string | null> {
  let done = 0
  job.progress(0, null, 'matching')
  const steps = canUseThread(ctx)
    ? inThread<Written>(
        ctx,
        job,
        'importRows',
        task,
        task.packs.map(({ bytes }) => bytes.buffer),
      )
    : writeAll(ctx, task, job)
  try {
    for await (const step of steps) {
      if ('stopped' in step) return step.stopped
      addTally(tally, step.chunk)
      done += step.rows
      job.progress(done, rows, 'writing')
    }
    return null
  } catch (error) {
    // what a thread wrote before it died stands, and can be undone
    if (!(error instanceof ApiError)) throw error
    return error.code
  }
}

/** One audited step: the change set all chunks join, and what the columns meant. */
function openSet(ctx: Context, options: ImportOptions, { source, rows }: { source: Source; rows: number }): number {
  return ctx.write((inner) => {
    const id = inner.changeSetId()
    const params = JSON.stringify({ file: source.name, rows: source.sheet.rows, left: rows })
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
