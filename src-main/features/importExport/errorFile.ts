// The refused rows as they stood, with the reason beside them: to be corrected and brought in again.
import type { Context } from '@main/api/context'
import { readRows } from '@main/files/readers/tableFile'
import { writeXlsx } from '@main/files/writers/xlsx'
import type { JobHandle } from '@main/jobs/jobs'
import type { ImportOptions } from '@shared/features/importExport/endpoints'
import { wordsIn } from '@shared/locales/wordsIn'
import type { Source } from './rows'
import type { Tally } from './tally'

/** Null when nothing was refused. Gives the token to download it by. */
export async function offerErrorFile(
  ctx: Context,
  source: Source,
  options: ImportOptions,
  tally: Tally,
  job: JobHandle,
): Promise<string | null> {
  if (tally.refused.size === 0 || job.signal.aborted) return null
  const { words } = wordsIn(options.language).imports
  job.progress(0, null, 'errorFile')
  const name = `${source.name.replace(/\.[^.]*$/u, '')}-${words.errorFile}.xlsx`
  const file = ctx.services.files.prepare(name, ctx.user.id)
  const columns = [...source.columns.map(({ heading }) => ({ heading })), { heading: words.reason, width: 40 }]
  const book = writeXlsx(file.path, words.errorFile, columns)
  for await (const rows of readRows(source.path, { ...source.reading, signal: job.signal })) {
    const refused = rows.filter((row) => tally.refused.has(row.line))
    await book.rows(
      refused.map((row) => [
        ...source.columns.map(({ index }) => row.cells[index] ?? ''),
        reasonOf(options, tally.refused.get(row.line) ?? ''),
      ]),
    )
    await job.breathe()
  }
  await book.end()
  return file.done()
}

function reasonOf(options: ImportOptions, code: string): string {
  const { problems }: { problems: Record<string, string> } = wordsIn(options.language).imports
  return problems[code.startsWith('reading.') ? 'reading' : code] ?? code
}
