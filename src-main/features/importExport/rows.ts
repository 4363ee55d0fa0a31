// Reads the rows of a file and brings them together as customers.
import { extname } from 'node:path'
import type { Context } from '@main/api/context'
import { dayOf } from '@shared/dates'
import { type ReadOptions, readRows } from '@main/files/readers/tableFile'
import { ReadingError } from '@main/files/readers/readingError'
import type { JobHandle } from '@main/jobs/jobs'
import { slices } from '@main/jobs/rest'
import { fail } from '@shared/api/errors'
import { writesDayFirst } from '@shared/features/importExport/days'
import type { Column, Draft, DraftRules, PhotoDraft } from '@shared/features/importExport/draft'
import { draftRow } from '@shared/features/importExport/draftRow'
import type { ImportOptions } from '@shared/features/importExport/endpoints'
import { createUnits, type Unit } from '@shared/features/importExport/mergeRows'
import type { SheetInfo, SheetRow } from '@shared/features/importExport/reading'
import { isOwnExport } from '@shared/features/importExport/guessMapping'
import { nameOf } from './knownCustomers'
import { fieldWords } from './fieldWords'
import { namedFinder } from './named'
import { targetAt } from './ownTargets'
import { headingsAt, namesSomebody, shownHeadings } from './inspecting'
import { wordsIn } from '@shared/locales/wordsIn'
import { inspection, uploadedFiles } from './inspections'
import { refuse, type Tally, tell } from './tally'

export interface Source {
  name: string
  path: string
  /** How its rows are read. */
  reading: ReadOptions
  format: string
  sheet: SheetInfo
  /** As the file has them. */
  headings: string[]
  columns: Column[]
}

/** More rows than this are refused: a year's customers of a large office are fewer. */
const rowsMax = 300_000

export const asFailure = (error: unknown): unknown =>
  error instanceof ReadingError
    ? error.code === 'cancelled'
      ? fail('cancelled')
      : fail('rule', { code: `reading.${error.code}`, params: error.params })
    : error

/** @throws ApiError rule importNoSheet, importNoName, importTooManyRows, reading.<code> */
export async function openSource(ctx: Context, options: ImportOptions, signal: AbortSignal): Promise<Source> {
  const { name, path, choices } = uploadedFiles(ctx, options)
  const found = await inspection(ctx, options, signal).catch((error: unknown) => {
    throw asFailure(error)
  })
  const sheet = found.sheets[options.sheet]
  if (!sheet) throw fail('rule', { code: 'importNoSheet' })
  if (sheet.rows > rowsMax) throw fail('rule', { code: 'importTooManyRows', params: { limit: rowsMax } })
  const headings = headingsAt(sheet, options.headerRow)
  const columns = columnsOf(ctx, found.format, sheet, headings, options)
  const reading = { ...choices, sheet: sheet.name, headerRow: options.headerRow }
  return { name, path, reading, format: found.format, sheet, headings, columns }
}

function columnsOf(
  ctx: Context,
  format: string,
  sheet: SheetInfo,
  headings: string[],
  options: ImportOptions,
): Column[] {
  const unknown = Object.entries(options.mapping).filter(([, key]) => key !== '' && !targetAt(ctx, key))
  if (unknown.length > 0)
    throw fail('invalid', {
      fields: Object.fromEntries(unknown.map(([column]) => [`mapping.${column}`, 'unknownField'])),
    })
  const shown = shownHeadings(format, headings, options.language)
  const columns = shown.map((heading, index): Column => {
    const target = targetAt(ctx, options.mapping[index] ?? '') ?? null
    const samples = sheet.preview.map((row) => row.cells[index] ?? '')
    const dayFirst = writesDayFirst(samples)
    return {
      index,
      heading,
      target: target && allowed(ctx, target) ? target : null,
      ...(dayFirst === undefined ? {} : { dayFirst }),
    }
  })
  if (!namesSomebody(Object.fromEntries(columns.map(({ index, target }) => [String(index), target?.key ?? '']))))
    throw fail('rule', { code: 'importNoName' })
  return columns
}

/** What this person may not fill in goes to the note like any column without a target. */
const allowed = (ctx: Context, target: NonNullable<Column['target']>): boolean => {
  if (target.entity === 'row') return true
  const fields = {
    ...ctx.rights.restrictedFields(target.entity === 'reach' ? 'customers' : target.entity),
    ...(target.entity === 'reach' ? ctx.rights.restrictedFields('contacts') : {}),
  }
  return fields[target.field] === undefined
}

export interface Reading {
  tally: Tally
  /** Where a photo goes before a row names it; null when nothing is to be written. */
  keep: ((photo: Buffer) => Promise<{ hash: string; size: number }>) | null
}

/** All rows below the headings as customers with their rows. */
export async function readUnits(
  ctx: Context,
  source: Source,
  options: ImportOptions,
  job: JobHandle,
  { tally, keep }: Reading,
): Promise<Unit[]> {
  const words = wordsIn(options.language).imports.words
  const rules: DraftRules = {
    columns: source.columns,
    today: dayOf(ctx.now),
    now: ctx.now,
    unmappedToNote: options.unmappedToNote,
    ours: isOwnExport(source.headings),
    named: namedFinder(ctx),
    words,
  }
  const units = createUnits(
    options.matchBy,
    (problem) => tell(tally, problem),
    fieldWords(ctx, 'customers', options.language),
    nameOf,
  )
  const above = options.blankCompany === 'above' ? new Map<number, string>() : null
  const taking = { source, rules, units, tally, keep, above }
  const read = readRows(source.path, { ...source.reading, signal: job.signal })
  let done = 0
  try {
    for await (const rows of read) {
      await takeRows(rows, taking, job)
      done += rows.length
      if (done > rowsMax) throw fail('rule', { code: 'importTooManyRows', params: { limit: rowsMax } })
      job.progress(done, source.sheet.rows, 'reading')
      await job.breathe()
    }
  } catch (error) {
    throw asFailure(error)
  }
  return units.all
}

async function takeRows(rows: readonly SheetRow[], taking: Taking, job: JobHandle): Promise<void> {
  const slice = slices(() => job.breathe())
  for (const row of rows) {
    takeRow(row, await photosOf(row, taking), taking)
    if (slice.isOver()) await slice.next()
  }
}

interface Taking {
  source: Source
  rules: DraftRules
  units: ReturnType<typeof createUnits>
  tally: Tally
  keep: Reading['keep']
  /** Cells of the columns that name the company, as last filled; null when an empty one says 'none'. */
  above: Map<number, string> | null
}

async function photosOf({ files = [] }: SheetRow, { keep }: Taking): Promise<PhotoDraft[]> {
  const photos: PhotoDraft[] = []
  for (const { name, base64 } of files) {
    const content = keep ? await keep(Buffer.from(base64, 'base64')) : { hash: '', size: 0 }
    photos.push({ ...content, ending: extname(name) })
  }
  return photos
}

function takeRow(row: SheetRow, photos: PhotoDraft[], { source, rules, units, tally, above }: Taking): void {
  if (above) fillCompany(row, source.columns, above)
  if (repeatsHeadings(row, source.headings)) return void tally.skipped++
  const draft = draftRow(row.line, row.cells, rules)
  draft.photos.push(...photos)
  if (draft.refused === 'example') return void tally.skipped++
  readingProblems(row, draft, source)
  for (const problem of draft.problems) tell(tally, problem)
  if (draft.refused === null) return units.add(draft)
  tally.rows++
  refuse(
    tally,
    row.line,
    draft.refused,
    row.cells
      .filter((cell) => cell !== '')
      .slice(0, 4)
      .join(' '),
  )
}

/** A row that names a person but no company belongs to the company above it. */
function fillCompany({ cells }: SheetRow, columns: readonly Column[], above: Map<number, string>): void {
  const names = (target: Column['target']): boolean => /^(name|familyName|givenName)$/u.test(target?.field ?? '')
  const person = columns.some(
    ({ index, target }) => target?.entity === 'contacts' && names(target) && (cells[index] ?? '') !== '',
  )
  for (const { index, target } of columns) {
    if (target?.key !== 'customers.name') continue
    const own = cells[index] ?? ''
    if (own !== '') above.set(index, own)
    else if (person && above.has(index)) cells[index] = above.get(index) ?? ''
  }
}

const repeatsHeadings = (row: SheetRow, headings: readonly string[]): boolean => {
  const filled = row.cells.filter((cell) => cell !== '')
  return filled.length > 1 && row.cells.every((cell, column) => cell === '' || cell === headings[column])
}

function readingProblems(row: SheetRow, draft: Draft, source: Source): void {
  const name = (column: number | undefined): string =>
    column === undefined ? '' : (source.columns[column]?.heading ?? '')
  for (const { code, column } of row.notes ?? [])
    draft.problems.push({
      line: row.line,
      column: name(column),
      value: column === undefined ? '' : (row.cells[column] ?? '').slice(0, 200),
      code: `reading.${code}`,
      warning: true,
    })
}
