import type { FieldSet } from '@shared/fields/field'

/** Text is trimmed, and nothing typed is null, so that an untouched empty field is no change. */
export const cleaned = (value: unknown): unknown => {
  const text = typeof value === 'string' ? value.trim() : value
  return text === '' || text === undefined ? null : text
}

const same = (a: unknown, b: unknown): boolean =>
  JSON.stringify(a ?? null) === JSON.stringify(b ?? null) || (isNothing(a) && isNothing(b))
const isNothing = (value: unknown): boolean => value == null || (Array.isArray(value) && value.length === 0)

/** The writable fields whose value is another than at first. */
export function changedValues(
  set: FieldSet,
  before: Record<string, unknown>,
  now: Record<string, unknown>,
): Record<string, unknown> {
  const changed: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(set.fields)) {
    if (field.computed || !(key in now)) continue
    const value = cleaned(now[key])
    if (!same(value, cleaned(before[key]))) changed[key] = value
  }
  return changed
}
