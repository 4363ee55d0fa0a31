// Looks into an uploaded file and says what its columns probably mean.
import type { Context } from '@main/api/context'
import { ReadingError } from '@main/files/readers/readingError'
import type { InputOf, OutputOf } from '@shared/api/endpoint'
import { fail } from '@shared/api/errors'
import { guessBlankCompany } from '@shared/features/importExport/blankCompany'
import type { ImportSheet, importExportEndpoints } from '@shared/features/importExport/endpoints'
import { type Guess, guessMapping } from '@shared/features/importExport/guessMapping'
import { type FileInspection, type SheetInfo, vcardColumns } from '@shared/features/importExport/reading'
import type { Language } from '@shared/locales/messages'
import { wordsIn } from '@shared/locales/wordsIn'
import { inspection, uploadedFiles } from './inspections'
import { rememberedMapping } from './mappings'
import { guessOwn } from './ownTargets'

type Inspect = (typeof importExportEndpoints)['inspect']

export async function inspect(ctx: Context, input: InputOf<Inspect>): Promise<OutputOf<Inspect>> {
  const { name } = uploadedFiles(ctx, input)
  try {
    const found = await inspection(ctx, input, ctx.signal)
    const sheets = found.sheets.map((sheet, index) => {
      const row = input.header?.sheet === index ? input.header.row : sheet.headerRow
      return describe(ctx, found, sheet, row, input.language ?? 'zh-CN')
    })
    const { format, encoding, separator, problems } = found
    return { name, format, encoding, separator, sheets, problems, refusal: null }
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    if (error.code === 'cancelled') throw fail('cancelled')
    const { code, params } = error
    return { name, format: '', encoding: null, separator: null, sheets: [], problems: [], refusal: { code, params } }
  }
}

/** Headings of a sheet, as the file has them; without a line of headings as many empty ones as there are columns. */
export function headingsAt(sheet: SheetInfo, headerRow: number): string[] {
  const line = sheet.preview.find((row) => row.line === headerRow)
  const found = headerRow === sheet.headerRow ? sheet.headings : (line?.cells ?? [])
  return Array.from({ length: Math.max(sheet.columns, found.length) }, (_, column) => found[column]?.trim() ?? '')
}

/** Headings as they are shown: those of vCards are ours and have words, empty ones are numbered. */
export function shownHeadings(format: string, headings: readonly string[], language: Language): string[] {
  const words = wordsIn(language)
  const cards: Record<string, string> = words.reading.vcard
  return headings.map((heading, column) => {
    if (format === 'vcf') return cards[vcardColumns[column] ?? ''] ?? heading
    return heading === '' ? words.imports.words.column.replace('{n}', String(column + 1)) : heading
  })
}

function describe(
  ctx: Context,
  file: FileInspection,
  sheet: SheetInfo,
  headerRow: number,
  language: Language,
): ImportSheet {
  const headings = headingsAt(sheet, headerRow)
  const samples = sheet.preview.filter((row) => row.line > headerRow).map((row) => row.cells)
  const remembered = file.format === 'vcf' ? null : rememberedMapping(ctx, headings)
  const guess: Guess = remembered
    ? {
        mapping: remembered,
        by: Object.fromEntries(Object.keys(remembered).map((column) => [column, 'remembered' as const])),
      }
    : guessOwn(ctx, headings, guessMapping(headings, samples, file.format))
  return {
    name: sheet.name,
    hidden: sheet.hidden !== 'no',
    rows:
      sheet.rows +
      sheet.preview.filter(
        (row) => row.line > Math.min(headerRow, sheet.headerRow) && row.line <= Math.max(headerRow, sheet.headerRow),
      ).length *
        (headerRow < sheet.headerRow ? 1 : -1),
    headerRow,
    columns: shownHeadings(file.format, headings, language),
    preview: sheet.preview.map(({ line, cells }) => ({ line, cells })),
    mapping: guess.mapping,
    guessedBy: guess.by,
    remembered: remembered !== null,
    named: namesSomebody(guess.mapping),
    blankCompany: guessBlankCompany(guess.mapping, samples),
  }
}

const naming = /^(customers\.name|contacts\.(name|familyName|givenName)|reach\.mail|contacts\.mail)$/u
/** Without a name there is no customer to import. */
export const namesSomebody = (mapping: Record<string, string>): boolean =>
  Object.values(mapping).some((target) => naming.test(target))
