// When a customer goes to the pool, and how much one person may take from it.
import { z } from 'zod'
import { customerLevels, customerTypes } from '@shared/features/customers/fields'

/** Kinds of reasons to recycle; later rooms add theirs (no opportunity, no contract, contract ended). */
export const poolRuleKinds = ['noFollowUp'] as const

const id = z.number().int().positive()
const cap = z.number().int().min(1).max(100_000).nullable()

export const poolSettings = z.strictObject({
  /** Whether customers are recycled by themselves. */
  enabled: z.boolean(),
  /** `level` null: every level. The strictest rule that fits counts. */
  rules: z
    .array(
      z.strictObject({
        level: z.enum(customerLevels).nullable(),
        kind: z.enum(poolRuleKinds),
        days: z.number().int().min(1).max(3650),
      }),
    )
    .max(20),
  exemptTypes: z.array(z.enum(customerTypes)).max(10),
  exemptTags: z.array(z.string().trim().min(1).max(40)).max(50),
  exemptOwnerIds: z.array(id).max(200),
  /** The owner is told so many days before. */
  warnDays: z.number().int().min(0).max(90),
  claimsPerDay: cap,
  /** Customers one person may own to claim or be given another. */
  holdingMax: cap,
  /** The former owner may not claim it back for so many days. */
  coolOffDays: z.number().int().min(0).max(365),
  /** Cards of the pool one person may open a day. */
  viewsPerDay: cap,
  /** Phones, mails and what was said stay hidden until somebody claims. */
  maskContacts: z.boolean(),
})
export type PoolSettings = z.output<typeof poolSettings>

export const standardPoolSettings: PoolSettings = {
  enabled: false,
  rules: [
    { level: 'key', kind: 'noFollowUp', days: 30 },
    { level: 'normal', kind: 'noFollowUp', days: 60 },
    { level: 'low', kind: 'noFollowUp', days: 90 },
  ],
  exemptTypes: ['won', 'loyal'],
  exemptTags: [],
  exemptOwnerIds: [],
  warnDays: 7,
  claimsPerDay: 10,
  holdingMax: null,
  coolOffDays: 7,
  viewsPerDay: 100,
  maskContacts: true,
}

/** Days without a follow-up after which a customer of this level goes; null: never. */
export function daysUntilPool({ rules }: PoolSettings, level: string): number | null {
  const fitting = rules.filter((rule) => rule.level === null || rule.level === level).map((rule) => rule.days)
  return fitting.length > 0 ? Math.min(...fitting) : null
}
