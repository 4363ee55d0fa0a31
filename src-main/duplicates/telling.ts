// What may be told of customers that one may be: in sight all of it, out of sight only that there is one and who has it.
import type { Context } from '@main/api/context'
import { seesField } from '@main/records/masks'
import { within } from '@main/records/read'
import type { DuplicateMatch } from '@shared/features/duplicates/endpoints'
import { type DuplicateReason, nearReasons, scoreOf, strongReasons } from '@shared/features/duplicates/rules'
import type { Found } from './finding'

const most = { seen: 6, unseen: 3 }

/** The fields a reason speaks of. */
const fieldsOf: Record<DuplicateReason, readonly [room: 'customers' | 'contacts', field: string][]> = {
  taxNumber: [['customers', 'taxNumber']],
  sameName: [['customers', 'name']],
  sameCore: [['customers', 'name']],
  placeMissing: [['customers', 'name']],
  shortened: [['customers', 'name']],
  sameSound: [['customers', 'name']],
  nearName: [['customers', 'name']],
  abbreviated: [['customers', 'name']],
  perhapsNear: [['customers', 'name']],
  contactName: [['contacts', 'name']],
  address: [['customers', 'address']],
  perhapsShortened: [
    ['customers', 'name'],
    ['customers', 'shortName'],
  ],
  phone: [
    ['customers', 'phone'],
    ['customers', 'otherPhones'],
  ],
  mail: [
    ['customers', 'mail'],
    ['customers', 'otherMails'],
    ['contacts', 'mail'],
    ['contacts', 'otherMails'],
  ],
  contactPhone: [
    ['contacts', 'phone'],
    ['contacts', 'otherPhones'],
  ],
  domain: [
    ['customers', 'website'],
    ['customers', 'mail'],
    ['customers', 'otherMails'],
    ['contacts', 'mail'],
    ['contacts', 'otherMails'],
  ],
}

/** Whether a reason may be told of a record in sight: a match of a hidden number would tell the number. */
export const mayTell = (ctx: Context, reason: DuplicateReason): boolean =>
  fieldsOf[reason].every(
    ([room, field]) => seesField(ctx, room, field) && (room === 'customers' || ctx.rights.can('contacts.view')),
  )

export interface Told {
  /** In sight, best first. */
  open: DuplicateMatch[]
  closed: DuplicateMatch[]
  /** In sight, of nearly the name. */
  near: DuplicateMatch[]
}

export function toldOf(ctx: Context, found: readonly Found[]): Told {
  const seen = found.flatMap((one) => openly(ctx, one))
  const open = seen.filter((one) => !isNear(one))
  const known = new Set(open.slice(0, most.seen).map(({ id }) => id))
  const closed = found.filter(({ id }) => !known.has(id)).flatMap((one) => closedly(ctx, one))
  return {
    open: open.slice(0, most.seen),
    closed: distinct(closed).slice(0, most.unseen),
    near: seen.filter(isNear),
  }
}

const isNear = ({ reasons }: DuplicateMatch): boolean => reasons.every((reason) => nearReasons.includes(reason))

export const inSight = (ctx: Context, id: number): boolean =>
  within(ctx, ctx.services.entities.get('customers'), id, 'read')

function openly(ctx: Context, { id, name, ownerId, reasons }: Found): DuplicateMatch[] {
  if (!inSight(ctx, id)) return []
  const seen = reasons.filter((reason) => mayTell(ctx, reason))
  if (seen.length === 0) return []
  return [
    {
      id,
      name: seesField(ctx, 'customers', 'name') ? name : null,
      ownerId: seesField(ctx, 'customers', 'ownerId') ? ownerId : null,
      reasons: seen,
      score: scoreOf(seen),
    },
  ]
}

/** It is taken, and by whom: nothing else. A mere likeness says nothing about one out of sight. */
function closedly(ctx: Context, { id, ownerId, reasons }: Found): DuplicateMatch[] {
  const strong = reasons.filter(
    (reason) => strongReasons.includes(reason) && (!inSight(ctx, id) || !mayTell(ctx, reason)),
  )
  if (strong.length === 0) return []
  return [
    {
      id: null,
      name: null,
      ownerId: seesField(ctx, 'customers', 'ownerId') ? ownerId : null,
      reasons: strong,
      score: scoreOf(strong),
    },
  ]
}

/** How many there are of one owner is nobody's business. */
function distinct(matches: readonly DuplicateMatch[]): DuplicateMatch[] {
  const byOwner = new Map<string, DuplicateMatch>()
  for (const match of matches) {
    const key = `${match.ownerId} ${match.reasons.join()}`
    if (!byOwner.has(key)) byOwner.set(key, match)
  }
  return [...byOwner.values()]
}
