// Who is there already. Of customers out of sight only that there is one and who has it.
import type { Context } from '@main/api/context'
import { type Found, findDuplicates, idsBeginning, keptSide } from '@main/duplicates/finding'
import { seesField } from '@main/records/masks'
import { within } from '@main/records/read'
import type { InputOf, OutputOf } from '@shared/api/endpoint'
import type { DuplicateMatch, duplicatesEndpoints } from '@shared/features/duplicates/endpoints'
import { type DuplicateReason, nearReasons, scoreOf, strongReasons } from '@shared/features/duplicates/rules'

type Check = (typeof duplicatesEndpoints)['check']

const most = { seen: 6, unseen: 3, similar: 6 }
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

export function check(ctx: Context, { customer, contacts = [], exceptId }: InputOf<Check>): OutputOf<Check> {
  // to leave out one that is not seen would tell of it
  const without = exceptId !== undefined && inSight(ctx, exceptId) ? exceptId : null
  const found = findDuplicates(ctx, customer, contacts).filter(({ id }) => id !== without)
  const told = found.flatMap((one) => openly(ctx, one))
  const open = told.filter((one) => !isNear(one)).slice(0, most.seen)
  const near = told.filter(isNear).slice(0, most.similar)
  const known = new Set(open.map(({ id }) => id))
  const closed = found.filter(({ id }) => !known.has(id)).flatMap((one) => closedly(ctx, one))
  return {
    matches: [...open, ...distinct(closed).slice(0, most.unseen)].sort((a, b) => b.score - a.score),
    similar: [
      ...near.flatMap(({ id, name, ownerId, reasons }) =>
        id === null || name === null ? [] : [{ id, name, ownerId, reasons }],
      ),
      ...(customer.name ? similarTo(ctx, customer.name, new Set([...told.map(({ id }) => id), without])) : []),
    ].slice(0, most.similar),
  }
}

const isNear = ({ reasons }: DuplicateMatch): boolean => reasons.every((reason) => nearReasons.includes(reason))

const inSight = (ctx: Context, id: number): boolean => within(ctx, ctx.services.entities.get('customers'), id, 'read')

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

function similarTo(ctx: Context, name: string, known: ReadonlySet<number | null>): OutputOf<Check>['similar'] {
  if (!seesField(ctx, 'customers', 'name')) return []
  const ids = idsBeginning(ctx, name).filter((id) => !known.has(id) && inSight(ctx, id))
  return ids.slice(0, most.similar).flatMap((id) => {
    const side = keptSide(ctx.db, id)
    return side
      ? [{ id, name: side.name, ownerId: seesField(ctx, 'customers', 'ownerId') ? side.ownerId : null, reasons: [] }]
      : []
  })
}
