import { type Context, handlersOf } from '@main/api/context'
import { statement } from '@main/database/statements'
import { type AccessEntry, accessEntries, replaceAccess } from '@main/records/access'
import { reachable, within } from '@main/records/read'
import { guardVersion } from '@main/records/update'
import { fail } from '@shared/api/errors'
import { dayOf } from '@shared/dates'
import { sharingEndpoints } from '@shared/features/sharing/endpoints'
import { type Reason, reasonsOf } from './reasons'

const customers = (ctx: Context) => ctx.services.entities.get('customers')

export const sharingHandlers = handlersOf(sharingEndpoints, {
  list(ctx, { customerId }) {
    reachable(ctx, customers(ctx), customerId, 'read')
    return { shares: accessEntries(ctx, customers(ctx), customerId, 'share') }
  },

  set(ctx, { customerId, version, shares }) {
    const entity = customers(ctx)
    const row = reachable(ctx, entity, customerId, 'customers.share')
    guardVersion(ctx, entity, row, version)
    guardNew(ctx, customerId, shares)
    replaceAccess(ctx, entity, row, 'share', shares)
    return { shares: accessEntries(ctx, entity, customerId, 'share') }
  },

  why(ctx, { customerId, personId }) {
    const row = reachable(ctx, customers(ctx), customerId, 'read')
    const reasons = isHere(ctx, personId) ? reasonsOf(ctx, customers(ctx), row, personId) : []
    return { reasons: mayKnowRolesOf(ctx, personId) ? reasons : reasons.map(withoutRole) }
  },

  viewers(ctx, { customerId }) {
    const row = reachable(ctx, customers(ctx), customerId, 'read')
    const here = ctx.services.rights.org().people.filter((person) => isHere(ctx, person.id))
    const viewers = here.flatMap(({ id: personId }) => {
      const reasons = reasonsOf(ctx, customers(ctx), row, personId)
      if (reasons.length === 0) return []
      const level = reasons.some((reason) => reason.level === 'write') ? ('write' as const) : ('read' as const)
      return [{ personId, level, kinds: [...new Set(reasons.map((reason) => reason.kind))] }]
    })
    return { viewers }
  },
})

/** Entries that were there may stay as they are; new ones must make sense today and give no more than one has. */
function guardNew(ctx: Context, customerId: number, shares: readonly AccessEntry[]): void {
  const before = accessEntries(ctx, customers(ctx), customerId, 'share').map((entry) => JSON.stringify(entry))
  const added = shares.filter(({ personId, level, untilOn }) => !before.includes(JSON.stringify({ personId, level, untilOn })))
  if (added.some(({ untilOn }) => untilOn !== null && untilOn < dayOf(ctx.now))) throw fail('invalid', { fields: { untilOn: 'date' } })
  if (added.some(({ personId }) => !isHere(ctx, personId))) throw fail('rule', { code: 'notInOffice' })
  if (added.some(({ level }) => level === 'write') && !mayUpdate(ctx, customerId)) throw fail('rule', { code: 'moreThanOwn' })
}

const mayUpdate = (ctx: Context, customerId: number): boolean =>
  ctx.rights.can('customers.update') && within(ctx, customers(ctx), customerId, 'customers.update')

const isHere = (ctx: Context, personId: number): boolean =>
  statement(
    ctx.db,
    'SELECT 1 FROM people WHERE id = ? AND archived_at IS NULL AND disabled = 0 AND (left_on IS NULL OR left_on >= ?)',
  ).get(personId, dayOf(ctx.now)) !== undefined

/** That somebody sees a record is for everybody who sees it; by which role, only for some. */
const mayKnowRolesOf = (ctx: Context, personId: number): boolean =>
  personId === ctx.user.id || ctx.rights.below.has(personId) || ctx.rights.can('roles.view')

const withoutRole = ({ roleId: _roleId, scope: _scope, ...reason }: Reason): Reason => reason
