// A paper is something printed: a template filled with what the viewer may see, as a document that runs nothing.
// Every paper is made by a command, so that who printed what stands in the audit log.
import type { Context } from '@main/api/context'
import { readSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { minuteOf } from '@main/records/fieldTexts'
import { fail } from '@shared/api/errors'
import type { Language } from '@shared/locales/messages'
import { wordsIn } from '@shared/locales/wordsIn'
import { builtInTemplates } from '@shared/printing/builtIn'
import type { PaperKind } from '@shared/printing/kinds'
import type { Paper, PaperOrder } from '@shared/printing/order'
import { renderPaper } from '@shared/printing/render'
import { type PaperData, type TemplateBody, templateBodySchema } from '@shared/printing/template'

/** What every paper may show beside its own. */
function common(ctx: Context, title: string, language: Language): PaperData {
  const { words } = wordsIn(language).printTemplates
  const values = {
    company: readSetting(ctx.db, 'office.company'),
    title,
    printedBy: ctx.user.name,
    printedAt: minuteOf(ctx.now),
  }
  const labels = Object.fromEntries(Object.keys(values).map((key) => [key, words[key as 'company']])) // the keys above
  return { labels, values, tables: {} }
}

/** Names of office papers: what stands under `words.` in a template. */
const wordValues = (language: Language): Record<string, string> =>
  Object.fromEntries(
    Object.entries(wordsIn(language).printTemplates.headings).map(([key, word]) => [`words.${key}`, word]),
  )

function templateOf(ctx: Context, kind: PaperKind, id: number | null | undefined): TemplateBody {
  if (id === null) return builtInTemplates[kind]
  const sql = 'SELECT body FROM print_templates WHERE kind = ? AND archived_at IS NULL'
  const row =
    id === undefined
      ? statement<[string], { body: string }>(ctx.db, `${sql} AND standard = 1`).get(kind)
      : statement<[string, number], { body: string }>(ctx.db, `${sql} AND id = ?`).get(kind, id)
  if (row) return templateBodySchema.parse(JSON.parse(row.body))
  if (id === undefined) return builtInTemplates[kind]
  throw fail('notFound')
}

/**
 * Fills the template of `kind` that the order names, else the office's standard one, else the built-in one.
 * @param data several: each from a new page, under its own title
 * @throws ApiError notFound for a template that is not there
 */
export function paper(
  ctx: Context,
  kind: PaperKind,
  order: PaperOrder,
  title: string,
  data: PaperData | readonly (PaperData & { title: string })[],
): Paper {
  const body = templateOf(ctx, kind, order.templateId)
  if (!isMany(data)) return filledPaper(body, title, paperData(ctx, order.language, title, data))
  const edges = paperData(ctx, order.language, title, { labels: {}, values: sharedValues(data), tables: {} })
  return filledPaper(
    body,
    title,
    edges,
    data.map((part) => paperData(ctx, order.language, part.title, part)),
  )
}

/** What is the same in each part; the rest is empty, as heads and feet are one for the whole paper. */
const sharedValues = (parts: readonly PaperData[]): Record<string, string> =>
  Object.fromEntries(
    Object.entries(parts[0]?.values ?? {}).map(([key, value]) => [
      key,
      parts.every(({ values }) => values[key] === value) ? value : '',
    ]),
  )

const isMany = <T>(data: PaperData | readonly T[]): data is readonly T[] => Array.isArray(data)

/** What the viewer's paper may show: its own, and what every paper may. */
export function paperData(ctx: Context, language: Language, title: string, data: PaperData): PaperData {
  const all = common(ctx, title, language)
  const { actorId, id, name } = ctx.user
  const actor =
    actorId === id
      ? name
      : statement<[number], { name: string }>(ctx.db, 'SELECT name FROM people WHERE id = ?').get(actorId)?.name
  const printedBy = actor && actor !== name ? `${actor}（${name}）` : name
  const values = { ...wordValues(language), ...all.values, printedBy, ...data.values }
  return { labels: { ...all.labels, ...data.labels }, values, tables: data.tables }
}

/**
 * The same with a template at hand and all that it may show.
 * @param data of the heads and feet, which are one for the whole paper
 */
export function filledPaper(
  body: TemplateBody,
  title: string,
  data: PaperData,
  parts: readonly PaperData[] = [data],
): Paper {
  const { company, printedBy, printedAt } = data.values
  const mark = [company, printedBy, printedAt].filter(Boolean).join(' · ')
  return { title, landscape: body.landscape, html: renderPaper(body, data, parts, { title, watermark: mark }) }
}
