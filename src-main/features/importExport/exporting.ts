// Writes a list as its viewer sees it into a file: page by page, so that others are served in between.
import type { Context } from '@main/api/context'
import { writeCsv } from '@main/files/writers/csv'
import { writeXlsx } from '@main/files/writers/xlsx'
import type { JobHandle } from '@main/jobs/jobs'
import { count, list } from '@main/records/list'
import { visibleIds } from '@main/records/read'
import type { InputOf } from '@shared/api/endpoint'
import { fail } from '@shared/api/errors'
import { dayOf } from '@shared/dates'
import type { ExportResult, importExportEndpoints } from '@shared/features/importExport/endpoints'
import { keyHeading, writeRowKey } from '@shared/features/importExport/sheetEdits'
import type { Permission } from '@shared/permissions'
import { exportColumns } from './exportCells'
import { wordsIn } from '@shared/locales/wordsIn'

type Export = InputOf<(typeof importExportEndpoints)['export']>

const pageRows = 300

/** Whether this person may take the list out, and the columns asked for are there. */
export function guardExport(ctx: Context, input: Export): void {
  const permission: Permission = `${input.list}.export`
  if (!ctx.rights.can(permission) || !ctx.rights.can(`${input.list}.view`)) throw fail('forbidden')
  const entity = ctx.services.entities.get(input.list)
  exportColumns(ctx, entity, input.columns, input.language)
  // a filter by what one does not see, or a sort by what is not there, is refused before the job begins
  list(ctx, entity, { ...queryOf(input), limit: 1 })
}

const queryOf = ({ filter, search, sort }: Export) => ({
  ...(filter === undefined ? {} : { filter }),
  ...(search === undefined ? {} : { search }),
  ...(sort === undefined ? {} : { sort }),
})

export async function exportList(ctx: Context, input: Export, job: JobHandle): Promise<ExportResult> {
  const entity = ctx.services.entities.get(input.list)
  const columns = exportColumns(ctx, entity, input.columns, input.language)
  const title = wordsIn(input.language).entities[input.list]
  const file = ctx.services.files.prepare(`${title}-${dayOf(ctx.now)}.${input.format}`, ctx.user.id)
  // who may change such records may bring the file back with changes
  const keyed = input.format === 'xlsx' && ctx.rights.can(`${input.list}.update`)
  const keys = keyed ? [{ heading: keyHeading(input.list, ctx.now), width: 4, hidden: true }] : []
  const writer =
    input.format === 'csv' ? writeCsv(file.path, columns) : writeXlsx(file.path, title, [...columns, ...keys])
  const { value: total } = await count(ctx, entity, queryOf(input))
  let rows = 0
  let withheld = 0
  for (let after: string | null | undefined; after !== null;) {
    const page = list(ctx, entity, { ...queryOf(input), limit: pageRows, ...(after === undefined ? {} : { after }) })
    const ids = page.rows.map((row) => row.id)
    // a colleague's customer one was shown stays in the office; only rooms with this right are exported
    const allowed = new Set(visibleIds(ctx, entity, ids, `${entity.room}.export` as Permission))
    const taken = page.rows.filter((row) => allowed.has(row.id))
    const key = (row: (typeof taken)[number], index: number): string[] => {
      const last = page.next === null && index === taken.length - 1
      return keyed ? [writeRowKey({ id: row.id, version: row.version, place: rows + index + 1, last })] : []
    }
    await writer.rows(taken.map((row, index) => [...columns.map((column) => column.cell(row)), ...key(row, index)]))
    rows += taken.length
    withheld += page.rows.length - taken.length
    after = page.next
    job.progress(rows + withheld, total, 'exporting')
    await job.breathe()
  }
  await writer.end()
  const token = file.done()
  const { list: room, format, filter, search } = input
  ctx.write((inner) =>
    inner.about(room, null, { rows, withheld, format, columns: columns.map(({ key }) => key), filter, search }),
  )
  return { token, name: `${title}-${dayOf(ctx.now)}.${format}`, rows, withheld }
}
