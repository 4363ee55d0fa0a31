// The card of a customer in the pool: enough to decide on, with ways to reach hidden while the office wants it so.
import type { Context } from '@main/api/context'
import { readSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { applyMasks, maskText, seesField } from '@main/records/masks'
import { reachable } from '@main/records/read'
import { sightOf } from '@main/records/scope'
import { selectById, selectRows } from '@main/records/select'
import { fail } from '@shared/api/errors'
import { dayOf } from '@shared/dates'
import type { PoolCard } from '@shared/features/pool/endpoints'
import type { poolFields } from '@shared/features/pool/fields'
import { pooled } from './entity'
import { movesOf } from './moves'

const shownContacts = 20
const shownFollowUps = 5

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null)

/** Counts the look; the same card again on the same day is free. */
export function openCard(ctx: Context, id: number): PoolCard {
  const row = reachable(ctx, pooled, id, 'read')
  const { viewsPerDay, maskContacts } = readSetting(ctx.db, 'pool.settings')
  const seen = statement(
    ctx.db,
    'INSERT OR IGNORE INTO pool_views (person_id, viewed_on, customer_id) VALUES (?, ?, ?)',
  ).run(ctx.user.actorId, dayOf(ctx.now), id)
  if (seen.changes > 0 && viewsPerDay !== null && viewedToday(ctx) > viewsPerDay)
    throw fail('rule', { code: 'poolViews', params: { n: viewsPerDay } })
  ctx.about('customers', id)
  const customers = ctx.services.entities.get('customers')
  const whole = selectById(ctx, customers, id)
  if (!whole) throw fail('notFound')
  const own = applyMasks(ctx, customers, whole)
  const hide = (value: unknown): string | null => {
    const text = textOr(value)
    return text !== null && maskContacts ? maskText(text) : text
  }
  return {
    customer: { ...applyMasks<typeof poolFields.fields>(ctx, pooled, row), custom: {} },
    phone: hide(own['phone']),
    mail: hide(own['mail']),
    address: hide(own['address']),
    contacts: contactsOf(ctx, id, hide),
    followUps: followUpsOf(ctx, id, maskContacts),
    moves: movesOf(ctx, id),
    masked: maskContacts,
  }
}

export const viewedToday = (ctx: Context): number =>
  statement<[number, string], { n: number }>(
    ctx.db,
    'SELECT count(*) n FROM pool_views WHERE person_id = ? AND viewed_on = ?',
  ).get(ctx.user.actorId, dayOf(ctx.now))?.n ?? 0

function contactsOf(ctx: Context, id: number, hide: (value: unknown) => string | null): PoolCard['contacts'] {
  const contacts = ctx.services.entities.get('contacts')
  if (sightOf(ctx, contacts) === null) return []
  const where = { sql: 't.customer_id = ? AND t.archived_at IS NULL', params: [id] }
  return selectRows(ctx, contacts, where, `ORDER BY t.id LIMIT ${shownContacts}`).map((row) => {
    const seen = applyMasks(ctx, contacts, row)
    return { id: row.id, name: hide(seen['name']), post: textOr(seen['post']), phone: hide(seen['phone']) }
  })
}

function followUpsOf(ctx: Context, id: number, hidden: boolean): PoolCard['followUps'] {
  const followUps = ctx.services.entities.get('followUps')
  if (sightOf(ctx, followUps) === null || !seesField(ctx, 'followUps', 'followedAt')) return []
  const where = { sql: 't.customer_id = ? AND t.archived_at IS NULL', params: [id] }
  const tail = `ORDER BY t.followed_at DESC, t.id DESC LIMIT ${shownFollowUps}`
  return selectRows(ctx, followUps, where, tail).map((row) => {
    const seen = applyMasks(ctx, followUps, row)
    return {
      id: row.id,
      at: Number(row['followedAt']),
      way: textOr(seen['way']),
      personId: typeof seen['personId'] === 'number' ? seen['personId'] : null,
      content: hidden ? null : textOr(seen['content']),
    }
  })
}
