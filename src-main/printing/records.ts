// Records on paper: the facts of one, the lines of many, as the viewer may see them.
import type { Context } from '@main/api/context'
import { customOf } from '@main/records/customFields'
import type { Entity } from '@main/records/entity'
import type { CellRow } from '@main/records/fieldCells'
import { textMaker } from '@main/records/fieldTexts'
import { restrictedFields } from '@main/records/masks'
import type { Field } from '@shared/fields/field'
import type { Language } from '@shared/locales/messages'
import type { PaperColumn, PaperTable } from '@shared/printing/template'
import { wordsIn } from '@shared/locales/wordsIn'

const dayLength = '2026-11-22'.length

interface Named {
  key: string
  field: Field
  label: string
}

/** Every field the viewer may see at least in part, custom ones last. */
const fieldsSeen = (ctx: Context, entity: Entity, language: Language): Named[] =>
  allFields(ctx, entity, language).filter(({ hidden }) => !hidden)

function allFields(ctx: Context, entity: Entity, language: Language): (Named & { hidden: boolean })[] {
  const restricted = restrictedFields(ctx, entity)
  // every entity has its labels under its name
  const labels: Record<string, string> = wordsIn(language).fields[entity.name as 'customers']
  const custom = Object.entries(customOf(ctx, entity)).map(([key, field]) => [`custom.${key}`, field] as const)
  return [...Object.entries(entity.set.fields), ...custom].flatMap(([key, field]) =>
    field.kind === 'file'
      ? []
      : [{ key, field, label: field.custom?.label ?? labels[key] ?? key, hidden: restricted[key] === 'hidden' }],
  )
}

/** `prefix` names the record in templates: `customer` gives `{{customer.name}}`. */
export function recordFacts(
  ctx: Context,
  entity: Entity,
  row: CellRow,
  { language, prefix }: { language: Language; prefix: string },
): { labels: Record<string, string>; values: Record<string, string> } {
  const textOf = textMaker(ctx, entity.name, language)
  const all = allFields(ctx, entity, language)
  const seen = all.filter(({ hidden }) => !hidden)
  return {
    labels: {
      ...Object.fromEntries(seen.map(({ key, label }) => [`${prefix}.${key}`, label])),
      // a name for all of them at once, in lists of facts
      [`${prefix}.custom.*`]: wordsIn(language).printTemplates.headings.custom,
    },
    // a hidden field has no label and says nothing: its placeholder leaves an empty place, not its own name
    values: Object.fromEntries(
      all.map(({ key, field, hidden }) => [`${prefix}.${key}`, hidden ? '' : textOf(key, field, row)]),
    ),
  }
}

/**
 * Lines of records with the named columns, those one may not see left out; numbered. No names: every field.
 * @param options.days moments by their day: the hour of a call months ago tells a reader of many lines nothing
 */
export function recordTable(
  ctx: Context,
  entity: Entity,
  rows: readonly CellRow[],
  { language, keys, days }: { language: Language; keys?: readonly string[]; days?: boolean },
): PaperTable {
  const textOf = textMaker(ctx, entity.name, language)
  const seen = fieldsSeen(ctx, entity, language)
  const shown = keys ? keys.flatMap((key) => seen.find((one) => one.key === key) ?? []) : seen
  const column = ({ key, label, field }: Named): PaperColumn => ({
    key,
    label,
    ...(field.kind === 'money' || field.kind === 'number' ? { align: 'right' as const } : {}),
  })
  return {
    columns: [{ key: 'line', label: wordsIn(language).printTemplates.headings.line }, ...shown.map(column)],
    rows: rows.map((row, i) => ({
      line: String(i + 1),
      ...Object.fromEntries(
        shown.map(({ key, field }) => {
          const text = textOf(key, field, row)
          return [key, days && field.kind === 'dateTime' ? text.slice(0, dayLength) : text]
        }),
      ),
    })),
  }
}
