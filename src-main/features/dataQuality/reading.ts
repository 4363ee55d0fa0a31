// Orders and rates as people may see them: of people within their right, on customers in their sight.
import type { Context } from '@main/api/context'
import { readSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { applyMasks } from '@main/records/masks'
import { ordersInSight } from '@main/records/orderSight'
import { type Condition, scope } from '@main/records/scope'
import { selectRows } from '@main/records/select'
import type { InputOf, OutputOf } from '@shared/api/endpoint'
import { dayOf } from '@shared/dates'
import type { dataQualityEndpoints, PersonRate, RectificationOrder } from '@shared/features/dataQuality/endpoints'
import { qualityKinds } from '@shared/features/dataQuality/rules'

type Orders = (typeof dataQualityEndpoints)['orders']
type State = RectificationOrder['state']

const standardLimit = 100

/** The state of an order, as one word; `?` is today. Dropped: nobody had to put it right any more. */
const stateSql = `CASE
  WHEN o.closed_at IS NULL AND o.due_on < ? THEN 'overdue'
  WHEN o.closed_at IS NULL THEN 'open'
  WHEN o.closed_because <> 'fixed' THEN 'dropped'
  WHEN date(o.closed_at / 1000, 'unixepoch', 'localtime') <= o.due_on THEN 'inTime'
  ELSE 'late' END`

function within(ctx: Context): Condition {
  const people = ctx.rights.workable('dataQuality.view')
  const seen = scope(ctx, ctx.services.entities.get('customers'), 'read')
  // ids of our own making
  const own = people === 'all' ? '1' : `o.person_id IN (${[...people].join(',')})`
  const ruled = ordersInSight(ctx)
  return {
    sql: `${own} AND ${ruled.sql} AND o.customer_id IN (SELECT t.id FROM customers t WHERE ${seen.sql})`,
    params: [...ruled.params, ...seen.params],
  }
}

type Stored = Omit<RectificationOrder, 'customerName' | 'kind' | 'days'>

export function ordersOf(ctx: Context, input: InputOf<Orders>): OutputOf<Orders> {
  const { limit = standardLimit } = input
  const parts = [within(ctx)]
  const add = (sql: string, ...params: unknown[]): void => void parts.push({ sql, params })
  if (input.personId !== undefined) add('o.person_id = ?', input.personId)
  if (input.rule !== undefined) add('o.rule = ?', input.rule)
  if (input.month !== undefined) add('o.due_on BETWEEN ? AND ?', `${input.month}-01`, `${input.month}-31`)
  if (input.state !== undefined) add(`${stateSql} = ?`, dayOf(ctx.now), input.state)
  if (input.due) add(`${stateSql} NOT IN ('open', 'dropped')`, dayOf(ctx.now))
  if (input.unsettled) add('o.closed_at IS NULL')
  if (input.after !== undefined)
    add('(o.due_on, o.id) > (SELECT p.due_on, p.id FROM rectification_orders p WHERE p.id = ?)', input.after)
  const rows = statement<unknown[], Stored>(
    ctx.db,
    `SELECT o.id, o.customer_id customerId, o.rule, o.rule_name ruleName, o.person_id personId, o.opened_at openedAt,
       o.due_on dueOn, o.closed_at closedAt, ${stateSql} state
     FROM rectification_orders o WHERE ${parts.map((part) => part.sql).join(' AND ')} ORDER BY o.due_on, o.id LIMIT ?`,
  ).all(dayOf(ctx.now), ...parts.flatMap((part) => part.params), limit + 1)
  const page = rows.slice(0, limit)
  const names = namesOf(
    ctx,
    page.map((row) => row.customerId),
  )
  const { rules } = readSetting(ctx.db, 'dataQuality.settings')
  const kindOf = (key: string): RectificationOrder['kind'] =>
    rules.find((rule) => rule.key === key)?.kind ?? qualityKinds.find((kind) => kind === key) ?? 'own'
  return {
    rows: page.map((row) => ({
      ...row,
      kind: kindOf(row.rule),
      days: rules.find((rule) => rule.key === row.rule)?.days ?? null,
      customerName: names.get(row.customerId) ?? '',
    })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

function namesOf(ctx: Context, ids: readonly number[]): Map<number, string> {
  const customers = ctx.services.entities.get('customers')
  const seen = scope(ctx, customers, 'read')
  const where = {
    sql: `t.id IN (SELECT value FROM json_each(?)) AND ${seen.sql}`,
    params: [JSON.stringify(ids), ...seen.params],
  }
  return new Map(
    selectRows(ctx, customers, where).map((row) => {
      const name = applyMasks(ctx, customers, row)['name']
      return [row.id, typeof name === 'string' ? name : '']
    }),
  )
}

/** Counts by person of what has its deadline in the month; what is open counts whenever it is due. */
export function ratesOf(ctx: Context, month: string): PersonRate[] {
  const { sql, params } = within(ctx)
  const counted = statement<unknown[], { personId: number; state: State; inMonth: number; n: number }>(
    ctx.db,
    `SELECT o.person_id personId, ${stateSql} state, o.due_on BETWEEN ? AND ? inMonth, count(*) n
     FROM rectification_orders o WHERE ${sql} AND (o.closed_at IS NULL OR o.due_on BETWEEN ? AND ?) GROUP BY 1, 2, 3`,
  ).all(dayOf(ctx.now), `${month}-01`, `${month}-31`, ...params, `${month}-01`, `${month}-31`)
  const byPerson = new Map<number, PersonRate>()
  for (const { personId, state, inMonth, n } of counted) {
    const rate = byPerson.get(personId) ?? { personId, due: 0, inTime: 0, late: 0, open: 0, overdue: 0 }
    byPerson.set(personId, rate)
    if (state === 'dropped') continue
    // what still has time is not due yet
    if (inMonth === 1 && state !== 'open') rate.due += n
    rate[state] += n
  }
  return [...byPerson.values()].filter(({ due, open, overdue }) => due + open + overdue > 0)
}
