// A rule is what must hold of the other fields of a record for a field to be asked for, or to be required.
import { z } from 'zod'

export const ruleOperators = ['in', 'notIn', 'empty', 'notEmpty', 'atLeast', 'atMost'] as const
export type RuleOperator = (typeof ruleOperators)[number]

const scalar = z.union([z.string().max(200), z.number(), z.boolean()])
interface Said {
  operator: RuleOperator
  value?: unknown
}
/** A condition that compares with nothing would never hold. */
export function isWhole({ operator, value }: Said): boolean {
  if (operator === 'empty' || operator === 'notEmpty') return true
  return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== ''
}

export const ruleCondition = z.strictObject({
  field: z.string().max(64),
  operator: z.enum(ruleOperators),
  /** For in/notIn a list, for atLeast/atMost one bound. */
  value: z.union([scalar, z.array(scalar).max(50)]).optional(),
})
export type RuleCondition = z.output<typeof ruleCondition>

/** All of them must hold. */
export const ruleSchema = z.array(ruleCondition).min(1).max(8)
export type Rule = readonly RuleCondition[]

export const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])

function conditionHolds({ operator, value: wanted }: RuleCondition, value: unknown): boolean {
  switch (operator) {
    case 'empty':
      return isNothing(value)
    case 'notEmpty':
      return !isNothing(value)
    case 'in':
    case 'notIn': {
      // an unset yes/no is a no
      const has = isNothing(value)
        ? listOf(wanted).includes(false)
        : listOf(value).some((one) => listOf(wanted).includes(one))
      return has === (operator === 'in')
    }
    case 'atLeast':
    case 'atMost': {
      if (isNothing(value) || typeof value !== typeof wanted) return false
      // both are texts (days) or both numbers
      const [a, b] = [value as number, wanted as number]
      return operator === 'atLeast' ? a >= b : a <= b
    }
  }
}

/**
 * @example holds([{ field: 'type', operator: 'in', value: ['won'] }], (key) => values[key])
 */
export const holds = (rule: Rule, valueAt: (field: string) => unknown): boolean =>
  rule.every((condition) => conditionHolds(condition, valueAt(condition.field)))
