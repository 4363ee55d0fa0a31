import { handlersOf } from '@main/api/context'
import { statement } from '@main/database/statements'
import { filledPaper, paperData } from '@main/printing/paper'
import { wordsIn } from '@shared/locales/wordsIn'
import { recordHandlers } from '@main/records/handlers'
import { printTemplatesEndpoints } from '@shared/features/printTemplates/endpoints'
import { builtInTemplates } from '@shared/printing/builtIn'
import { unknownPlaceholders } from '@shared/printing/placeholders'
import type { PaperData } from '@shared/printing/template'
import { printTemplates } from './entity'

interface Choice {
  id: number
  name: string
  standard: number
}

/** A count of nothing says nothing either. */
const saysNothing = ({ values, tables }: Pick<PaperData, 'values' | 'tables'>): boolean =>
  Object.values(values).every((value) => value === '' || value === '0') &&
  Object.values(tables).every(({ rows }) => rows.length === 0)

export const printTemplatesHandlers = handlersOf(printTemplatesEndpoints, {
  ...recordHandlers(printTemplates),

  choices(ctx, { kind }) {
    const rows = statement<[string], Choice>(
      ctx.db,
      'SELECT id, name, standard FROM print_templates WHERE kind = ? AND archived_at IS NULL ORDER BY name, id',
    ).all(kind)
    return { rows: rows.map((row) => ({ ...row, standard: row.standard === 1 })) }
  },

  vocabulary(ctx, { kind, language }) {
    const { headings, words } = wordsIn(language).printTemplates
    const { labels, tables } = ctx.services.papers[kind].example(ctx, language)
    const named = (all: Record<string, string>) => Object.entries(all).map(([key, label]) => ({ key, label }))
    const known: Record<string, string> = headings
    return {
      values: named({ ...words, ...labels }),
      tables: Object.entries(tables).map(([key, { columns }]) => ({
        key,
        label: known[key] ?? key,
        columns: columns.map((column) => ({ key: column.key, label: column.label })),
      })),
      builtIn: builtInTemplates[kind],
    }
  },

  preview(ctx, { kind, language, body }) {
    const { title, ...data } = ctx.services.papers[kind].example(ctx, language)
    const whole = paperData(ctx, language, title, data)
    return {
      html: filledPaper(body, title, whole).html,
      unknown: unknownPlaceholders(body, whole.values),
      empty: saysNothing(data),
    }
  },
})
