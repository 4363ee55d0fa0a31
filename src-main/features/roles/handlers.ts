import { type Context, handlersOf } from '@main/api/context'
import { type RoleGrant, roleGrant, readRoles } from '@main/api/rights'
import { statement } from '@main/database/statements'
import { archive } from '@main/records/archive'
import { create } from '@main/records/create'
import { isCustomKey } from '@main/records/customFields'
import { restrictedFields } from '@main/records/masks'
import { selectById, selectRows } from '@main/records/select'
import { update } from '@main/records/update'
import type { StoredRow } from '@main/records/entity'
import { fail } from '@shared/api/errors'
import { type RoleRow, rolesEndpoints } from '@shared/features/roles/endpoints'
import { allPermissions } from '@shared/permissions'
import { roles } from './entity'

export const rolesHandlers = handlersOf(rolesEndpoints, {
  list: (ctx) => ({ rows: allRoles(ctx) }),

  create(ctx, { grants, fieldRights, ...rest }) {
    guardFields(ctx, fieldRights)
    guardName(ctx, rest.name, null)
    const { id } = create(ctx, roles, {
      ...rest,
      grants: JSON.stringify(grants),
      fieldRights: JSON.stringify(fieldRights),
    })
    return roleById(ctx, id)
  },

  update(ctx, { id, version, changes: { grants, fieldRights, ...rest } }) {
    if (fieldRights) guardFields(ctx, fieldRights)
    if (rest.name !== undefined) guardName(ctx, rest.name, id)
    update(ctx, roles, {
      id,
      version,
      changes: {
        ...rest,
        ...(grants && { grants: JSON.stringify(grants) }),
        ...(fieldRights && { fieldRights: JSON.stringify(fieldRights) }),
      },
    })
    return roleById(ctx, id)
  },

  archive(ctx, input) {
    archive(ctx, roles, input)
    return {}
  },

  effective(ctx, { personId }) {
    const known = statement(ctx.db, 'SELECT 1 FROM people WHERE id = ? AND archived_at IS NULL').get(personId)
    if (!known) throw fail('notFound')
    const rights = ctx.services.rights.of(personId)
    const held = readRoles(ctx.db, personId)
    const grants = allPermissions.flatMap((permission) => {
      const scope = rights.scopeOf(permission)
      const because = held.filter((role) => role.builtIn === 'owner' || role.grants[permission] === scope)
      return scope === null ? [] : [{ permission, scope, roleIds: because.map((role) => role.id) }]
    })
    const restricted = ctx.services.entities
      .all()
      .map((entity) => [entity.name, restrictedFields({ rights, services: ctx.services }, entity)] as const)
    return {
      grants,
      fieldRights: Object.fromEntries(restricted.filter(([, fields]) => Object.keys(fields).length > 0)),
    }
  },
})

/** Rights only over fields that exist, of records that people own or that belong to such. */
function guardFields(ctx: Context, fieldRights: RoleGrant['fieldRights']): void {
  const unknown = Object.entries(fieldRights).flatMap(([name, fields]) => {
    const entity = ctx.services.entities.find(name)
    if (!entity || entity.scope.by === 'office') return [`fieldRights.${name}`]
    const exists = (key: string): boolean =>
      key.startsWith('custom.') ? isCustomKey(ctx.db, name, key.slice(7)) : Object.hasOwn(entity.set.fields, key)
    return Object.keys(fields).flatMap((key) => (exists(key) ? [] : [`fieldRights.${name}.${key}`]))
  })
  if (unknown.length > 0)
    throw fail('invalid', { fields: Object.fromEntries(unknown.map((key) => [key, 'unknownField'])) })
}

function guardName(ctx: Context, name: string, except: number | null): void {
  const taken = statement(ctx.db, 'SELECT 1 FROM roles WHERE name = ? AND id IS NOT ? AND archived_at IS NULL').get(
    name,
    except,
  )
  if (taken) throw fail('invalid', { fields: { name: 'exists' } })
}

function allRoles(ctx: Context): RoleRow[] {
  const holders = holdersByRole(ctx)
  return selectRows(ctx, roles, { sql: 't.archived_at IS NULL', params: [] }, 'ORDER BY t.id').map((row) =>
    toRole(row, holders),
  )
}

function roleById(ctx: Context, id: number): RoleRow {
  const row = selectById(ctx, roles, id)
  if (!row) throw fail('notFound')
  return toRole(row, holdersByRole(ctx))
}

function toRole(row: StoredRow, holders: ReadonlyMap<number, number[]>): RoleRow {
  const text = (key: string): string | null => (typeof row[key] === 'string' ? row[key] : null)
  const { id, version } = row
  const builtIn = text('builtIn')
  const { grants, fieldRights } = roleGrant({
    id,
    builtIn,
    grants: text('grants') ?? '{}',
    fieldRights: text('fieldRights') ?? '{}',
  })
  return {
    id,
    version,
    name: text('name') ?? '',
    note: text('note'),
    builtIn,
    grants,
    fieldRights,
    personIds: holders.get(id) ?? [],
  }
}

function holdersByRole(ctx: Context): Map<number, number[]> {
  const rows = statement<[], { roleId: number; personId: number }>(
    ctx.db,
    `SELECT CAST(j.value AS INTEGER) roleId, p.id personId FROM people p, json_each(p.role_ids) j WHERE p.archived_at IS NULL ORDER BY p.id`,
  ).all()
  const holders = new Map<number, number[]>()
  for (const { roleId, personId } of rows) holders.set(roleId, [...(holders.get(roleId) ?? []), personId])
  return holders
}
