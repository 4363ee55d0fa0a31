// When a customer goes to the pool, and how much one person may take from it.
import { z } from 'zod'
import { customerLevels, customerTypes } from '@shared/features/customers/fields'

/**
 * Kinds of reasons to recycle, each reckoned by its line in src-main/features/pool/kinds.ts: not spoken with, not
 * visited, not won for so many days. Later rooms add theirs (no opportunity, contract ended).
 */
export const poolRuleKinds = ['noFollowUp', 'noVisit', 'notWon'] as const
export type PoolRuleKind = (typeof poolRuleKinds)[number]

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
  exemptLevels: z.array(z.enum(customerLevels)).max(10),
  /** Those that their owner has starred. */
  exemptStarred: z.boolean(),
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
  /** The hour, by the clock of the host, at which the work of the night is done. */
  nightHour: z.number().int().min(0).max(23),
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
  exemptLevels: [],
  exemptStarred: false,
  exemptTags: [],
  exemptOwnerIds: [],
  warnDays: 7,
  claimsPerDay: 10,
  holdingMax: null,
  coolOffDays: 7,
  viewsPerDay: 100,
  maskContacts: true,
  nightHour: 2,
}

/** Days after which a customer of this level goes by this kind of rule; null: never. */
export function daysUntilPool({ rules, exemptLevels }: PoolSettings, level: string, kind: PoolRuleKind): number | null {
  if (exemptLevels.some((one) => one === level)) return null
  const fitting = rules.filter((rule) => rule.kind === kind && (rule.level === null || rule.level === level))
  return fitting.length > 0 ? Math.min(...fitting.map((rule) => rule.days)) : null
}
