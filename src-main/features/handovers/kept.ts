// Handovers of the past: of people in reach, with those customers that are still in sight.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { applyMasks, seesField } from '@main/records/masks'
import { scope, sightOf } from '@main/records/scope'
import { selectRows } from '@main/records/select'
import { fail } from '@shared/api/errors'
import type { OutputOf } from '@shared/api/endpoint'
import type { Handover, handoversEndpoints } from '@shared/features/handovers/endpoints'

type Stored = Omit<Handover, 'undone' | 'successorIds'> & { undone: number; successorIds: string }

const shown = 100

export function keptHandovers(ctx: Context, id: number | null): Handover[] {
  const owners = ctx.rights.workable('handovers.manage')
  // ids of our own making
  const within = owners === 'all' ? '1' : `h.leaver_id IN (${[...owners].join(',')})`
  // what is out of sight now neither counts nor names its new owner
  const seen = scope(ctx, ctx.services.entities.get('customers'), 'read')
  const lines = `FROM handover_lines l JOIN customers t ON t.id = l.customer_id WHERE l.handover_id = h.id AND ${seen.sql}`
  const rows = statement<unknown[], Stored>(
    ctx.db,
    `SELECT h.id, h.at, h.leaver_id leaverId, h.by_id byId, h.leave_on leaveOn, h.remaining, h.read_until_on readUntilOn, h.note,
       h.change_set_id changeSetId, (SELECT s.undone_by_id IS NOT NULL FROM change_sets s WHERE s.id = h.change_set_id) undone,
       (SELECT count(*) ${lines}) customers,
       (SELECT coalesce(json_group_array(DISTINCT l.successor_id), '[]') ${lines}) successorIds
     FROM handovers h WHERE ${within} AND (? IS NULL OR h.id = ?) ORDER BY h.id DESC LIMIT ${shown}`,
  ).all(...seen.params, ...seen.params, id, id)
  return rows.map(({ undone, successorIds, ...row }) => ({
    ...row,
    undone: undone === 1,
    // put together above, of ids
    successorIds: JSON.parse(successorIds) as number[],
  }))
}

/** The score is a sum of these: it would tell of what is hidden. */
const worthFields = ['level', 'lastFollowedAt', 'nextFollowAt', 'potentialAmount', 'pastAmount']
const seesWorth = (ctx: Context): boolean =>
  sightOf(ctx, ctx.services.entities.get('followUps')) !== null &&
  worthFields.every((field) => seesField(ctx, 'customers', field))

export function readHandover(ctx: Context, id: number): OutputOf<(typeof handoversEndpoints)['read']> {
  const [handover] = keptHandovers(ctx, id)
  if (!handover) throw fail('notFound')
  const lines = statement<[number], { customerId: number; successorId: number; score: number }>(
    ctx.db,
    `SELECT customer_id customerId, successor_id successorId, score FROM handover_lines WHERE handover_id = ? ORDER BY successor_id, score DESC, customer_id`,
  ).all(id)
  const customers = ctx.services.entities.get('customers')
  const seen = scope(ctx, customers, 'read')
  const rows = selectRows(ctx, customers, {
    sql: `t.id IN (SELECT value FROM json_each(?)) AND ${seen.sql}`,
    params: [JSON.stringify(lines.map((line) => line.customerId)), ...seen.params],
  })
  const toldScore = seesWorth(ctx)
  const byId = new Map(rows.map((row) => [row.id, applyMasks(ctx, customers, row)]))
  return {
    handover,
    lines: lines.flatMap(({ customerId, ...line }) => {
      const row = byId.get(customerId)
      if (!row) return []
      const text = (key: string): string | null => (typeof row[key] === 'string' ? row[key] : null)
      const last = row['lastFollowedAt']
      return {
        ...line,
        score: toldScore ? line.score : null,
        customerId,
        customerName: text('name') ?? '',
        level: text('level'),
        lastFollowedAt: typeof last === 'number' ? last : null,
        nextStep: text('nextStep'),
      }
    }),
  }
}
