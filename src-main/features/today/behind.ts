// Whom today's list names, as conditions on lists: what a count opens is found by what counted it.
import type { Context } from '@main/api/context'
import type { Question } from '@main/records/questions'
import { type Condition, nothing } from '@main/records/scope'
import { isReason, type TodayReason } from '@shared/features/today/endpoints'
import { birthdaysSoon } from './birthdays'
import { deadlinesOf } from './deadlines'
import { elsewhereOf, ofOwners, reasonsFor } from './reasons'
import { type Whose, whoseToday } from './whoseToday'

export const todayQuestions: readonly Question[] = [
  { entity: 'customers', name: 'today', rows: (ctx, values) => among(ctx, values, customersFor) },
  { entity: 'contacts', name: 'today', rows: (ctx, values) => among(ctx, values, contactsFor) },
]

type Finder = (ctx: Context, whose: Whose, reason: TodayReason) => Condition

/** `['me', 'overdue', 'dueToday']`: whose list, and the reasons wanted of it. */
function among(ctx: Context, [whose, ...reasons]: readonly unknown[], find: Finder): Condition | null {
  if ((whose !== 'me' && whose !== 'myPeople') || reasons.length === 0 || !reasons.every(isReason)) return null
  const list = whoseToday(ctx, whose)
  if (list.owners.length === 0 || !ctx.rights.can('customers.view')) return nothing
  const parts = reasons.map((reason) => find(ctx, list, reason))
  return { sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`, params: parts.flatMap(({ params }) => params) }
}

const named = (ids: readonly number[]): Condition => ({
  sql: 't.id IN (SELECT value FROM json_each(?))',
  params: [JSON.stringify(ids)],
})

function customersFor(ctx: Context, { owners, planner }: Whose, reason: TodayReason): Condition {
  if (reason === 'poolSoon' || reason === 'rectify')
    return named(deadlinesOf(ctx, owners).flatMap((line) => (line.reason === reason ? line.customerId : [])))
  const search = reasonsFor(ctx).find((one) => one.reason === reason)
  if (!search) return nothing
  const elsewhere = named(elsewhereOf(ctx, planner, search))
  return {
    sql: `(${ofOwners(owners)} AND ${search.sql} OR ${elsewhere.sql})`,
    params: [...search.params, ...elsewhere.params],
  }
}

const contactsFor = (ctx: Context, { owners }: Whose, reason: TodayReason): Condition =>
  reason === 'birthday' ? named(birthdaysSoon(ctx, owners).map(({ contactId }) => contactId)) : nothing
