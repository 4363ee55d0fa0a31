import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'
import { idInput } from '@shared/api/paging'
import { customerFields } from '@shared/features/customers/fields'
import { rowSchema } from '@shared/fields/schemas'
import { duplicateReasons } from './rules'

const id = z.number().int().positive()
const count = z.number().int()
const reasons = z.array(z.enum(duplicateReasons))
const text = (max: number) => z.string().max(max).nullish()

/** What is compared; only what is there. */
export const comparedCustomer = z.strictObject({
  name: text(120),
  shortName: text(60),
  phone: text(60),
  otherPhones: text(300),
  mail: text(120),
  otherMails: text(500),
  website: text(200),
  taxNumber: text(20),
})
const comparedContact = z.strictObject({
  phone: text(60),
  otherPhones: text(300),
  mail: text(120),
  otherMails: text(500),
})

/** `id` and `name` null: somebody else's, out of sight; only who has it is told. */
export const duplicateMatch = z.strictObject({
  id: count.nullable(),
  name: z.string().nullable(),
  /** Null: nobody's. */
  ownerId: count.nullable(),
  reasons,
  score: z.number(),
})
export type DuplicateMatch = z.output<typeof duplicateMatch>

export const duplicatePair = z.strictObject({
  id: count,
  score: z.number(),
  reasons,
  first: rowSchema(customerFields),
  second: rowSchema(customerFields),
  /** The viewer may merge the two. */
  canMerge: z.boolean(),
})

const choice = z.enum(['keep', 'gone'])
export const mergeInput = z.strictObject({
  keepId: id,
  keepVersion: id,
  goneId: id,
  goneVersion: id,
  /** Field (or `custom.key`) → whose value stays. Without a word: the kept one's, the other's where that is empty. */
  choices: z.record(z.string().max(80), choice).optional(),
})

export const duplicatesEndpoints = {
  /** Who may be there already; asked while typing. */
  check: query({
    permission: 'customers.view',
    input: z.strictObject({
      customer: comparedCustomer,
      contacts: z.array(comparedContact).max(5).optional(),
      /** The customer being edited. */
      exceptId: id.optional(),
    }),
    output: z.strictObject({
      matches: z.array(duplicateMatch),
      /** Customers in sight whose names are nearly this one (with reasons), or go on where it stops (without). */
      similar: z.array(z.strictObject({ id: count, name: z.string(), ownerId: count.nullable(), reasons })),
    }),
  }),
  /** Pairs of the last scan that the viewer sees both of, likeliest first. */
  list: query({
    permission: 'duplicates.view',
    input: z.strictObject({
      offset: z.number().int().min(0).max(100_000).optional(),
      limit: z.number().int().min(1).max(100).optional(),
      dismissed: z.boolean().optional(),
    }),
    output: z.strictObject({ rows: z.array(duplicatePair), total: count, scannedAt: count.nullable() }),
  }),
  /** Looks through all customers anew; the job's result is `{ customers, pairs }`. */
  scan: job({ permission: 'duplicates.scan', input: z.strictObject({}), output: z.strictObject({ jobId: count }) }),
  /** These are two; `dismissed: false` takes it back. */
  dismiss: command({
    permission: 'duplicates.merge',
    input: z.strictObject({ id, dismissed: z.boolean() }),
    output: z.strictObject({}),
  }),
  /** Both customers and what would move, before a merge. */
  compare: query({
    permission: 'duplicates.merge',
    input: z.strictObject({ keepId: id, goneId: id }),
    output: z.strictObject({
      keep: rowSchema(customerFields),
      gone: rowSchema(customerFields),
      reasons,
      score: z.number(),
      /** Kind of record → how many move along. */
      moves: z.record(z.string(), count),
    }),
  }),
  /** One change set: everything of the one goes to the other, which takes the chosen values; the one to the recycle bin. */
  merge: command({
    permission: 'duplicates.merge',
    input: mergeInput,
    output: z.strictObject({ customer: rowSchema(customerFields), changeSetId: count, moved: count }),
  }),
  /** Where a merged customer is now; null when it was not merged, or not into one in sight. */
  mergedInto: query({
    permission: 'customers.view',
    input: idInput,
    output: z.strictObject({ intoId: count.nullable() }),
  }),
}
