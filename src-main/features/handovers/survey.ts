// What a person would leave behind, as far as whoever asks sees it.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { StoredRow } from '@main/records/entity'
import { applyMasks } from '@main/records/masks'
import { visibleIds } from '@main/records/read'
import { scope, sightOf } from '@main/records/scope'
import { selectRows } from '@main/records/select'
import { fail } from '@shared/api/errors'
import type { OutputOf } from '@shared/api/endpoint'
import { dayOf, daysBetween, startOfDay } from '@shared/dates'
import type { handoversEndpoints, WorthLine } from '@shared/features/handovers/endpoints'
import { sumOf, worthOf } from '@shared/features/handovers/rules'

const shown = 2000
const yearDays = 365

/** The leaver, when whoever asks may hand over for them; nobody hands over for themselves. */
export function guardLeaver(ctx: Context, leaverId: number): void {
  const known = statement(ctx.db, 'SELECT 1 FROM people WHERE id = ? AND archived_at IS NULL').get(leaverId)
  if (!known) throw fail('notFound')
  const owners = ctx.rights.workable('handovers.manage')
  if (leaverId === ctx.user.id) throw fail('rule', { code: 'handoverOf' })
  if (owners !== 'all' && !owners.has(leaverId)) throw fail('forbidden', { code: 'handoverOf' })
}

export function survey(ctx: Context, leaverId: number): OutputOf<(typeof handoversEndpoints)['survey']> {
  guardLeaver(ctx, leaverId)
  const lines = worthLines(ctx, leaverId)
  const ids = (sql: string): number[] =>
    statement<[{ id: number }], { id: number }>(ctx.db, sql)
      .all({ id: leaverId })
      .map((row) => row.id)
  return {
    customers: lines.slice(0, shown),
    customerCount: lines.length,
    openSteps: lines.filter((line) => line.nextFollowAt !== null).length,
    tasks: tasksInSight(ctx, leaverId),
    accesses: accessesInSight(ctx, leaverId),
    belowIds: ids('SELECT id FROM people WHERE superior_id = @id AND archived_at IS NULL ORDER BY id'),
    departmentIds: ids(
      'SELECT id FROM departments WHERE (head_id = @id OR acting_head_id = @id) AND archived_at IS NULL ORDER BY id',
    ),
    mayOrganize: ctx.rights.can('organization.manage'),
  }
}

export function openTasks(ctx: Context, ownerId: number): StoredRow[] {
  const tasks = ctx.services.entities.find('tasks')
  if (!tasks) return []
  return selectRows(ctx, tasks, { sql: 't.owner_id = ? AND t.done = 0 AND t.archived_at IS NULL', params: [ownerId] })
}

export function tasksInSight(ctx: Context, ownerId: number): number {
  const tasks = ctx.services.entities.find('tasks')
  if (!tasks) return 0
  const ids = openTasks(ctx, ownerId).map((row) => row.id)
  return visibleIds(ctx, tasks, ids).length
}

/** Customers of others, in sight, where the leaver is in the team or had something shared. */
export function accessesInSight(ctx: Context, leaverId: number): number {
  const seen = scope(ctx, ctx.services.entities.get('customers'), 'read')
  const sql = `SELECT count(DISTINCT a.record_id) n FROM record_access a JOIN customers t ON t.id = a.record_id
    WHERE a.entity = 'customers' AND a.person_id = ? AND (a.until_on IS NULL OR a.until_on >= ?) AND ${seen.sql}`
  return statement<unknown[], { n: number }>(ctx.db, sql).get(leaverId, dayOf(ctx.now), ...seen.params)?.n ?? 0
}

/** Best first. */
function worthLines(ctx: Context, leaverId: number): WorthLine[] {
  const customers = ctx.services.entities.get('customers')
  const seen = scope(ctx, customers, 'read')
  const rows = selectRows(ctx, customers, {
    sql: `t.owner_id = ? AND t.archived_at IS NULL AND ${seen.sql}`,
    params: [leaverId, ...seen.params],
  })
  const lines = rows.map((row) => worthLine(ctx, applyMasks(ctx, customers, row)))
  return lines.sort((a, b) => b.score - a.score || a.customerId - b.customerId)
}

/** From what the viewer sees: a hidden fact gives no points. */
export function worthLine(ctx: Context, row: StoredRow): WorthLine {
  const number = (key: string): number | null => (typeof row[key] === 'number' ? row[key] : null)
  const text = (key: string): string | null => (typeof row[key] === 'string' ? row[key] : null)
  const [last, next] = [number('lastFollowedAt'), number('nextFollowAt')]
  const potential = number('potentialAmount') ?? number('pastAmount')
  const followUpsAYear = saidInAYear(ctx, row.id)
  const points = worthOf({
    level: text('level'),
    quietDays: last === null ? null : daysBetween(last, ctx.now),
    followUpsAYear,
    hasNextStep: next !== null,
    potential,
  })
  return {
    customerId: row.id,
    customerName: text('name') ?? '',
    level: text('level'),
    type: text('type'),
    lastFollowedAt: last,
    followUpsAYear,
    nextFollowAt: next,
    nextStep: text('nextStep'),
    potential,
    points,
    score: sumOf(points),
  }
}

/** Null for whoever sees no follow-ups. */
function saidInAYear(ctx: Context, customerId: number): number | null {
  if (sightOf(ctx, ctx.services.entities.get('followUps')) === null) return null
  return (
    statement<[number, number], { n: number }>(
      ctx.db,
      'SELECT count(*) n FROM follow_ups WHERE customer_id = ? AND followed_at >= ? AND archived_at IS NULL',
    ).get(customerId, startOfDay(ctx.now, -yearDays))?.n ?? 0
  )
}
