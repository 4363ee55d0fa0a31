// Fields an admin added. Their definitions are turned into the same Field shape as the built-in ones;
// their values live in the record's `custom` column.
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'
import type { Field, Fields } from '@shared/fields/field'
import { valueSchema } from '@shared/fields/schemas'

export function customFieldsOf(db: Db, entity: string): Fields {
  const rows = statement<[string], { key: string; field: string }>(
    db,
    'SELECT key, field FROM custom_fields WHERE entity = ? AND removed_at IS NULL ORDER BY sort, id',
  ).all(entity)
  // the column is written from a checked Field only
  return Object.fromEntries(rows.map((row) => [row.key, JSON.parse(row.field) as Field]))
}

/** Checks custom values against their definitions; unknown keys are refused. */
export function checkCustom(fields: Fields, values: Record<string, unknown>): Record<string, unknown> {
  const problems: Record<string, string> = {}
  const checked: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(values)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    if (!field) problems[`custom.${key}`] = 'unknownField'
    else if (value === null || value === '') checked[key] = null
    else {
      const result = valueSchema(field).safeParse(value)
      if (result.success) checked[key] = result.data
      else problems[`custom.${key}`] = 'invalid'
    }
  }
  if (Object.keys(problems).length > 0) throw fail('invalid', { fields: problems })
  return checked
}
