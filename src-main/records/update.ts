// Changing a record: the version the writer saw, rights over fields, then only what really differs.
import type { Context } from '@main/api/context'
import { changedSince, type FieldDiff } from '@main/api/changeSets'
import { fail } from '@shared/api/errors'
import type { ChangesOf, Fields, RowOf } from '@shared/fields/field'
import { permissionOf } from '@shared/permissions'
import { checkCustom, customOf } from './customFields'
import { guardCustomRules } from './customRules'
import type { Entity, StoredRow } from './entity'
import { applyMasks, guardChanges, guardUnseen, seesField } from './masks'
import { reachable } from './read'
import { guardCustomReferences, guardReferences } from './references'
import { sameValue } from './values'
import { changeRow } from './write'

/** Throws `conflict` naming the fields that changed since `version`; nothing is written then. */
export function guardVersion(ctx: Context, entity: Entity, row: StoredRow, version: number): void {
  if (row.version === version) return
  const fields = changedSince(ctx.db, entity.name, row.id, version).filter((key) => seesField(ctx, entity.name, key))
  throw fail('conflict', {
    fields: Object.fromEntries(fields.map((key) => [key, 'changed'])),
    params: { version: row.version },
  })
}

/**
 * Changes the named fields. Nothing different: the row as it is, no new version.
 * Throws `notFound`, `forbidden`, `conflict`, `invalid`.
 */
export function update<F extends Fields>(
  ctx: Context,
  entity: Entity<F>,
  input: { id: number; version: number; changes: ChangesOf<F> },
): RowOf<F> {
  const permission = permissionOf(entity.room, 'update')
  const row = reachable(ctx, entity, input.id, permission)
  guardVersion(ctx, entity, row, input.version)
  guardUnseen(ctx, entity, namedKeys(input.changes))
  const diff = diffOf(ctx, entity, row, input.changes)
  guardChanges(ctx, entity, Object.keys(diff))
  const changed = Object.fromEntries(Object.entries(diff).map(([key, [, value]]) => [key, value]))
  guardReferences(ctx, entity, changed, permission)
  guardCustom(ctx, entity, row, changed)
  const after =
    Object.keys(diff).length === 0 ? row : changeRow(ctx, entity, row, withHooks(ctx, entity, row, changed, diff))
  return applyMasks(ctx, entity, after)
}

function guardCustom(ctx: Context, entity: Entity, row: StoredRow, changed: Record<string, unknown>): void {
  const custom = Object.entries(changed).filter(([key]) => key.startsWith('custom.'))
  const written = Object.fromEntries(custom.map(([key, value]) => [key.slice(7), value]))
  guardCustomReferences(ctx, entity, written)
  if (Object.keys(changed).length > 0)
    guardCustomRules(
      ctx,
      entity,
      { ...row, ...changed, custom: { ...row.custom, ...written } },
      new Set(Object.keys(changed)),
    )
}

/** The keys of changed fields, those of custom ones as `custom.key`. */
export function namedKeys({
  custom,
  ...own
}: Record<string, unknown> & { custom?: Record<string, unknown> }): string[] {
  const keys = Object.keys(own).filter((key) => own[key] !== undefined)
  return [...keys, ...Object.keys(custom ?? {}).map((key) => `custom.${key}`)]
}

/** field → [before, after] for what really differs. */
function diffOf(
  ctx: Context,
  entity: Entity,
  row: StoredRow,
  changes: Record<string, unknown> & { custom?: Record<string, unknown> },
): FieldDiff {
  const { custom, ...own } = changes
  const diff: FieldDiff = {}
  for (const [key, given] of Object.entries(own)) {
    const field = entity.set.fields[key]
    // emptied: back to what it is when nothing is said
    const value = given === null ? (field?.fallback ?? null) : given
    if (field && value !== undefined && !sameValue(field, row[key], value))
      diff[key] = [row[key] ?? null, value === '' ? null : value]
  }
  if (custom === undefined) return diff
  const before = row.custom
  const checked = checkCustom(customOf(ctx, entity), custom)
  for (const [key, value] of Object.entries(checked))
    if (JSON.stringify(before[key] ?? null) !== JSON.stringify(value))
      diff[`custom.${key}`] = [before[key] ?? null, value]
  return diff
}

/** What the entity's own rules add to a change; they may refuse it. */
export function withHooks(
  ctx: Context,
  entity: Entity,
  row: StoredRow,
  changed: Record<string, unknown>,
  diff: FieldDiff,
): FieldDiff {
  if (!entity.hooks?.beforeUpdate) return diff
  const before = { ...changed }
  entity.hooks.beforeUpdate(ctx, row, changed)
  const added = Object.entries(changed).filter(([key, value]) => before[key] !== value)
  return { ...diff, ...Object.fromEntries(added.map(([key, value]) => [key, [row[key] ?? null, value]])) }
}
