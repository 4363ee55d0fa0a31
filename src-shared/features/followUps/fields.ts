// A follow-up is what was said to a customer, by which way, and what comes next.
import { choice, dateTime, defineFields, longText, person, reference, text, yesNo } from '@shared/fields/field'

export const followUpWays = ['visit', 'call', 'mail', 'message', 'meeting'] as const

export const followUpFields = defineFields('followUps', {
  customerId: reference({ entity: 'customers', required: true }),
  contactId: reference({ entity: 'contacts' }),
  way: choice({ options: followUpWays, required: true }),
  content: longText({ required: true, max: 10_000 }),
  result: choice({ options: ['interested', 'considering', 'agreed', 'refused', 'unreachable', 'none'] }),
  followedAt: dateTime(),
  nextAt: dateTime(),
  nextStep: text({ max: 200 }),
  /** The next step is over: a later follow-up was written, or it was called off. */
  nextDone: yesNo({ fallback: false }),
  personId: person(),
  customerName: text({ computed: true, filterable: false }),
  contactName: text({ computed: true, filterable: false }),
})
