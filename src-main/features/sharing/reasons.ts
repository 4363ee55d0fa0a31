// Why a person sees a customer: every reason there is, reckoned from the organisation and the roles.
// The engine answers the same question by one WHERE; tests/security holds the two against each other.
import type { z } from 'zod'
import type { Context } from '@main/api/context'
import { ownersIn, readRoles, type RoleGrant } from '@main/api/rights'
import { accessEntries } from '@main/records/access'
import type { Entity, StoredRow } from '@main/records/entity'
import { dayOf } from '@shared/dates'
import type { sightReason } from '@shared/features/sharing/endpoints'
import { wayUp } from '@shared/features/organization/rules'
import type { DataScope } from '@shared/permissions'

export type Reason = z.output<typeof sightReason>
type Level = Reason['level']

export function reasonsOf(ctx: Context, entity: Entity, row: StoredRow, personId: number): Reason[] {
  const rights = ctx.services.rights.of(personId)
  if (!rights.can('customers.view')) return []
  const level = (mayWrite: boolean): Level => (mayWrite && rights.can('customers.update') ? 'write' : 'read')
  const ownerId = typeof row['ownerId'] === 'number' ? row['ownerId'] : null
  return [
    ...(ownerId === personId ? [{ kind: 'owner', level: level(true) } as const] : []),
    ...byRoles(ctx, personId, ownerId),
    ...byPlace(ctx, personId, ownerId),
    ...byName(ctx, entity, row.id, personId, level),
  ]
}

/** Roles whose scope reaches the owner; 全部 reaches records without an owner too. */
function byRoles(ctx: Context, personId: number, ownerId: number | null): Reason[] {
  return readRoles(ctx.db, personId).flatMap((role): Reason[] => {
    const scope = scopeIn(role, 'customers.view')
    if (!scope || !reaches(ctx, personId, scope, ownerId)) return []
    // their own records are a reason of its own
    if (scope !== 'all' && ownerId === personId) return []
    const writes = scopeIn(role, 'customers.update')
    const level = writes && reaches(ctx, personId, writes, ownerId) ? 'write' : 'read'
    return [{ kind: scope === 'all' ? 'office' : 'role', level, roleId: role.id, scope }]
  })
}

const scopeIn = (role: RoleGrant, permission: 'customers.view' | 'customers.update'): DataScope | undefined =>
  role.builtIn === 'owner' ? 'all' : role.grants[permission]

function reaches(ctx: Context, personId: number, scope: DataScope, ownerId: number | null): boolean {
  const owners = ownersIn(ctx.services.rights.org(), personId, scope)
  return owners === 'all' || (ownerId !== null && owners.has(ownerId))
}

/** Standing above the owner: nobody can switch that off. Seeing only; work needs a role. */
function byPlace(ctx: Context, personId: number, ownerId: number | null): Reason[] {
  if (ownerId === null || ownerId === personId) return []
  const chain = wayUp(ctx.services.rights.org(), ownerId, personId)
  return chain ? [{ kind: 'below', level: 'read', chain }] : []
}

function byName(ctx: Context, entity: Entity, id: number, personId: number, level: (mayWrite: boolean) => Level): Reason[] {
  return (['team', 'share'] as const).flatMap((kind) =>
    accessEntries(ctx, entity, id, kind)
      .filter((entry) => entry.personId === personId && (entry.untilOn === null || entry.untilOn >= dayOf(ctx.now)))
      .map((entry): Reason => ({ kind, level: level(entry.level === 'write'), untilOn: entry.untilOn })),
  )
}
