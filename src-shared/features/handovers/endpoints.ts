import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'
import { paperOrder, paperOutput } from '@shared/printing/order'
import { remainingRights } from './rules'

const id = z.number().int().positive()
const whole = z.number().int()
const day = z.iso.date('date')

export const worthLine = z.strictObject({
  customerId: id,
  customerName: z.string(),
  level: z.string().nullable(),
  type: z.string().nullable(),
  lastFollowedAt: whole.nullable(),
  followUpsAYear: whole.nullable(),
  nextFollowAt: whole.nullable(),
  nextStep: z.string().nullable(),
  potential: whole.nullable(),
  points: z.strictObject({ level: whole, recency: whole, frequency: whole, nextStep: whole, potential: whole }),
  score: whole,
})
export type WorthLine = z.output<typeof worthLine>

const handover = z.strictObject({
  id,
  at: whole,
  leaverId: id,
  byId: whole,
  leaveOn: z.string().nullable(),
  remaining: z.enum(remainingRights),
  readUntilOn: z.string().nullable(),
  note: z.string().nullable(),
  changeSetId: whole,
  undone: z.boolean(),
  customers: whole,
  successorIds: z.array(id),
})
export type Handover = z.output<typeof handover>

export const handoversEndpoints = {
  list: query({
    permission: 'handovers.manage',
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(handover) }),
  }),
  /** What was handed over then, as far as it is in sight now. */
  read: query({
    permission: 'handovers.manage',
    input: z.strictObject({ id }),
    output: z.strictObject({
      handover,
      lines: z.array(
        z.strictObject({
          customerId: id,
          customerName: z.string(),
          level: z.string().nullable(),
          successorId: id,
          /** Of that day; null for whoever does not see all that it was made of. */
          score: whole.nullable(),
          lastFollowedAt: whole.nullable(),
          nextStep: z.string().nullable(),
        }),
      ),
    }),
  }),
  /** What somebody has, the customers ranked by what is worth saving. */
  survey: query({
    permission: 'handovers.manage',
    input: z.strictObject({ leaverId: id }),
    output: z.strictObject({
      customers: z.array(worthLine),
      /** All of them; `customers` holds at most 2 000. */
      customerCount: whole,
      openSteps: whole,
      tasks: whole,
      /** Customers of others where they are in the team or had something shared. */
      accesses: whole,
      belowIds: z.array(id),
      departmentIds: z.array(id),
      /** Whether people below, departments and the sign-in may be dealt with here too. */
      mayOrganize: z.boolean(),
    }),
  }),
  /** The paper that both sign. */
  print: command({
    permission: 'handovers.manage',
    volume: 'print',
    input: z.strictObject({ id, ...paperOrder }),
    output: paperOutput,
  }),
  /** All in one transaction and one change set. */
  run: command({
    permission: 'handovers.manage',
    input: z.strictObject({
      leaverId: id,
      /** Gets whatever is not named. */
      successorId: id,
      others: z.array(z.strictObject({ customerId: id, successorId: id })).max(2000),
      /** Becomes the superior of those below and the head of departments; left out: they stay. */
      headId: id.optional(),
      remaining: z.enum(remainingRights),
      readDays: z.number().int().min(1).max(365).optional(),
      leaveOn: day.optional(),
      note: z.string().trim().max(500).optional(),
    }),
    output: z.strictObject({
      id,
      changeSetId: whole,
      customers: whole,
      tasks: whole,
      accesses: whole,
      people: whole,
    }),
  }),
}
