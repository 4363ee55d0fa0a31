import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'
import { paperOrder, paperOutput } from '@shared/printing/order'
import { listedTypes } from './rules'

const id = z.number().int().positive()
const whole = z.number().int()

const dated = z.strictObject({ id, madeOn: z.string(), madeAt: whole, madeById: whole })
export type DatedList = z.output<typeof dated>

const listMember = z.strictObject({
  customerId: id,
  customerName: z.string(),
  ownerId: whole.nullable(),
  level: z.string().nullable(),
  lastFollowedAt: whole.nullable(),
  /** For those who came: where they stood before; for those who left: where they stand then. Null: nowhere. */
  otherType: z.string().nullable(),
  /** Not in the recycle bin since. */
  alive: z.boolean(),
})
export type ListMember = z.output<typeof listMember>

/** Lists of the whole office; everybody counts and reads in them only customers in their sight. */
export const periodicListsEndpoints = {
  list: query({
    permission: 'periodicLists.view',
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(dated) }),
  }),
  /** `compareId`: an earlier list; without it the one before. */
  read: query({
    permission: 'periodicLists.view',
    input: z.strictObject({ id, compareId: id.optional() }),
    output: z.strictObject({
      list: dated,
      compared: dated.nullable(),
      types: z.array(
        z.strictObject({ type: z.enum(listedTypes), count: whole, before: whole, entered: whole, left: whole }),
      ),
    }),
  }),
  members: query({
    permission: 'periodicLists.view',
    input: z.strictObject({
      id,
      compareId: id.optional(),
      type: z.enum(listedTypes),
      which: z.enum(['all', 'before', 'entered', 'left']),
      /** The last customer of the page before. */
      after: id.optional(),
      limit: z.number().int().min(1).max(500).optional(),
    }),
    output: z.strictObject({ rows: z.array(listMember), next: whole.nullable() }),
  }),
  /** One type on paper, or all of them in a row: who came, who left, and all of them, of those one may print. */
  print: command({
    permission: 'customers.print',
    volume: 'print',
    input: z.strictObject({ id, compareId: id.optional(), type: z.enum(listedTypes).optional(), ...paperOrder }),
    output: paperOutput,
  }),
  /** Makes a list of today; the job's result is `{ id }`. */
  make: job({
    permission: 'periodicLists.manage',
    input: z.strictObject({}),
    output: z.strictObject({ jobId: whole }),
  }),
}
