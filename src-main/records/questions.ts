// A question is a condition on records that only a room can tell, asked by name in a filter: whom today's list names.
// features.ts lists them, so that lists know no room.
import type { Context } from '@main/api/context'
import { fail } from '@shared/api/errors'
import type { Condition as FilterCondition } from '@shared/api/filters'
import type { Condition } from './scope'

export interface Question {
  entity: string
  name: string
  /** The condition on `t`, the viewer's rights heeded; null for values that say nothing. */
  rows(ctx: Context, values: readonly unknown[]): Condition | null
}

/** @example questionSql(ctx, 'customers', { field: 'today', operator: 'asked', value: ['me', 'overdue'] }) */
export function questionSql(ctx: Context, entity: string, { field, value }: FilterCondition): Condition {
  const question = ctx.services.questions.find((one) => one.entity === entity && one.name === field)
  if (!question) throw fail('invalid', { fields: { [field]: 'unknownField' } })
  const found = question.rows(ctx, Array.isArray(value) ? value : [value])
  if (!found) throw fail('invalid', { fields: { [field]: 'invalid' } })
  return found
}

declare module '@main/api/context' {
  interface Services {
    questions: readonly Question[]
  }
}
