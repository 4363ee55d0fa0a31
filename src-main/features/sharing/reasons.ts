// Why a person sees a customer: every reason there is, reckoned from the organisation and the roles.
// The engine answers the same question by one WHERE; tests/security holds the two against each other.
import type { z } from 'zod'
import type { Context } from '@main/api/context'
import { ownersIn, readRoles } from '@main/api/rights'
import { accessEntries } from '@main/records/access'
import type { Entity, StoredRow } from '@main/records/entity'
import { dayOf } from '@shared/dates'
import type { sightReason } from '@shared/features/sharing/endpoints'
import { wayUp } from '@shared/features/organization/rules'
import type { DataScope } from '@shared/permissions'

export type Reason = z.output<typeof sightReason>
type Level = Reason['level']

export function reasonsOf(ctx: Context, entity: Entity, row: StoredRow, personId: number): Reason[] {
  if (!ctx.services.rights.of(personId).can('customers.view')) return []
  const ownerId = typeof row['ownerId'] === 'number' ? row['ownerId'] : null
  const level: Level = writesByRight(ctx, row, personId) ? 'write' : 'read'
  return [
    ...(ownerId === personId ? [{ kind: 'owner', level } as const] : []),
    ...byRoles(ctx, personId, ownerId).map((reason) => ({ ...reason, level })),
    ...byPlace(ctx, personId, ownerId),
    ...byName(ctx, entity, row.id, personId),
  ]
}

/** Whether a role lets them change it, apart from what was shown to them. */
export function writesByRight(ctx: Context, row: StoredRow, personId: number): boolean {
  const owners = ctx.services.rights.of(personId).workable('customers.update')
  return owners === 'all' || (typeof row['ownerId'] === 'number' && owners.has(row['ownerId']))
}

/** Roles whose scope reaches the owner; 全部 reaches records without an owner too. */
function byRoles(ctx: Context, personId: number, ownerId: number | null): Omit<Reason, 'level'>[] {
  return readRoles(ctx.db, personId).flatMap((role): Omit<Reason, 'level'>[] => {
    const scope = role.builtIn === 'owner' ? 'all' : role.grants['customers.view']
    if (!scope || !reaches(ctx, personId, scope, ownerId)) return []
    // their own records are a reason of its own
    if (scope !== 'all' && ownerId === personId) return []
    return [{ kind: scope === 'all' ? 'office' : 'role', roleId: role.id, scope }]
  })
}

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

function byName(ctx: Context, entity: Entity, id: number, personId: number): Reason[] {
  const mayWrite = ctx.services.rights.of(personId).can('customers.update')
  return (['team', 'share'] as const).flatMap((kind) =>
    accessEntries(ctx, entity, id, kind)
      .filter((entry) => entry.personId === personId && (entry.untilOn === null || entry.untilOn >= dayOf(ctx.now)))
      .map(({ level, untilOn }): Reason => ({ kind, level: mayWrite ? level : 'read', untilOn })),
  )
}
