import { z } from 'zod'
import { command } from '@shared/api/endpoint'
import { customerFields } from '@shared/features/customers/fields'
import { customValues, rowSchema } from '@shared/fields/schemas'

const text = (max: number) => z.string().trim().max(max).nullish()
const reach = {
  phone: text(60),
  otherPhones: text(300),
  mail: text(120),
  otherMails: text(500),
  wechat: text(60),
  qq: text(30),
}

/** What a confirmed paste makes; every value is checked again by its own field. */
export const pastedCustomer = z.strictObject({
  name: z.string().trim().min(1).max(120),
  ...reach,
  website: text(200),
  region: text(6),
  address: text(200),
  postcode: text(12),
  taxNumber: text(20),
  bankName: text(120),
  bankAccount: text(40),
  industry: text(60),
  note: text(2000),
  custom: customValues.optional(),
})
export const pastedContact = z.strictObject({
  name: z.string().trim().min(1).max(60),
  post: text(60),
  department: text(60),
  gender: z.enum(['male', 'female']).nullish(),
  ...reach,
  custom: customValues.optional(),
})

export const pastingEndpoints = {
  /** A customer and its first contact in one change set; `invalid` names fields as `customer.phone`, `contact.custom.x`. */
  create: command({
    permission: 'customers.create',
    input: z.strictObject({
      customer: pastedCustomer,
      contact: pastedContact.nullish(),
      /** As in `customers.create`. */
      despiteDuplicates: z.boolean().optional(),
    }),
    output: rowSchema(customerFields),
  }),
}
