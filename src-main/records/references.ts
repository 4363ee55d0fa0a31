// What a record points to must exist and be in reach of whoever points: otherwise a reference would tell
// of, or attach to, records one may not see.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { fail, type FieldMessage } from '@shared/api/errors'
import type { Field } from '@shared/fields/field'
import type { Permission } from '@shared/permissions'
import { mayNameFile } from './customFiles'
import { customOf } from './customFields'
import { columnOf, type Entity, storedFields } from './entity'
import { within } from './read'
import { selectById } from './select'

/** `permission` is the action being done; belonging to a parent needs the right to work on it. */
export function guardReferences(
  ctx: Context,
  entity: Entity,
  values: Record<string, unknown>,
  permission: Permission,
): void {
  const problems: Record<string, FieldMessage> = {}
  for (const [key, field] of Object.entries(entity.set.fields)) {
    const value = values[key]
    if (typeof value !== 'number') continue
    if (field.kind === 'person' && !personExists(ctx, value)) problems[key] = 'reference'
    if (field.kind === 'reference' && !mayPointTo(ctx, entity, key, field.entity ?? '', value, permission))
      problems[key] = 'reference'
  }
  const owner = values['ownerId']
  if (entity.scope.by === 'owner' && typeof owner === 'number' && !mayOwn(ctx, owner, permission))
    problems['ownerId'] = 'notAllowed'
  if (Object.keys(problems).length > 0) throw fail('invalid', { fields: problems })
}

/** The same of custom values by key; nothing belongs to a record by a custom field. */
export function guardCustomReferences(ctx: Context, entity: Entity, values: Record<string, unknown>): void {
  const problems: Record<string, FieldMessage> = {}
  const custom = customOf(ctx, entity)
  for (const [key, value] of Object.entries(values)) {
    const field = custom[key]
    if (field?.kind === 'file' && typeof value === 'string' && !mayNameFile(ctx, value))
      problems[`custom.${key}`] = 'reference'
    if (typeof value !== 'number' || !field) continue
    const to = field.kind === 'reference' ? ctx.services.entities.find(field.entity ?? '') : undefined
    const there =
      field.kind === 'person'
        ? personExists(ctx, value)
        : field.kind !== 'reference' ||
          (to && selectById(ctx, to, value)?.archivedAt === null && within(ctx, to, value, 'read'))
    if (!there) problems[`custom.${key}`] = 'reference'
  }
  if (Object.keys(problems).length > 0) throw fail('invalid', { fields: problems })
}

const personExists = (ctx: Context, id: number): boolean =>
  statement(ctx.db, 'SELECT 1 FROM people WHERE id = ? AND archived_at IS NULL').get(id) !== undefined

function mayPointTo(
  ctx: Context,
  entity: Entity,
  key: string,
  target: string,
  id: number,
  permission: Permission,
): boolean {
  const to = ctx.services.entities.find(target)
  if (!to) return false
  const isParent = entity.scope.by === 'parent' && entity.scope.field === key
  if (selectById(ctx, to, id)?.archivedAt !== null || !within(ctx, to, id, 'read')) return false
  // who may work on what belongs to a customer is said by the right for that work, over the customer's owner
  return !isParent || within(ctx, to, id, permission)
}

/** One may give records to oneself, and to those whose records one may work on. */
function mayOwn(ctx: Context, ownerId: number, permission: Permission): boolean {
  const owners = ctx.rights.workable(permission)
  return owners === 'all' || ownerId === ctx.user.id || owners.has(ownerId)
}

export interface Pointer {
  from: Entity
  column: string
  /** What else must hold of a row that points, e.g. ` AND entity = 'customers'`. */
  and: string
}

/** The fields of all kinds that hold the id of a record of this one. */
export function pointersTo(ctx: Pick<Context, 'services'>, entity: Entity): Pointer[] {
  const points = (field: Field): boolean =>
    field.kind === 'person' ? entity.name === 'people' : field.entity === entity.name
  return ctx.services.entities.all().flatMap((from): Pointer[] => {
    const named = storedFields(from).flatMap(([key, field]) =>
      points(field) ? [{ from, column: columnOf(key), and: '' }] : [],
    )
    // the name is one of our own
    return from.about ? [...named, { from, column: 'record_id', and: ` AND entity = '${entity.name}'` }] : named
  })
}
