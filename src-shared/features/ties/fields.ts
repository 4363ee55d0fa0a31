// A tie says how one customer or contact stands to another: its group, who referred it, who knows whom.
import { choice, defineFields, person, reference, text } from '@shared/fields/field'

export const customerTieKinds = ['parent', 'referral'] as const
export const contactTieKinds = [
  'spouse',
  'relative',
  'friend',
  'classmate',
  'formerColleague',
  'townsman',
  'reportsTo',
  'influences',
  'opposes',
  'other',
] as const
export type ContactTieKind = (typeof contactTieKinds)[number]

/** The others are the same from both ends. */
export const directedKinds: readonly ContactTieKind[] = ['reportsTo', 'influences', 'opposes']

export const customerTieFields = defineFields('customerTies', {
  customerId: reference({ entity: 'customers', required: true }),
  kind: choice({ options: customerTieKinds, required: true }),
  toCustomerId: reference({ entity: 'customers' }),
  toContactId: reference({ entity: 'contacts' }),
  toPersonId: person(),
  note: text({ max: 200 }),
})

export const contactTieFields = defineFields('contactTies', {
  contactId: reference({ entity: 'contacts', required: true }),
  kind: choice({ options: contactTieKinds, required: true }),
  toContactId: reference({ entity: 'contacts', required: true }),
  note: text({ max: 200 }),
})
