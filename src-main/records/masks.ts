// Which columns a viewer may see. Hidden ones are gone, masked ones show their outline, fixed ones cannot be changed.
import type { Context } from '@main/api/context'
import type { Rights } from '@main/api/rights'
import { fail } from '@shared/api/errors'
import type { Field, Fields, RowOf } from '@shared/fields/field'
import type { FieldRight } from '@shared/permissions'
import { customOf } from './customFields'
import type { Entity, StoredRow } from './entity'
import { seesWherever, sightOf } from './scope'

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

const strictness: Record<FieldRight, number> = { readOnly: 1, masked: 2, hidden: 3 }
const reckoned = new WeakMap<Rights, Map<string, Record<string, FieldRight>>>()

/** What the viewer's roles keep from them in an entity, fields that repeat other records included. */
export function restrictedFields(ctx: Sight, entity: Entity): Record<string, FieldRight> {
  const byEntity = reckoned.get(ctx.rights) ?? new Map<string, Record<string, FieldRight>>()
  reckoned.set(ctx.rights, byEntity)
  const known = byEntity.get(entity.name)
  if (known) return known
  const fields = { ...ctx.rights.restrictedFields(entity.rightsOf ?? entity.name) }
  for (const [key, mirrors] of Object.entries(entity.mirrors ?? {}))
    for (const { entity: name, field } of [mirrors].flat()) {
      const right = rightThere(ctx, entity, ctx.services.entities.get(name), field)
      const own = fields[key]
      if (right && (!own || strictness[right] > strictness[own])) fields[key] = right
    }
  byEntity.set(entity.name, fields)
  return fields
}

/** What masks need to know of a call. */
export type Sight = Pick<Context, 'rights' | 'services'>

function rightThere(ctx: Sight, here: Entity, there: Entity, field: string | undefined): FieldRight | null {
  // what nobody owns is shown by a right of its own, together with what the kind of record there may show
  const seen = here.scope.by === 'nobody' ? sightOf(ctx, there) !== null : seesWherever(ctx, here, there)
  if (!seen) return 'hidden'
  // a mirror shows a stored field, never another mirror
  return field === undefined ? null : ctx.rights.field(there.name, field)
}

const kept = (right: FieldRight, field: Field, value: unknown): unknown => {
  if (right === 'masked') return maskValue(field, value)
  return field.kind === 'choices' ? [] : null
}

/** The row as the viewer may see it; `masked` names the fields shown in part. */
export function applyMasks<F extends Fields>(ctx: Context, entity: Entity, row: StoredRow): RowOf<F> {
  const restricted = Object.entries(restrictedFields(ctx, entity)).filter(([, right]) => right !== 'readOnly')
  const seen: Record<string, unknown> = { ...row }
  const custom = customValues(ctx, entity, row)
  const masked: string[] = []
  for (const [key, right] of restricted) {
    const field = entity.set.fields[key]
    // a row of a list may be of some fields only
    if (field && !(key in row)) continue
    if (field) seen[key] = kept(right, field, row[key])
    else if (custom && key.startsWith('custom.')) hideCustom(ctx, entity, custom, key.slice('custom.'.length), right)
    else continue
    masked.push(key)
  }
  if (custom) seen['custom'] = custom
  if (masked.length > 0) seen['masked'] = masked
  // select.ts reads exactly the fields that RowOf is computed from; masks keep their kinds or say null
  return seen as RowOf<F>
}

/** Null when they were not asked for. What a removed field holds waits, unseen. */
function customValues(ctx: Context, entity: Entity, row: Partial<StoredRow>): Record<string, unknown> | null {
  if (!row.custom) return null
  const values = Object.entries(row.custom)
  if (values.length === 0) return {}
  const defined = customOf(ctx, entity)
  return Object.fromEntries(values.filter(([key]) => Object.hasOwn(defined, key)))
}

function hideCustom(
  ctx: Context,
  entity: Entity,
  custom: Record<string, unknown>,
  key: string,
  right: FieldRight,
): void {
  const field = customOf(ctx, entity)[key]
  const outline = right === 'masked' && field ? maskValue(field, custom[key]) : null
  // a missing key and a hidden one must look alike
  if (typeof outline === 'string') custom[key] = outline
  else delete custom[key]
}

/** Whether the viewer sees a field whole: only then may it filter, sort, search or be suggested. */
export function seesField(ctx: Sight, entity: string, field: string): boolean {
  const known = ctx.services.entities.find(entity)
  const right = known ? restrictedFields(ctx, known)[field] : ctx.rights.field(entity, field)
  return right === undefined || right === null || right === 'readOnly'
}

const denied = (keys: readonly string[]): Error =>
  fail('invalid', { fields: Object.fromEntries(keys.map((key) => [key, 'notAllowed'])) })

/** Refuses changes to fields that are hidden, masked or fixed for this person. */
export function guardChanges(ctx: Context, entity: Entity, keys: readonly string[]): void {
  const restricted = restrictedFields(ctx, entity)
  const some = keys.filter((key) => Object.hasOwn(restricted, key))
  if (some.length > 0) throw denied(some)
}

/** Refuses even the naming of fields one does not see: whether a value counts as a change would tell what it is. */
export function guardUnseen(ctx: Context, entity: Entity, keys: readonly string[]): void {
  const some = keys.filter((key) => !seesField(ctx, entity.name, key))
  if (some.length > 0) throw denied(some)
}
