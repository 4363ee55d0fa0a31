// An owner is told when somebody else changes a customer of theirs, puts it away or takes it out again, gives it to
// them or takes it from them. Many in one step are told in one line.
import type { Context } from '@main/api/context'
import { notify } from '@main/notifications/notify'
import { seesField } from '@main/records/masks'
import type { Reaction } from '@main/records/reactions'

/** These tell people in words of their own. */
const toldElsewhere = ['pool.claim', 'pool.assign', 'pool.recycle', 'handovers.', 'demo.']

/** More are told by their number. */
const mostNamed = 4

const personOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)

export const ownerToldReaction: Reaction = {
  entity: 'customers',
  afterWrite(ctx, { action, id, row, before, diff }) {
    if (toldElsewhere.some((path) => ctx.path.startsWith(path))) return
    const [former, ownerId] = [personOr(before?.['ownerId']), personOr(row['ownerId'])]
    // without its name: it may be out of their sight by now
    if (former !== null && former !== ownerId)
      notify(ctx, { to: [former], kind: ownerId === null ? 'customerPooled' : 'customerTaken', gather: true })
    if (ownerId === null || ownerId === ctx.user.id) return
    const about = { to: [ownerId], entity: 'customers', id, gather: true }
    if (former !== ownerId) notify(ctx, { ...about, kind: 'customerAssigned' })
    else if (action === 'archive') notify(ctx, { ...about, kind: 'customerArchived' })
    else if (action === 'restore') notify(ctx, { ...about, kind: 'customerRestored' })
    else if (action === 'update') {
      const keys = Object.keys(diff).filter((key) => seenByOwner(ctx, ownerId, key))
      const params = { fields: keys.length, keys: keys.slice(0, mostNamed).join(' ') }
      if (keys.length > 0) notify(ctx, { ...about, kind: 'customerChanged', params })
    }
  },
}

const seenByOwner = (ctx: Context, ownerId: number, field: string): boolean =>
  seesField({ rights: ctx.services.rights.of(ownerId), services: ctx.services }, 'customers', field)
