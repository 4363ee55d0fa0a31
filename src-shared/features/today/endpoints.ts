// Today: whom to call, and why. Each line names its reason.
import { z } from 'zod'
import { query } from '@shared/api/endpoint'

export const todayItem = z.strictObject({
  customerId: z.number().int(),
  customerName: z.string(),
  ownerId: z.number().int().nullable(),
  reason: z.enum(['overdue', 'dueToday', 'dueSoon', 'quiet', 'neverContacted', 'birthday']),
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

export const todayEndpoints = {
  list: query({
    permission: 'followUps.view',
    input: z.strictObject({ whose: z.enum(['me', 'myPeople']).optional() }),
    output: z.strictObject({
      items: z.array(todayItem),
      /** reason → how many in all (items hold at most 100 a reason) */
      counts: z.record(z.string(), z.number().int()),
    }),
  }),
}
