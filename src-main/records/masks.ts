// Which columns a viewer may see. Hidden ones are gone, masked ones show their outline, fixed ones cannot be changed.
import type { Context } from '@main/api/context'
import { fail } from '@shared/api/errors'
import type { Field, Fields, RowOf } from '@shared/fields/field'
import type { Entity, StoredRow } from './entity'

/** 13812345678 → 138****5678; 王建国 → 王**; mails keep their domain's end. Never tells the length of a short text. */
export function maskText(value: string): string {
  if (/^[\d\s+\-()]{7,}$/.test(value)) return `${value.slice(0, 3)}****${value.slice(-4)}`
  const [first = ''] = value
  return `${first}***`
}

const maskValue = (field: Field, value: unknown): unknown => {
  if (value === null || value === undefined) return null
  if (field.kind === 'choices') return []
  return typeof value === 'string' && (field.kind === 'text' || field.kind === 'longText') ? maskText(value) : null
}

/** The row as the viewer may see it; `masked` names the fields shown in part. */
export function applyMasks<F extends Fields>(ctx: Context, entity: Entity, row: StoredRow): RowOf<F> {
  const restricted = Object.entries(ctx.rights.restrictedFields(entity.name))
  const seen: Record<string, unknown> = { ...row }
  const masked: string[] = []
  for (const [key, right] of restricted) {
    const field = entity.set.fields[key]
    if (!field || right === 'readOnly') continue
    seen[key] = right === 'hidden' ? (field.kind === 'choices' ? [] : null) : maskValue(field, row[key])
    masked.push(key)
  }
  if (masked.length > 0) seen['masked'] = masked
  // select.ts reads exactly the fields that RowOf is computed from; masks keep their kinds or say null
  return seen as RowOf<F>
}

/** Whether the viewer sees a field whole: only then may it filter, sort, search or be suggested. */
export function seesField(ctx: Context, entity: string, field: string): boolean {
  const right = ctx.rights.field(entity, field)
  return right === null || right === 'readOnly'
}

/** Refuses changes to fields that are hidden, masked or fixed for this person. */
export function guardChanges(ctx: Context, entity: Entity, keys: readonly string[]): void {
  const denied = keys.filter((key) => ctx.rights.field(entity.name, key) !== null)
  if (denied.length > 0) throw fail('invalid', { fields: Object.fromEntries(denied.map((key) => [key, 'notAllowed'])) })
}
