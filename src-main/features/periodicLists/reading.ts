// Reads the dated lists: who stood under a type then, who had come, who had left; of customers in sight.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { applyMasks, seesField } from '@main/records/masks'
import { type Condition, scope } from '@main/records/scope'
import { selectRows } from '@main/records/select'
import { fail } from '@shared/api/errors'
import type { InputOf, OutputOf } from '@shared/api/endpoint'
import type { DatedList, ListMember, periodicListsEndpoints } from '@shared/features/periodicLists/endpoints'
import { listedTypes } from '@shared/features/periodicLists/rules'

type Read = (typeof periodicListsEndpoints)['read']
type Members = (typeof periodicListsEndpoints)['members']
type Which = InputOf<Members>['which']

const datedColumns = 'id, made_on madeOn, made_at madeAt, made_by_id madeById'
const standardLimit = 100

export const datedLists = (ctx: Context): DatedList[] =>
  statement<[], DatedList>(ctx.db, `SELECT ${datedColumns} FROM periodic_lists ORDER BY id DESC LIMIT 240`).all()

const find = (ctx: Context, id: number): DatedList | undefined =>
  statement<[number], DatedList>(ctx.db, `SELECT ${datedColumns} FROM periodic_lists WHERE id = ?`).get(id)

/** The list and the earlier one it is compared with: the one before when nothing is said. */
function pair(ctx: Context, { id, compareId }: { id: number; compareId?: number | undefined }) {
  if (!seesField(ctx, 'customers', 'type')) throw fail('forbidden')
  const list = find(ctx, id)
  if (!list) throw fail('notFound')
  const before = statement<[number], { id: number | null }>(
    ctx.db,
    'SELECT max(id) id FROM periodic_lists WHERE id < ?',
  ).get(id)
  const compared = find(ctx, compareId ?? before?.id ?? 0) ?? null
  if (compareId !== undefined && (!compared || compareId >= id))
    throw fail('invalid', { fields: { compareId: 'reference' } })
  return { list, compared }
}

/** Stood under its type when list `k` was made. */
const at = (alias: string, k: number): string =>
  `${alias}.from_list <= ${k} AND (${alias}.left_list IS NULL OR ${alias}.left_list > ${k})`

/** Spans `s` of a type on one list and not on the other; ids are integers of our own making. */
function onlyAt(on: number, off: number | null): string {
  if (off === null) return at('s', on)
  return `${at('s', on)} AND NOT EXISTS (SELECT 1 FROM periodic_list_spans o WHERE o.customer_id = s.customer_id AND o.type = s.type AND ${at('o', off)})`
}

function conditionOf(which: Which, id: number, comparedId: number | null): string {
  if (which === 'all') return at('s', id)
  if (which === 'entered') return onlyAt(id, comparedId)
  if (comparedId === null) return '0'
  return which === 'before' ? at('s', comparedId) : onlyAt(comparedId, id)
}

/** Everything is in sight: the customers themselves need not be looked at. */
function inSight(ctx: Context): Condition {
  const seen = scope(ctx, ctx.services.entities.get('customers'), 'read')
  if (seen.sql === '1') return seen
  return { sql: `s.customer_id IN (SELECT t.id FROM customers t WHERE ${seen.sql})`, params: seen.params }
}

export function readList(ctx: Context, input: InputOf<Read>): OutputOf<Read> {
  const { list, compared } = pair(ctx, input)
  const seen = inSight(ctx)
  const count = (type: string, condition: string): number =>
    statement<unknown[], { n: number }>(
      ctx.db,
      `SELECT count(*) n FROM periodic_list_spans s WHERE s.type = ? AND ${condition} AND ${seen.sql}`,
    ).get(type, ...seen.params)?.n ?? 0
  const comparedId = compared?.id ?? null
  return {
    list,
    compared,
    types: listedTypes.map((type) => ({
      type,
      count: count(type, at('s', list.id)),
      before: comparedId === null ? 0 : count(type, at('s', comparedId)),
      entered: comparedId === null ? 0 : count(type, conditionOf('entered', list.id, comparedId)),
      left: comparedId === null ? 0 : count(type, conditionOf('left', list.id, comparedId)),
    })),
  }
}

export function membersOf(ctx: Context, input: InputOf<Members>): OutputOf<Members> {
  const { list, compared } = pair(ctx, input)
  const { type, which, after = 0, limit = standardLimit } = input
  if (which === 'entered' && compared === null) return { rows: [], next: null }
  const seen = inSight(ctx)
  const found = statement<unknown[], { id: number }>(
    ctx.db,
    `SELECT s.customer_id id FROM periodic_list_spans s
     WHERE s.type = ? AND s.customer_id > ? AND ${conditionOf(which, list.id, compared?.id ?? null)} AND ${seen.sql}
     ORDER BY s.customer_id LIMIT ?`,
  ).all(type, after, ...seen.params, limit + 1)
  const ids = found.slice(0, limit).map((row) => row.id)
  const otherList = which === 'entered' ? (compared?.id ?? null) : which === 'left' ? list.id : null
  return { rows: memberRows(ctx, ids, otherList), next: found.length > limit ? (ids.at(-1) ?? null) : null }
}

function memberRows(ctx: Context, ids: readonly number[], otherList: number | null): ListMember[] {
  const customers = ctx.services.entities.get('customers')
  const seen = scope(ctx, customers, 'read')
  const where = {
    sql: `t.id IN (SELECT value FROM json_each(?)) AND ${seen.sql}`,
    params: [JSON.stringify(ids), ...seen.params],
  }
  const other = statement<[number], { type: string }>(
    ctx.db,
    `SELECT s.type FROM periodic_list_spans s WHERE s.customer_id = ? AND ${at('s', otherList ?? 0)} LIMIT 1`,
  )
  return selectRows(ctx, customers, where, 'ORDER BY t.id').map((stored) => {
    const row = applyMasks(ctx, customers, stored)
    const number = (key: string): number | null => (typeof row[key] === 'number' ? row[key] : null)
    const text = (key: string): string | null => (typeof row[key] === 'string' ? row[key] : null)
    return {
      customerId: row.id,
      customerName: text('name') ?? '',
      ownerId: number('ownerId'),
      level: text('level'),
      lastFollowedAt: number('lastFollowedAt'),
      otherType: otherList === null ? null : (other.get(row.id)?.type ?? null),
      alive: stored.archivedAt === null,
    }
  })
}
