// Between a field's value and what SQLite keeps: booleans as 0/1, several choices as JSON.
import type { Field } from '@shared/fields/field'

/** Empty texts are kept as NULL, so that "empty" means one thing. */
export function encode(field: Field, value: unknown): string | number | null {
  if (field.kind === 'choices') return JSON.stringify(Array.isArray(value) ? [...new Set(value)] : [])
  if (value === undefined || value === null || value === '') return null
  if (field.kind === 'yesNo') return value ? 1 : 0
  // schemas let nothing else through
  return value as string | number
}

export function decode(field: Field, stored: unknown): unknown {
  if (field.kind === 'choices') return typeof stored === 'string' ? JSON.parse(stored) : []
  if (stored === null || stored === undefined) return null
  return field.kind === 'yesNo' ? stored === 1 : stored
}

/** Whether two field values are the same to a reader. */
export const sameValue = (field: Field, a: unknown, b: unknown): boolean => encode(field, a) === encode(field, b)
