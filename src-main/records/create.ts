// Making a record: rights over its fields, its owner and what it points to, defaults, then the write.
import type { Context } from '@main/api/context'
import { fail } from '@shared/api/errors'
import type { CreateOf, Fields, RowOf } from '@shared/fields/field'
import { permissionOf } from '@shared/permissions'
import { checkCustom, customOf } from './customFields'
import { guardCustomRules, withCustomFallbacks } from './customRules'
import type { Entity } from './entity'
import { applyMasks, guardChanges } from './masks'
import { guardCustomReferences, guardReferences } from './references'
import { namedKeys } from './update'
import { insertRow } from './write'

/**
 * Creates a record. Throws `invalid` with the fields at fault.
 * @example records.create(ctx, customers, { name: '苏州德力', phone: '0512-6288 0000' })
 */
export function create<F extends Fields>(ctx: Context, entity: Entity<F>, input: CreateOf<F>): RowOf<F> {
  // CreateOf is such a record, told field by field
  const { custom, ...given } = input as Record<string, unknown> & { custom?: Record<string, unknown> }
  const values = withDefaults(entity, given)
  guardChanges(ctx, entity, namedKeys(withoutEmpty(given, custom)))
  if (entity.ownerDefaultsToMaker && (values['ownerId'] ?? null) === null) values['ownerId'] = ctx.user.id
  const checked = checkCustom(customOf(ctx, entity), withCustomFallbacks(ctx, entity, custom ?? {}, values))
  if (Object.keys(checked).length > 0) values['custom'] = checked
  guardReferences(ctx, entity, values, permissionOf(entity.room, 'create'))
  guardCustomReferences(ctx, entity, checked)
  entity.hooks?.beforeCreate?.(ctx, values)
  guardRequired(entity, values)
  guardCustomRules(ctx, entity, { ...values, custom: checked }, null)
  return applyMasks(ctx, entity, insertRow(ctx, entity, values))
}

function withoutEmpty(given: Record<string, unknown>, custom: Record<string, unknown> = {}): Record<string, unknown> {
  const filled = (values: Record<string, unknown>): Record<string, unknown> =>
    Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null && value !== undefined))
  return { ...filled(given), custom: filled(custom) }
}

function withDefaults(entity: Entity, given: Record<string, unknown>): Record<string, unknown> {
  const values = { ...given }
  for (const [key, field] of Object.entries(entity.set.fields))
    if (field.fallback !== undefined && (values[key] ?? null) === null) values[key] = field.fallback
  return values
}

function guardRequired(entity: Entity, values: Record<string, unknown>): void {
  const missing = Object.entries(entity.set.fields).filter(
    ([key, field]) =>
      field.required && !field.computed && (values[key] === undefined || values[key] === null || values[key] === ''),
  )
  if (missing.length > 0)
    throw fail('invalid', { fields: Object.fromEntries(missing.map(([key]) => [key, 'required'])) })
}
