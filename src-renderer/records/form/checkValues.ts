// The same checks the host makes, made before the call so that the error is there at once.
import { valueSchema } from '@shared/fields/schemas'
import type { FieldSet } from '@shared/fields/field'

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && value.trim() === '')

/** Field → error code for the named fields. */
export function checkValues(
  set: FieldSet,
  keys: readonly string[],
  values: Record<string, unknown>,
): Record<string, string> {
  const errors: Record<string, string> = {}
  for (const key of keys) {
    const field = set.fields[key]
    if (!field || field.computed) continue
    const value = values[key]
    if (isEmpty(value)) {
      if (field.required) errors[key] = 'required'
      continue
    }
    const result = valueSchema(field).safeParse(value)
    if (!result.success) errors[key] = result.error.issues[0]?.message ?? 'invalid'
  }
  return errors
}
