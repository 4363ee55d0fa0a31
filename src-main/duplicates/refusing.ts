// A customer that is there already is not made again without a word: whoever saves it says that it is another one.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { seesField } from '@main/records/masks'
import { fail, type RuleCode } from '@shared/api/errors'
import { comparedKeys, isRefused } from '@shared/features/duplicates/rules'
import { findDuplicates } from './finding'
import type { Compared } from './keys'
import { toldOf } from './telling'

/** What of some values is compared and differs from before; null: nothing. */
export function comparedOf(values: object, before: object = {}): Compared | null {
  const [now, was]: Record<string, unknown>[] = [{ ...values }, { ...before }]
  const told = comparedKeys.flatMap((key) => {
    const value = now?.[key]
    return typeof value === 'string' && value !== '' && value !== was?.[key] ? [[key, value] as const] : []
  })
  return told.length > 0 ? Object.fromEntries(told) : null
}

interface Refusal {
  code: RuleCode
  params: Record<string, string | number>
}

/**
 * Throws `rule` for a customer that another one is by name, number, mail or tax number.
 * @example refuseDuplicate(ctx, { name: '苏州德力' }, made.id)
 */
export function refuseDuplicate(ctx: Context, customer: Compared | null, ownId: number): void {
  const refusal = duplicateRefusal(ctx, customer, ownId)
  if (refusal) throw fail('rule', refusal)
}

/** What saving such a customer would be refused with: naming the other one where it is in sight, else only who has it. */
export function duplicateRefusal(ctx: Context, customer: Compared | null, ownId: number | null): Refusal | null {
  // without this right nothing is told of customers
  if (!customer || !ctx.rights.can('customers.view')) return null
  const { open, closed } = toldOf(
    ctx,
    findDuplicates(ctx, customer).filter(({ id }) => id !== ownId),
  )
  const known = open.find(isRefused)
  const match = known ?? closed.find(isRefused)
  if (!match) return null
  const { id, name } = match
  const owner = match.ownerId === null ? null : personName(ctx, match.ownerId)
  const pooled = owner === null && seesField(ctx, 'customers', 'ownerId')
  const kind = name === null ? 'Unseen' : ''
  const whose = owner === null ? (pooled ? 'InPool' : 'Of') : ''
  return {
    code: `duplicate${kind}${whose}`,
    params: { ...(id !== null && name !== null && { id, name }), ...(owner !== null && { owner }) },
  }
}

const personName = ({ db }: Context, id: number): string =>
  statement<[number], { name: string }>(db, 'SELECT name FROM people WHERE id = ?').get(id)?.name ?? ''
