// Today: whom to call, and why. Each line names its reason.
import { z } from 'zod'
import { query } from '@shared/api/endpoint'
import { periods } from './periods'

/** What comes first on the list. */
export const todayReasons = [
  'overdue',
  'dueToday',
  'birthday',
  'poolSoon',
  'rectify',
  'dueSoon',
  'quiet',
  'neverContacted',
] as const
export type TodayReason = (typeof todayReasons)[number]
export const isReason = (value: unknown): value is TodayReason => todayReasons.some((one) => one === value)

export const todayItem = z.strictObject({
  customerId: z.number().int(),
  customerName: z.string(),
  ownerId: z.number().int().nullable(),
  reason: z.enum(todayReasons),
  /** Days late, days quiet, or days to go. */
  days: z.number().int(),
  at: z.number().int().nullable(),
  text: z.string().nullable(),
  followUpId: z.number().int().nullable(),
  contactId: z.number().int().nullable(),
  contactName: z.string().nullable(),
  phone: z.string().nullable(),
  level: z.string().nullable(),
})
export type TodayItem = z.output<typeof todayItem>

const whose = z.enum(['me', 'myPeople'])
const count = z.number().int()
const instant = z.number().int()

const todayList = z.strictObject({
  items: z.array(todayItem),
  /** reason → how many in all (items hold at most 100 a reason) */
  counts: z.record(z.string(), count),
})

/** What one person does; null where the viewer may not know. What was counted is in figures.ts. */
export const personFigures = z.strictObject({
  personId: count,
  followUps: count.nullable(),
  visits: count.nullable(),
  newCustomers: count.nullable(),
  /** Customers that are not lost, and those of them with a next step agreed. */
  customers: count.nullable(),
  withNextStep: count.nullable(),
})
export type PersonFigures = z.output<typeof personFigures>

/** How far a person works with the program. */
export const adoption = z.strictObject({
  personId: count,
  /** Null: never signed in. */
  lastSeenAt: instant.nullable(),
  /** Writing done in each of the last four weeks, the present one last. */
  written: z.array(count),
  /** Whether the viewer may look into what was written. */
  opens: z.boolean(),
})
export type Adoption = z.output<typeof adoption>

export const quietCustomer = z.strictObject({
  customerId: count,
  customerName: z.string(),
  ownerId: count.nullable(),
  /** Null: never spoken with. */
  lastFollowedAt: instant.nullable(),
})

export const todayEndpoints = {
  list: query({
    permission: 'followUps.view',
    input: z.strictObject({ whose: whose.optional() }),
    output: todayList,
  }),
  /** The home page in one answer; every part that the viewer has no right to is null. */
  home: query({
    permission: 'followUps.view',
    input: z.strictObject({ whose: whose.optional(), period: z.enum(periods).optional() }),
    output: z.strictObject({
      today: todayList,
      mine: personFigures,
      /** Those whose work is the viewer's to see, themselves included; null for who leads nobody. */
      people: z.array(personFigures).nullable(),
      adoption: z.array(adoption).nullable(),
      /** Customers of the same people that nobody has spoken with for so many days; the longest silence first. */
      quiet: z.strictObject({ days: count, count, rows: z.array(quietCustomer) }).nullable(),
      backup: z.strictObject({ verifiedAt: instant.nullable(), failedAt: instant.nullable() }).nullable(),
      /** The last imports, newest first. */
      imports: z
        .array(
          z.strictObject({ changeSetId: count, at: instant, personId: count, records: count, undone: z.boolean() }),
        )
        .nullable(),
    }),
  }),
}
