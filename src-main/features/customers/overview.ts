// The 360° page: all of it in one answer, from a handful of small statements.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { columnOf } from '@main/records/entity'
import { applyMasks, seesField } from '@main/records/masks'
import { reachable, seesChildren, visibleDiff, within } from '@main/records/read'
import { selectRows } from '@main/records/select'
import { fail } from '@shared/api/errors'
import type { TimelineEntry } from '@shared/api/timeline'
import type { contactFields } from '@shared/features/contacts/fields'
import type { customerFields } from '@shared/features/customers/fields'
import type { followUpFields } from '@shared/features/followUps/fields'
import { customers } from './entity'

export type TeamEntry = { personId: number; level: 'read' | 'write' }

const firstLines = 30

export function overview(ctx: Context, id: number) {
  const row = reachable(ctx, customers, id, 'read')
  const { rows, next } = timeline(ctx, id, { limit: firstLines })
  return {
    customer: applyMasks<typeof customerFields.fields>(ctx, customers, row),
    contacts: contactsOf(ctx, id),
    next: nextStep(ctx, id),
    counts: countsOf(ctx, id),
    timeline: rows,
    timelineNext: next,
    team: teamOf(ctx, id),
    canUpdate: ctx.rights.can('customers.update') && within(ctx, customers, id, 'customers.update'),
    canArchive: ctx.rights.can('customers.archive') && within(ctx, customers, id, 'customers.archive'),
    canShare: ctx.rights.can('customers.share') && within(ctx, customers, id, 'customers.share'),
  }
}

function contactsOf(ctx: Context, id: number) {
  const entity = ctx.services.entities.get('contacts')
  if (!seesChildren(ctx, entity, id)) return []
  const order = ['isPrimary', 'isActive']
    .filter((key) => seesField(ctx, 'contacts', key))
    .map((key) => `t.${columnOf(key)} DESC, `)
  const rows = selectRows(
    ctx,
    entity,
    { sql: 't.customer_id = ? AND t.archived_at IS NULL', params: [id] },
    `ORDER BY ${order.join('')}t.id LIMIT 200`,
  )
  return rows.map((row) => applyMasks<typeof contactFields.fields>(ctx, entity, row))
}

function nextStep(ctx: Context, id: number) {
  const entity = ctx.services.entities.get('followUps')
  const told = ['followedAt', 'nextAt', 'nextDone'].every((key) => seesField(ctx, 'followUps', key))
  if (!told || !seesChildren(ctx, entity, id)) return null
  const [row] = selectRows(
    ctx,
    entity,
    { sql: 't.customer_id = ? AND t.archived_at IS NULL', params: [id] },
    'ORDER BY t.followed_at DESC, t.id DESC LIMIT 1',
  )
  if (!row || row['nextAt'] === null || row['nextDone']) return null
  return applyMasks<typeof followUpFields.fields>(ctx, entity, row)
}

function countsOf(ctx: Context, id: number): Record<string, number> {
  const { related, entities } = ctx.services
  const own = Object.fromEntries(related.flatMap(({ room, count }) => (count ? [[room, count(ctx, id)]] : [])))
  const rooms = related.filter(({ room, countSql }) => countSql && seesChildren(ctx, entities.get(room), id))
  if (rooms.length === 0) return own
  const counts = statement<unknown[], Record<string, number>>(
    ctx.db,
    `SELECT ${rooms.map(({ room, countSql }) => `(${countSql}) AS "${room}"`).join(', ')}`,
  ).get(...rooms.map(() => id))
  return { ...counts, ...own }
}

export function teamOf(ctx: Context, id: number): TeamEntry[] {
  return statement<[number], TeamEntry>(
    ctx.db,
    `SELECT person_id personId, level FROM record_access WHERE entity = 'customers' AND record_id = ? AND kind = 'team' ORDER BY id`,
  ).all(id)
}

interface Change {
  id: number
  at: number
  personId: number
  actorId: number
  action: string
  diff: string
}

/** Changes to the customer's own fields stand on the timeline too. */
function changeLines(ctx: Context, id: number, before: number, limit: number): TimelineEntry[] {
  const rows = statement<[number, number, number], Change>(
    ctx.db,
    `SELECT c.id, s.at, s.person_id personId, s.actor_id actorId, c.action, c.diff FROM changes c JOIN change_sets s ON s.id = c.change_set_id
     WHERE c.entity = 'customers' AND c.record_id = ? AND +s.at <= ? ORDER BY c.id DESC LIMIT ?`,
  ).all(id, before, limit)
  return rows.flatMap(({ diff, action, ...line }) => {
    const fields = visibleDiff(ctx, customers, diff)
    // an update of nothing the viewer sees would tell of what was hidden
    if (action === 'update' && Object.keys(fields).length === 0) return []
    return [{ kind: 'change', ...line, title: null, text: null, data: { action, fields } }]
  })
}

interface TimelinePage {
  after?: string | undefined
  kind?: string | undefined
  limit?: number | undefined
}

/** All sources merged, newest first. The cursor is an instant and how many of that instant were shown. */
export function timeline(ctx: Context, id: number, { after, kind, limit = firstLines }: TimelinePage) {
  // cursors come back from outside
  if (after !== undefined && !/^-?\d{1,15}:\d{1,5}$/.test(after))
    throw fail('invalid', { fields: { after: 'invalid' } })
  const [at = Number.MAX_SAFE_INTEGER, shown = 0] = (after?.split(':') ?? []).map(Number)
  const want = limit + shown + 1
  const sources = ctx.services.related.flatMap((related) => (related.timeline ? [related.timeline] : []))
  const all = [...sources, changeLines].flatMap((source) => source(ctx, id, at, want))
  const lines = all
    .filter((line) => kind === undefined || line.kind === kind)
    .sort((a, b) => b.at - a.at || b.kind.localeCompare(a.kind) || b.id - a.id)
    .slice(shown, shown + limit + 1)
  const rows = lines.slice(0, limit)
  const last = rows.at(-1)
  if (lines.length <= limit || !last) return { rows, next: null }
  const alike = rows.filter((line) => line.at === last.at).length + (last.at === at ? shown : 0)
  return { rows, next: `${last.at}:${alike}` }
}
