// A figure of the home page and the records behind it: the list, filtered so that it shows just what was counted.
import type { Filter } from '@shared/api/filters'
import { startOfDay } from '@shared/dates'
import type { TodayItem } from './endpoints'
import type { Stretch } from './periods'

export interface Behind {
  list: 'customers' | 'followUps' | 'contacts'
  filter: Filter
}

const of = (field: string, people: readonly number[]): Filter => ({ field, operator: 'in', value: [...people] })
const within = (field: string, { from, to }: Stretch): Filter => ({ field, operator: 'between', value: [from, to - 1] })
/** Nobody is to call them again. */
const living: Filter = { field: 'type', operator: 'notIn', value: ['lost'] }

export const behind = {
  followUps: (people: readonly number[], stretch: Stretch): Behind => ({
    list: 'followUps',
    filter: { and: [of('personId', people), within('followedAt', stretch)] },
  }),
  visits: (people: readonly number[], stretch: Stretch): Behind => ({
    list: 'followUps',
    filter: {
      and: [of('personId', people), within('followedAt', stretch), { field: 'way', operator: 'in', value: ['visit'] }],
    },
  }),
  newCustomers: (people: readonly number[], stretch: Stretch): Behind => ({
    list: 'customers',
    filter: { and: [of('ownerId', people), within('createdAt', stretch)] },
  }),
  customers: (people: readonly number[]): Behind => ({
    list: 'customers',
    filter: { and: [of('ownerId', people), living] },
  }),
  withNextStep: (people: readonly number[]): Behind => ({
    list: 'customers',
    filter: { and: [of('ownerId', people), living, { field: 'nextFollowAt', operator: 'notEmpty' }] },
  }),
  withoutNextStep: (people: readonly number[]): Behind => ({
    list: 'customers',
    filter: { and: [of('ownerId', people), living, { field: 'nextFollowAt', operator: 'empty' }] },
  }),
  quiet: (people: readonly number[], days: number): Behind => ({
    list: 'customers',
    filter: {
      and: [of('ownerId', people), living, { field: 'lastFollowedAt', operator: 'olderThanDays', value: days }],
    },
  }),
}

/** How far ahead a next step shows among those of the next days. */
export const soonDays = 3

/** What a reason depends on beside the customer. */
export interface ReasonRules {
  now: number
  quietDays: number
  /** Key customers are quiet after half the days, for whoever may know which those are. */
  seesLevel: boolean
}

/** The customers of these owners who stand on today's list for a reason; null when no condition says just that. */
export function behindReason(
  reason: TodayItem['reason'],
  owners: readonly number[],
  { now, quietDays, seesLevel }: ReasonRules,
): Behind | null {
  const next = (operator: 'beforeToday' | 'today' | 'empty'): Filter => ({ field: 'nextFollowAt', operator })
  const shown = (...filters: Filter[]): Behind => ({
    list: 'customers',
    filter: { and: [of('ownerId', owners), ...filters] },
  })
  if (reason === 'overdue') return shown(next('beforeToday'))
  if (reason === 'dueToday') return shown(next('today'))
  if (reason === 'dueSoon')
    return shown(within('nextFollowAt', { from: startOfDay(now, 1), to: startOfDay(now, 1 + soonDays) }))
  const spoken = (operator: 'empty' | 'notEmpty'): Filter => ({ field: 'lastFollowedAt', operator })
  if (reason === 'quiet') return shown(living, next('empty'), spoken('notEmpty'), silentFor(quietDays, seesLevel))
  return reason === 'neverContacted' ? shown(living, next('empty'), spoken('empty')) : null
}

function silentFor(days: number, seesLevel: boolean): Filter {
  const silent = (value: number): Filter => ({ field: 'lastFollowedAt', operator: 'olderThanDays', value })
  if (!seesLevel) return silent(days)
  return {
    or: [silent(days), { and: [{ field: 'level', operator: 'in', value: ['key'] }, silent(Math.ceil(days / 2))] }],
  }
}

/** A filter holds so many values; today's list shows no more of a reason. */
const namedAtMost = 200

/** The very records that stand on the list, where no condition says which; null unless all of them are there. */
export function behindItems(reason: TodayItem['reason'], items: readonly TodayItem[], count: number): Behind | null {
  if (items.length === 0 || items.length < count || items.length > namedAtMost) return null
  const list = reason === 'birthday' ? 'contacts' : 'customers'
  const ids = items.flatMap((item) => (list === 'contacts' ? (item.contactId ?? []) : item.customerId))
  return { list, filter: { field: 'id', operator: 'in', value: ids } }
}
