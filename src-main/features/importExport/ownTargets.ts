// Columns that stand for fields of the office's own: found by key, guessed by the heading they carry.
import type { Context } from '@main/api/context'
import { customFieldsOf } from '@main/records/customFields'
import { customizedEntities } from '@shared/fields/definition'
import type { Fields } from '@shared/fields/field'
import { type Guess, plainHeading } from '@shared/features/importExport/guessMapping'
import { findTarget, isImported, type Target } from '@shared/features/importExport/targets'

/** The target a column was mapped to, with what its field is; undefined when there is none of that name. */
export function targetAt(ctx: Context, key: string): Target | undefined {
  const target = findTarget(key)
  if (!target?.field.startsWith('custom.')) return target
  const fields: Fields = customFieldsOf(ctx.db, target.entity)
  const own = target.field.slice('custom.'.length)
  const defined = Object.hasOwn(fields, own) ? fields[own] : undefined
  return defined && isImported(defined) ? { ...target, defined } : undefined
}

/** Headings that are called like a field of the office's own which the viewer may see. */
export function guessOwn(ctx: Context, headings: readonly string[], guess: Guess): Guess {
  const mapping = { ...guess.mapping }
  const by = { ...guess.by }
  const taken = new Set(Object.values(mapping))
  const known = ownByHeading(ctx)
  for (const [column, heading] of headings.entries()) {
    const target = known.get(plainHeading(heading))
    // a column called like a field of theirs is that field, whatever the word means elsewhere
    if (!target || taken.has(target)) continue
    taken.add(target)
    mapping[column] = target
    by[column] = 'heading'
  }
  return { mapping, by }
}

function ownByHeading(ctx: Context): Map<string, string> {
  const known = new Map<string, string>()
  for (const entity of customizedEntities)
    for (const [key, field] of Object.entries(customFieldsOf(ctx.db, entity))) {
      const heading = plainHeading(field.custom?.label ?? '')
      const open = isImported(field) && ctx.rights.field(entity, `custom.${key}`) === null
      if (open && heading !== '' && !known.has(heading)) known.set(heading, `${entity}.custom.${key}`)
    }
  return known
}
