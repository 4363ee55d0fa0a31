// The edited workbook as rows with their keys, whatever the program that saved it made of its order and columns.
import type { Context } from '@main/api/context'
import { readRows } from '@main/files/readers/tableFile'
import type { JobHandle } from '@main/jobs/jobs'
import { customFieldsOf } from '@main/records/customFields'
import { fail } from '@shared/api/errors'
import type { FileInspection } from '@shared/features/importExport/reading'
import {
  type EditedList,
  editedRowsMost,
  isKeyHeading,
  readKeyHeading,
  readRowKey,
  type RowKey,
} from '@shared/features/importExport/sheetEdits'
import { wordsIn } from '@shared/locales/wordsIn'
import { inspection } from './inspections'
import { asFailure } from './rows'

export interface SheetLine {
  line: number
  /** `damaged`: something stands there that is no key. */
  key: RowKey | 'damaged' | null
  cells: readonly string[]
}

export interface EditedSheet {
  list: EditedList
  exportedAt: number
  columns: { index: number; heading: string; field: string }[]
  ignored: string[]
  lines: SheetLine[]
}

/** @throws ApiError rule editsNoKeys, editsTooMany, reading.<code> */
export async function readEditedSheet(ctx: Context, token: string, job: JobHandle): Promise<EditedSheet> {
  const { path } = ctx.services.files.take(token, ctx.user.id)
  try {
    const { found, sheet, line, headings } = whereKeysAre(await inspection(ctx, { token }, job.signal))
    const at = headings.findIndex(isKeyHeading)
    const { columns, ignored } = columnsOf(ctx, found.list, headings)
    const lines: SheetLine[] = []
    for await (const rows of readRows(path, { sheet, headerRow: line, signal: job.signal })) {
      for (const row of rows) lines.push({ line: row.line, key: keyOf(row.cells[at] ?? ''), cells: row.cells })
      if (lines.length > editedRowsMost) throw fail('rule', { code: 'editsTooMany', params: { limit: editedRowsMost } })
      job.progress(lines.length, null, 'reading')
      await job.breathe()
    }
    return { list: found.list, exportedAt: found.at, columns, ignored, lines }
  } catch (error) {
    throw asFailure(error)
  }
}

const keyOf = (text: string): SheetLine['key'] => (text.trim() === '' ? null : (readRowKey(text) ?? 'damaged'))

interface Where {
  found: { list: EditedList; at: number }
  sheet: string
  line: number
  headings: string[]
}

/** People put titles above and sheets before it; the heading of the keys tells where the list is. */
function whereKeysAre({ sheets }: FileInspection): Where {
  for (const sheet of sheets)
    for (const { line, cells } of sheet.preview) {
      const found = cells.map(readKeyHeading).find((key) => key !== null)
      if (found) return { found, sheet: sheet.name, line, headings: cells.map((cell) => cell.trim()) }
    }
  throw fail('rule', { code: 'editsNoKeys' })
}

/** Fields by what their columns are called in either language; the first of two counts. */
function columnsOf(
  ctx: Context,
  list: EditedList,
  headings: readonly string[],
): Pick<EditedSheet, 'columns' | 'ignored'> {
  const byLabel = new Map<string, string>()
  const entity = ctx.services.entities.get(list)
  for (const [key, field] of Object.entries(customFieldsOf(ctx.db, entity.name)))
    byLabel.set(field.custom?.label ?? key, `custom.${key}`)
  for (const language of ['en', 'zh-CN'] as const)
    for (const [key, label] of Object.entries<string>(wordsIn(language).fields[list]))
      if (Object.hasOwn(entity.set.fields, key) || ['id', 'createdAt', 'updatedAt'].includes(key))
        byLabel.set(label, key)
  const columns: EditedSheet['columns'] = []
  const ignored: string[] = []
  headings.forEach((heading, index) => {
    if (heading === '' || isKeyHeading(heading)) return
    const field = byLabel.get(heading)
    if (field === undefined || columns.some((one) => one.field === field)) ignored.push(heading)
    else columns.push({ index, heading, field })
  })
  return { columns, ignored }
}
