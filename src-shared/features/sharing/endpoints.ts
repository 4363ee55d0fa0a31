// A share gives named people sight of, or work on, one record that is not theirs, until a day if wanted.
import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'

const id = z.number().int().positive()
const teamEntry = z.strictObject({ personId: id, level: z.enum(['read', 'write']) })
const shareEntry = z.strictObject({
  personId: id,
  level: z.enum(['read', 'write']),
  untilOn: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable(),
})

/** One reason why a person sees a record. */
export const sightReason = z.strictObject({
  kind: z.enum(['owner', 'office', 'role', 'below', 'team', 'share']),
  level: z.enum(['read', 'write']),
  /** role: its id and scope; below: the chain of people from the owner up; share: its end. */
  roleId: z.number().int().optional(),
  scope: z.string().optional(),
  chain: z.array(z.number().int()).optional(),
  untilOn: z.string().nullable().optional(),
})

export const sharingEndpoints = {
  list: query({
    permission: 'customers.view',
    input: z.strictObject({ customerId: id }),
    output: z.strictObject({ shares: z.array(shareEntry) }),
  }),
  set: command({
    permission: 'customers.share',
    input: z.strictObject({
      customerId: id,
      version: id,
      shares: z.array(shareEntry).max(50),
      /** Its team as well, in the same step. */
      team: z.array(teamEntry).max(50).optional(),
    }),
    output: z.strictObject({ shares: z.array(shareEntry) }),
  }),
  /** "Why can X see this?" Without reasons the person does not see it. */
  why: query({
    permission: 'customers.view',
    input: z.strictObject({ customerId: id, personId: id }),
    output: z.strictObject({ reasons: z.array(sightReason) }),
  }),
  /** Everyone who sees the customer. */
  viewers: query({
    permission: 'customers.view',
    input: z.strictObject({ customerId: id }),
    output: z.strictObject({
      viewers: z.array(z.strictObject({ personId: id, level: z.enum(['read', 'write']), kinds: z.array(z.string()) })),
    }),
  }),
}
