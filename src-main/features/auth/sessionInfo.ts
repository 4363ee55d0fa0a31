// What the page is told of the person before it.
import type { Context } from '@main/api/context'
import { mustChangePassword } from '@main/api/sessions'
import { readSetting } from '@main/api/settings'
import { restrictedFields } from '@main/records/masks'
import { statement } from '@main/database/statements'
import { dayOf } from '@shared/dates'
import type { SessionInfo } from '@shared/features/auth/endpoints'
import { allPermissions } from '@shared/permissions'

export interface Identity {
  personId: number
  /** Who sits at the keyboard. */
  actorId: number
}

/** SQL over `people p`: may work here today. Binds today's day. */
export const atWork = 'p.disabled = 0 AND p.archived_at IS NULL AND (p.left_on IS NULL OR p.left_on >= ?)'

export function sessionInfo(ctx: Context, { personId, actorId }: Identity): SessionInfo {
  const rights = ctx.services.rights.of(personId, actorId)
  const permissions = allPermissions.filter((permission) => rights.can(permission))
  const restricted = ctx.services.entities
    .all()
    .map((entity) => [entity.name, restrictedFields({ rights, services: ctx.services }, entity)] as const)
  return {
    personId,
    name: nameOf(ctx, personId),
    actorId,
    actorName: nameOf(ctx, actorId),
    company: readSetting(ctx.db, 'office.company'),
    permissions,
    scopes: Object.fromEntries(permissions.map((permission) => [permission, rights.scopeOf(permission) ?? 'own'])),
    fieldRights: Object.fromEntries(restricted.filter(([, fields]) => Object.keys(fields).length > 0)),
    below: [...rights.below].sort((a, b) => a - b),
    mayActFor: namers(ctx, actorId),
    mustChangePassword: mustChangePassword(ctx.db, actorId),
  }
}

const nameOf = (ctx: Context, id: number): string =>
  statement<[number], { name: string }>(ctx.db, 'SELECT name FROM people WHERE id = ?').get(id)?.name ?? ''

/** Those who named this person as their assistant. */
export const namers = (ctx: Context, assistantId: number): number[] =>
  statement<[number, string], { id: number }>(
    ctx.db,
    `SELECT p.id FROM people p WHERE p.assistant_id = ? AND ${atWork} ORDER BY p.id`,
  )
    .all(assistantId, dayOf(ctx.now))
    .map((row) => row.id)
