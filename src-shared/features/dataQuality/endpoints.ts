import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'
import { paperOrder, paperOutput } from '@shared/printing/order'
import { qualityKinds, qualitySettings } from './rules'

const id = z.number().int().positive()
const whole = z.number().int()
const month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'date')

export const orderStates = ['open', 'overdue', 'inTime', 'late', 'dropped'] as const

const order = z.strictObject({
  id,
  customerId: id,
  customerName: z.string(),
  rule: z.string(),
  kind: z.enum(qualityKinds),
  /** Of an own rule. */
  ruleName: z.string().nullable(),
  /** Of a rule about follow-ups. */
  days: whole.nullable(),
  personId: id,
  openedAt: whole,
  dueOn: z.string(),
  closedAt: whole.nullable(),
  state: z.enum(orderStates),
})
export type RectificationOrder = z.output<typeof order>

export const personRate = z.strictObject({
  personId: id,
  /** Orders whose deadline lies in the month and is over, or that were settled before; but dropped ones. */
  due: whole,
  inTime: whole,
  late: whole,
  /** Still open, whether their day has come or not. */
  open: whole,
  overdue: whole,
})
export type PersonRate = z.output<typeof personRate>

/** An order is seen by whoever has the right over its person, and only with a customer in sight. */
export const dataQualityEndpoints = {
  orders: query({
    permission: 'dataQuality.view',
    input: z.strictObject({
      personId: id.optional(),
      state: z.enum(orderStates).optional(),
      /** Open and overdue ones together. */
      unsettled: z.boolean().optional(),
      /** Those whose time is up, put right or not. */
      due: z.boolean().optional(),
      rule: z.string().max(24).optional(),
      /** Whose deadline lies in it. */
      month: month.optional(),
      after: id.optional(),
      limit: z.number().int().min(1).max(2000).optional(),
    }),
    output: z.strictObject({ rows: z.array(order), next: whole.nullable() }),
  }),
  rates: query({
    permission: 'dataQuality.view',
    input: z.strictObject({ month }),
    output: z.strictObject({ rows: z.array(personRate), scannedAt: whole.nullable() }),
  }),
  /** The month's rates on paper, with what is not yet put right. */
  print: command({
    permission: 'customers.print',
    volume: 'print',
    input: z.strictObject({ month, ...paperOrder }),
    output: paperOutput,
  }),
  settings: query({ permission: 'dataQuality.manage', input: z.strictObject({}), output: qualitySettings }),
  setSettings: command({ permission: 'dataQuality.manage', input: qualitySettings, output: qualitySettings }),
  /** Looks through all customers; the job's result is `{ opened, closed }`. */
  scan: job({ permission: 'dataQuality.manage', input: z.strictObject({}), output: z.strictObject({ jobId: whole }) }),
}
