// A figure of the home page and the records behind it: the list, filtered so that it shows just what was counted.
import type { Filter } from '@shared/api/filters'
import type { TodayReason } from './endpoints'
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

/** Whom today's list names for these reasons: all of them, found as they were counted. */
export const behindReasons = (whose: 'me' | 'myPeople', ...reasons: readonly TodayReason[]): Behind => ({
  list: reasons.includes('birthday') ? 'contacts' : 'customers',
  filter: { field: 'today', operator: 'asked', value: [whose, ...reasons] },
})
