import { type Context, handlersOf } from '@main/api/context'
import { accessEntries, isAtWork, replaceAccess } from '@main/records/access'
import { reachable } from '@main/records/read'
import { guardVersion } from '@main/records/update'
import { sharingEndpoints } from '@shared/features/sharing/endpoints'
import { type Reason, reasonsOf, writesByRight } from './reasons'

const customers = (ctx: Context) => ctx.services.entities.get('customers')

export const sharingHandlers = handlersOf(sharingEndpoints, {
  list(ctx, { customerId }) {
    reachable(ctx, customers(ctx), customerId, 'read')
    return { shares: accessEntries(ctx, customers(ctx), customerId, 'share') }
  },

  set(ctx, { customerId, version, shares, team }) {
    const entity = customers(ctx)
    if (team) ctx.call('customers.setTeam', { id: customerId, version, team })
    const row = reachable(ctx, entity, customerId, 'customers.share')
    // the team just set may have made a new version
    if (!team) guardVersion(ctx, entity, row, version)
    replaceAccess(ctx, entity, row, 'share', shares)
    return { shares: accessEntries(ctx, entity, customerId, 'share') }
  },

  why(ctx, { customerId, personId }) {
    const row = reachable(ctx, customers(ctx), customerId, 'read')
    const reasons = isAtWork(ctx, personId) ? reasonsOf(ctx, customers(ctx), row, personId) : []
    return { reasons: mayKnowRolesOf(ctx, personId) ? reasons : reasons.map(withoutRole) }
  },

  viewers(ctx, { customerId }) {
    const row = reachable(ctx, customers(ctx), customerId, 'read')
    const here = ctx.services.rights.org().people.filter((person) => isAtWork(ctx, person.id))
    const viewers = here.flatMap(({ id: personId }) => {
      const reasons = reasonsOf(ctx, customers(ctx), row, personId)
      if (reasons.length === 0) return []
      const writes = writesByRight(ctx, row, personId) || reasons.some((reason) => reason.level === 'write')
      const level = writes ? ('write' as const) : ('read' as const)
      return [{ personId, level, kinds: [...new Set(reasons.map((reason) => reason.kind))] }]
    })
    return { viewers }
  },
})

/** That somebody sees a record is for everybody who sees it; by which role, only for some. */
const mayKnowRolesOf = (ctx: Context, personId: number): boolean =>
  personId === ctx.user.id || ctx.rights.below.has(personId) || ctx.rights.can('roles.view')

const withoutRole = ({ roleId: _roleId, scope: _scope, ...reason }: Reason): Reason => reason
