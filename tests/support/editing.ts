// The round trip of a list in tests: taken out, edited as cells, brought back, taken over.
import type { Comparison, EditedRow, TakenEdits } from '@shared/features/importExport/sheetEdits'
import type { TestPerson } from './app'
import { download, finished, upload } from './importing'
import { cellsOf, type Program, savedBy, type SheetCell } from './savedSheets'

/** Where each column stands. */
export const at = {
  name: 0,
  level: 1,
  phone: 2,
  annualRevenue: 3,
  foundedOn: 4,
  tags: 5,
  ownerId: 6,
  region: 7,
  note: 8,
  lastFollowedAt: 9,
  key: 10,
} as const
const columns = Object.keys(at).filter((key) => key !== 'key')

/** The list as the owner took it out: what others may do with it is their own affair. */
export async function takenOut(owner: TestPerson): Promise<SheetCell[][]> {
  const { jobId } = await owner.api.importExport.export({
    list: 'customers',
    format: 'xlsx',
    columns,
    language: 'zh-CN',
    sort: [{ field: 'id', direction: 'asc' }],
  })
  const job = await finished(owner, jobId)
  return cellsOf(await download(owner, String(job.result?.['token'])))
}

/** Saved by the program, dropped back, compared. Throws `code:rule` of a job that failed. */
export async function compare(
  person: TestPerson,
  rows: SheetCell[][],
  program: Program = 'excel',
): Promise<Comparison> {
  const content = savedBy(program, rows, { days: [at.foundedOn], sums: [at.annualRevenue] })
  const token = await upload(person, '客户.xlsx', content)
  const job = await finished(person, (await person.api.importExport.compareEdits({ token })).jobId)
  if (!job.result) throw new Error(`${job.error?.code}:${job.error?.rule ?? ''}`)
  return job.result as unknown as Comparison
}

export async function take(
  person: TestPerson,
  found: Comparison,
  choose: (row: EditedRow) => string[],
): Promise<TakenEdits> {
  const rows = found.rows
    .map((row, index) => ({ row: index, fields: choose(row) }))
    .filter(({ fields }) => fields.length > 0)
  const job = await finished(person, (await person.api.importExport.takeEdits({ comparison: found.name, rows })).jobId)
  if (!job.result) throw new Error(`${job.error?.code}:${job.error?.rule ?? ''}`)
  return job.result as unknown as TakenEdits
}
/** The fields of a row that may be taken. */
export const everything = (row: EditedRow): string[] =>
  row.cells.filter((cell) => cell.problem === null).map(({ field }) => field)
