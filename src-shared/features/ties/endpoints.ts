import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'
import { idInput, idVersionInput } from '@shared/api/paging'
import { contactFields } from '@shared/features/contacts/fields'
import { rowSchema } from '@shared/fields/schemas'
import { contactTieKinds } from './fields'

const id = z.number().int().positive()
const note = z.string().trim().max(200).nullish()
const made = z.strictObject({ id: z.number().int() })

export const groupNode = z.strictObject({
  id: z.number().int(),
  name: z.string().nullable(),
  ownerId: z.number().int().nullable(),
  level: z.string().nullable(),
  /** Null at the top of what the viewer sees. */
  parentId: z.number().int().nullable(),
})
export type GroupNode = z.output<typeof groupNode>

export const referral = z.strictObject({
  id: z.number().int(),
  version: z.number().int(),
  by: z.enum(['customer', 'contact', 'person']),
  byId: z.number().int(),
  /** Of customer or contact; people are known to the page. */
  name: z.string().nullable(),
  /** The page it is found on. */
  customerId: z.number().int().nullable(),
  customerName: z.string().nullable(),
  note: z.string().nullable(),
})
export type Referral = z.output<typeof referral>

const end = z.strictObject({
  id: z.number().int(),
  name: z.string().nullable(),
  post: z.string().nullable(),
  customerId: z.number().int(),
  customerName: z.string().nullable(),
})
export const relation = z.strictObject({
  id: z.number().int(),
  version: z.number().int(),
  kind: z.enum(contactTieKinds),
  from: end,
  to: end,
  note: z.string().nullable(),
})
export type Relation = z.output<typeof relation>

export const tiesEndpoints = {
  /** What the viewer sees of it: a tie to something out of sight is not there. */
  ofCustomer: query({
    permission: 'customers.view',
    input: idInput,
    output: z.strictObject({
      group: z.array(groupNode),
      referrals: z.array(referral),
      /** Customers that this one, or somebody there, referred. */
      referred: z.array(
        z.strictObject({ id: z.number().int(), name: z.string().nullable(), byName: z.string().nullable() }),
      ),
      people: z.array(rowSchema(contactFields)),
      relations: z.array(relation),
      canUpdate: z.boolean(),
      canRelate: z.boolean(),
    }),
  }),
  /** The customer above in the group; null takes it out of the group. The rule `circle`: it stands below already. */
  setParent: command({
    permission: 'customers.update',
    input: z.strictObject({ customerId: id, parentId: id.nullable() }),
    output: z.strictObject({}),
  }),
  /** Who brought this customer: a customer, a contact of one, or a person of the office. */
  refer: command({
    permission: 'customers.update',
    input: z.strictObject({ customerId: id, by: z.enum(['customer', 'contact', 'person']), byId: id, note }),
    output: made,
  }),
  dropReferral: command({ permission: 'customers.update', input: idVersionInput, output: z.strictObject({}) }),
  relate: command({
    permission: 'contacts.update',
    input: z.strictObject({ contactId: id, toContactId: id, kind: z.enum(contactTieKinds), note }),
    output: made,
  }),
  unrelate: command({ permission: 'contacts.update', input: idVersionInput, output: z.strictObject({}) }),
}
