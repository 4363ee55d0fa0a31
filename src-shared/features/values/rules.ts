// What a customer is worth to the office: recency, frequency, amount and potential, each 0 to 100 points,
// weighed into one score and a tier. One function for the page's arithmetic and the nightly run.
import { z } from 'zod'
import type { valueTiers } from '@shared/features/customers/fields'

export const valueParts = ['recency', 'frequency', 'amount', 'potential'] as const
export type ValuePart = (typeof valueParts)[number]
export type ValueTier = (typeof valueTiers)[number]

const points = z.number().int().min(0).max(100)
/** recency: at most so many days; the others: at least so many follow-ups a year, or so much money (fen). */
const steps = z
  .array(z.strictObject({ limit: z.number().int().min(0).max(9e15), points }))
  .min(1)
  .max(8)
const everyPart = <S extends z.ZodType>(schema: S) =>
  z.strictObject({ recency: schema, frequency: schema, amount: schema, potential: schema })

export const valueRules = z.strictObject({
  weights: everyPart(points),
  steps: everyPart(steps),
  /** The least score of each tier; less than c is d. */
  tiers: z.strictObject({ a: points, b: points, c: points }),
})
export type ValueRules = z.output<typeof valueRules>

const step = (limit: number, given: number): { limit: number; points: number } => ({ limit, points: given })
const tenThousandYuan = 1_000_000

export const standardValueRules: ValueRules = {
  weights: { recency: 25, frequency: 20, amount: 35, potential: 20 },
  steps: {
    recency: [step(14, 100), step(30, 80), step(90, 50), step(180, 20)],
    frequency: [step(12, 100), step(6, 70), step(3, 40), step(1, 20)],
    amount: [
      step(100 * tenThousandYuan, 100),
      step(30 * tenThousandYuan, 80),
      step(10 * tenThousandYuan, 60),
      step(1 * tenThousandYuan, 30),
      step(1, 10),
    ],
    potential: [
      step(100 * tenThousandYuan, 100),
      step(30 * tenThousandYuan, 75),
      step(5 * tenThousandYuan, 50),
      step(1, 20),
    ],
  },
  tiers: { a: 70, b: 45, c: 20 },
}

export interface ValueFacts {
  /** Days since the last follow-up; null: never. */
  recency: number | null
  /** Follow-ups in a year. */
  frequency: number
  /** Fen. */
  amount: number | null
  potential: number | null
}

export interface Value {
  points: Record<ValuePart, number>
  score: number
  tier: ValueTier
}

/** Smallest limit first for days, largest first for what is counted: in whatever order they were typed. */
function pointsOf(part: ValuePart, value: number | null, { steps: all }: ValueRules): number {
  if (value === null) return 0
  const reached = all[part].filter(({ limit }) => (part === 'recency' ? value <= limit : value >= limit))
  return reached.reduce((most, one) => Math.max(most, one.points), 0)
}

/**
 * @example valueOf({ recency: 3, frequency: 5, amount: null, potential: null }, standardValueRules) // score 33, tier c
 */
export function valueOf(facts: ValueFacts, rules: ValueRules): Value {
  // one entry for each part
  const given = Object.fromEntries(valueParts.map((part) => [part, pointsOf(part, facts[part], rules)])) as Record<
    ValuePart,
    number
  >
  const weight = valueParts.reduce((sum, part) => sum + rules.weights[part], 0)
  const weighed = valueParts.reduce((sum, part) => sum + rules.weights[part] * given[part], 0)
  const score = weight === 0 ? 0 : Math.round(weighed / weight)
  const { a, b, c } = rules.tiers
  return { points: given, score, tier: score >= a ? 'a' : score >= b ? 'b' : score >= c ? 'c' : 'd' }
}
