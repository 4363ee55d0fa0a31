// A target is what a column of a foreign table means: a field of customer, contact or follow-up, or a part of one.
// Labels: `fields.<entity>.<field>` for fields, `imports.targets.<field>` for the others.
import type { Field, Fields } from '@shared/fields/field'
import { contactFields } from '@shared/features/contacts/fields'
import { customerFields } from '@shared/features/customers/fields'
import { followUpFields } from '@shared/features/followUps/fields'

/** `reach`: of the contact if the row names one, else of the customer. `row`: what is no field. */
export type TargetEntity = 'customers' | 'contacts' | 'followUps' | 'reach' | 'row'

export interface Target {
  key: string
  entity: TargetEntity
  field: string
  /** Which of up to three contacts of a row; 0 for others. */
  slot: number
  /** Several columns may go there. */
  joins: boolean
  /** What an own field of the office is; the caller looks it up. */
  defined?: Field
}

/** Beside the fields: parts that are put together or kept elsewhere. */
const customerParts = ['createdAt', 'country', 'province', 'city', 'district'] as const
const contactParts = ['familyName', 'givenName', 'homePhone'] as const
const reachParts = ['phone', 'mail', 'wechat', 'qq'] as const
/** `note`: kept in the note under its heading. `skip`: left out on purpose. */
const rowParts = ['note', 'skip'] as const

const notImported: Record<string, readonly string[]> = {
  contacts: ['customerId', 'superiorId'],
  followUps: ['customerId', 'contactId'],
}
export const fieldsOf: Record<'customers' | 'contacts' | 'followUps', Fields> = {
  customers: customerFields.fields,
  contacts: contactFields.fields,
  followUps: followUpFields.fields,
}

const written = (entity: keyof typeof fieldsOf): string[] =>
  Object.entries(fieldsOf[entity])
    .filter(([key, field]) => !field.computed && !notImported[entity]?.includes(key))
    .map(([key]) => key)

const joining =
  /^(phone|otherPhones|mail|otherMails|address|note|tags|content|invoiceAddress|website|family|interests|homePhone)$/u

const keysOf = (entity: TargetEntity, fields: readonly string[], slot = 0): Target[] =>
  fields.map((field) => ({
    key: entity === 'row' ? field : `${entity}${slot > 1 ? slot : ''}.${field}`,
    entity,
    field,
    slot,
    joins: entity === 'row' || joining.test(field),
  }))

const contactKeys = (slot: number): Target[] => keysOf('contacts', [...written('contacts'), ...contactParts], slot)

/** Everything a column can be mapped to. */
export const importTargets: readonly Target[] = [
  ...keysOf('customers', [...written('customers'), ...customerParts]),
  ...[1, 2, 3].flatMap(contactKeys),
  ...keysOf('followUps', written('followUps')),
  ...keysOf('reach', reachParts),
  ...keysOf('row', rowParts),
]

const byKey = new Map(importTargets.map((target) => [target.key, target]))
export const findTarget = (key: string): Target | undefined => byKey.get(key) ?? ownTarget(key)

/** Fields of the office's own: 'customers.custom.key'. */
function ownTarget(key: string): Target | undefined {
  const [, entity, field] = /^(customers|contacts|followUps)\.(custom\.\w{1,64})$/u.exec(key) ?? []
  if (entity === undefined || field === undefined) return undefined
  // the pattern names the three of them
  return { key, entity: entity as keyof typeof fieldsOf, field, slot: entity === 'contacts' ? 1 : 0, joins: false }
}

/** What a cell can say of an own field; a file does not fit into a cell. */
export const isImported = ({ kind }: Field): boolean => kind !== 'file'

/** The field behind a target, if it is one. */
export function fieldOf(target: Target): Field | undefined {
  if (target.defined) return target.defined
  if (target.entity === 'row') return undefined
  return fieldsOf[target.entity === 'reach' ? 'contacts' : target.entity][target.field]
}
