// What definitions ask of a record beside the kind of its values: required, only asked for when, no value twice.
import type { Context } from '@main/api/context'
import type { FieldDiff } from '@main/api/changeSets'
import { statement } from '@main/database/statements'
import { fail, type FieldMessage } from '@shared/api/errors'
import type { Field } from '@shared/fields/field'
import { holds, isNothing, type Rule } from '@shared/fields/rules'
import { customColumn, customOf } from './customFields'
import type { Entity, StoredRow } from './entity'
import { restrictedFields, seesField } from './masks'

type Values = Record<string, unknown> & { custom?: Record<string, unknown> }

const valueAt =
  (values: Values) =>
  (key: string): unknown =>
    key.startsWith('custom.') ? values.custom?.[key.slice(7)] : values[key]

/** A rule over what the writer does not see whole says nothing to them: its outcome would tell of it. */
const isTold = (ctx: Context, entity: Entity, rule: Rule): boolean =>
  rule.every(({ field }) => seesField(ctx, entity.name, field))

const applies = (ctx: Context, entity: Entity, rule: Rule | undefined, values: Values): boolean | null =>
  rule === undefined || !isTold(ctx, entity, rule) ? null : holds(rule, valueAt(values))

/**
 * Refuses what the definitions do not allow in the record as it is going to be.
 * @param touched the fields that are being written; null: all of them, the record is new
 */
export function guardCustomRules(
  ctx: Context,
  entity: Entity,
  values: Values,
  touched: ReadonlySet<string> | null,
): void {
  const problems: Record<string, FieldMessage> = {}
  const restricted = restrictedFields(ctx, entity)
  for (const [key, field] of Object.entries(customOf(ctx, entity))) {
    const name = `custom.${key}`
    const value = values.custom?.[key]
    const shown = applies(ctx, entity, field.shownWhen, values) ?? true
    if (!shown && touched?.has(name) !== false && !isNothing(value)) problems[name] = 'notAsked'
    if (!shown || !isNothing(value) || Object.hasOwn(restricted, name)) continue
    const when = applies(ctx, entity, field.requiredWhen, values) ?? false
    if ((field.required || when) && concerns(field, name, touched)) problems[name] = 'required'
  }
  if (Object.keys(problems).length > 0) throw fail('invalid', { fields: problems })
}

/** An old record without the value may stay so until one writes it, or what makes it required. */
function concerns(field: Field, name: string, touched: ReadonlySet<string> | null): boolean {
  if (touched === null || touched.has(name)) return true
  return [...(field.requiredWhen ?? []), ...(field.shownWhen ?? [])].some((condition) => touched.has(condition.field))
}

/** Usual values for what was not said. */
export function withCustomFallbacks(
  ctx: Context,
  entity: Entity,
  given: Record<string, unknown>,
  own: Record<string, unknown>,
): Record<string, unknown> {
  const values = { ...given }
  for (const [key, field] of Object.entries(customOf(ctx, entity))) {
    if (field.fallback === undefined || !isNothing(values[key])) continue
    if (field.shownWhen && !holds(field.shownWhen, valueAt({ ...own, custom: values }))) continue
    values[key] = field.fallback
  }
  return values
}

/** After any write, undo and restore included: no living record has the value of another in a field without doubles. */
export function guardUnique(ctx: Context, entity: Entity, row: StoredRow, diff: FieldDiff | null): void {
  if (row.archivedAt !== null) return
  const problems: Record<string, FieldMessage> = {}
  for (const [key, field] of Object.entries(customOf(ctx, entity))) {
    const value = row.custom[key]
    if (!field.unique || isNothing(value) || (diff && !Object.hasOwn(diff, `custom.${key}`))) continue
    const sql = `SELECT 1 FROM ${entity.table} WHERE ${customColumn(key, '')} = ? AND archived_at IS NULL AND id <> ? LIMIT 1`
    if (statement(ctx.db, sql).get(value, row.id)) problems[`custom.${key}`] = 'exists'
  }
  if (Object.keys(problems).length > 0) throw fail('invalid', { fields: problems })
}
