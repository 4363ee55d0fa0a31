// A filter is a tree of AND/OR groups over field conditions; one shape for lists, views, exports and rules.
import { z } from 'zod'

export const filterOperators = [
  'is',
  'isNot',
  'in',
  'notIn',
  'contains',
  'notContains',
  'startsWith',
  'atLeast',
  'atMost',
  'between',
  'empty',
  'notEmpty',
  /** More than N days ago, or never. */
  'olderThanDays',
  /** Within the last N days. */
  'withinDays',
  /** Within the next N days. */
  'nextDays',
  'today',
  'beforeToday',
  /** Within a stretch of time named by a word: 'thisMonth'. */
  'during',
  /** A question only a room can answer, `field` being its name: whom today's list names. */
  'asked',
] as const
export type FilterOperator = (typeof filterOperators)[number]

/** `me` and `myPeople` stand for the viewer and everybody below. */
export const personWords = ['me', 'myPeople'] as const

const scalar = z.union([z.string().max(200), z.number(), z.boolean()])
export const conditionSchema = z.strictObject({
  field: z.string().max(64),
  operator: z.enum(filterOperators),
  value: z.union([scalar, z.array(scalar).max(200)]).optional(),
})
export type Condition = z.output<typeof conditionSchema>

export type Filter = Condition | { and: Filter[] } | { or: Filter[] }

/** Groups nest four deep at most: beyond that nobody reads a filter, and a hostile one would cost. */
const nested = (depth: number): z.ZodType<Filter> => {
  if (depth === 0) return conditionSchema
  const inner = z.array(nested(depth - 1)).max(30)
  return z.union([conditionSchema, z.strictObject({ and: inner }), z.strictObject({ or: inner })])
}
export const filterSchema = nested(4)
