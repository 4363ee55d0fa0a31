import { z } from 'zod'
import { command, job, query } from '@shared/api/endpoint'
import { valueTiers } from '@shared/features/customers/fields'
import { valueParts, valueRules } from './rules'

const id = z.number().int().positive()
const whole = z.number().int()
const tier = z.enum(valueTiers)

export const explainedValue = z.strictObject({
  score: whole,
  tier,
  parts: z.array(
    z.strictObject({
      part: z.enum(valueParts),
      /** Days, follow-ups or fen; null: none. */
      value: whole.nullable(),
      points: whole,
      weight: whole,
    }),
  ),
  /** The least score of each tier. */
  tiers: valueRules.shape.tiers,
  changes: z.array(z.strictObject({ id: whole, at: whole, from: tier.nullable(), to: tier, score: whole })),
})
export type ExplainedValue = z.output<typeof explainedValue>

export const valuesEndpoints = {
  /** Null for whoever does not see all that it is reckoned from. */
  explain: query({
    permission: 'customers.view',
    input: z.strictObject({ customerId: id }),
    output: z.strictObject({ value: explainedValue.nullable() }),
  }),
  rules: query({ permission: 'values.manage', input: z.strictObject({}), output: valueRules }),
  setRules: command({ permission: 'values.manage', input: valueRules, output: valueRules }),
  /** Reckons every customer anew; the job's result is `{ changed }`. */
  reckon: job({ permission: 'values.manage', input: z.strictObject({}), output: z.strictObject({ jobId: whole }) }),
}
