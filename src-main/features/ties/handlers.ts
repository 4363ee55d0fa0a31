import { handlersOf } from '@main/api/context'
import { reachable, within } from '@main/records/read'
import { tiesEndpoints } from '@shared/features/ties/endpoints'
import { groupOf, setParent } from './group'
import { dropReferral, refer, referralsOf, referredBy } from './referrals'
import { peopleOf, relate, relationsOf, unrelate } from './relations'

export const tiesHandlers = handlersOf(tiesEndpoints, {
  ofCustomer(ctx, { id }) {
    const customers = ctx.services.entities.get('customers')
    reachable(ctx, customers, id, 'read')
    return {
      group: groupOf(ctx, id),
      referrals: referralsOf(ctx, id),
      referred: referredBy(ctx, id),
      people: peopleOf(ctx, id),
      relations: relationsOf(ctx, id),
      canUpdate: ctx.rights.can('customers.update') && within(ctx, customers, id, 'customers.update'),
      canRelate: ctx.rights.can('contacts.update') && within(ctx, customers, id, 'contacts.update'),
    }
  },
  setParent(ctx, { customerId, parentId }) {
    setParent(ctx, customerId, parentId)
    return {}
  },
  refer,
  dropReferral(ctx, input) {
    dropReferral(ctx, input)
    return {}
  },
  relate,
  unrelate(ctx, input) {
    unrelate(ctx, input)
    return {}
  },
})
