// Today's list: customers with their reason, the person to ask for and the number to dial.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { StoredRow } from '@main/records/entity'
import { applyMasks } from '@main/records/masks'
import { scope } from '@main/records/scope'
import { selectRows } from '@main/records/select'
import { daysBetween } from '@shared/dates'
import { type TodayItem, todayReasons } from '@shared/features/today/endpoints'
import { type BirthdayLine, birthdaysSoon } from './birthdays'
import { type DeadlineLine, deadlinesOf } from './deadlines'
import { countWith, customersWith, elsewhereOf, isPlanned, type Reason, reasonsFor, shownAReason } from './reasons'
import { whoseToday } from './whoseToday'

interface Today {
  items: TodayItem[]
  counts: Record<string, number>
}

export function whomToCall(ctx: Context, whose: 'me' | 'myPeople'): Today {
  const { owners, planner } = whoseToday(ctx, whose)
  if (owners.length === 0 || !ctx.rights.can('customers.view')) return { items: [], counts: {} }
  const counts: Record<string, number> = {}
  const wanted = new Map<TodayItem['reason'], number[]>()
  for (const search of reasonsFor(ctx)) {
    const ids = customersWith(ctx, owners, search)
    const elsewhere = elsewhereOf(ctx, planner, search)
    wanted.set(search.reason, [...ids, ...elsewhere.slice(0, shownAReason)])
    counts[search.reason] = elsewhere.length + (ids.length < shownAReason ? ids.length : countWith(ctx, owners, search))
  }
  const birthdays = birthdaysSoon(ctx, owners)
  counts['birthday'] = birthdays.length
  const shown = birthdays.slice(0, shownAReason)
  const deadlines = shownDeadlines(deadlinesOf(ctx, owners), counts)
  const customers = visible(ctx, 'customers', [
    ...[...wanted.values()].flat(),
    ...[...shown, ...deadlines].map((line) => line.customerId),
  ])
  const items = todayReasons.flatMap((reason) =>
    reason === 'birthday'
      ? birthdayItems(ctx, customers, shown)
      : reason === 'poolSoon' || reason === 'rectify'
        ? deadlineItems(
            customers,
            deadlines.filter((line) => line.reason === reason),
          )
        : callItems(ctx, reason, wanted.get(reason) ?? [], customers),
  )
  return { items: ctx.rights.can('contacts.view') ? withContacts(ctx, items) : items, counts }
}

/** What is told of each. */
const told = {
  customers: [
    ...['name', 'ownerId', 'phone', 'level', 'createdAt'],
    ...['nextFollowAt', 'nextStep', 'lastFollowedAt', 'lastFollowUp'],
  ],
  contacts: ['name', 'phone'],
}

/** Rows as the viewer may see them, by id. */
function visible(ctx: Context, name: keyof typeof told, ids: readonly number[]): Map<number, StoredRow> {
  if (ids.length === 0) return new Map()
  const entity = ctx.services.entities.get(name)
  const seen = scope(ctx, entity, 'read')
  const where = {
    sql: `t.id IN (SELECT value FROM json_each(?)) AND t.archived_at IS NULL AND ${seen.sql}`,
    params: [JSON.stringify([...new Set(ids)]), ...seen.params],
  }
  const rows = selectRows(ctx, entity, where, '', told[name])
  return new Map(rows.map((row) => [row.id, applyMasks(ctx, entity, row)]))
}

const textOr = (value: unknown): string | null => (typeof value === 'string' ? value : null)
const numberOr = (value: unknown): number | null => (typeof value === 'number' ? value : null)

function itemOf(row: StoredRow): Omit<TodayItem, 'reason' | 'days' | 'at'> {
  return {
    customerId: row.id,
    customerName: textOr(row['name']) ?? '',
    ownerId: numberOr(row['ownerId']),
    text: null,
    followUpId: null,
    contactId: null,
    contactName: null,
    phone: textOr(row['phone']),
    level: textOr(row['level']),
  }
}

function callItems(
  ctx: Context,
  reason: Reason,
  ids: readonly number[],
  customers: ReadonlyMap<number, StoredRow>,
): TodayItem[] {
  const planned = isPlanned(reason)
  const latest = planned ? latestFollowUps(ctx, ids) : new Map<number, Latest>()
  return ids.flatMap((id) => {
    const row = customers.get(id)
    if (!row) return []
    const at = numberOr(planned ? row['nextFollowAt'] : reason === 'quiet' ? row['lastFollowedAt'] : row['createdAt'])
    const agreed = latest.get(id)
    return {
      ...itemOf(row),
      reason,
      days: at === null ? 0 : Math.abs(daysBetween(at, ctx.now)),
      at,
      text: textOr(row[planned ? 'nextStep' : 'lastFollowUp']),
      followUpId: agreed?.id ?? null,
      contactId: agreed?.contactId ? successorOf(ctx, agreed.contactId) : null,
    }
  })
}

/** Whoever took over from the contact it was agreed with; null when the contact has left and nobody did. */
const successorOf = (ctx: Context, contactId: number): number | null =>
  statement<[number], { id: number | null }>(
    ctx.db,
    `WITH RECURSIVE passed(id, hops) AS (
       SELECT ?, 0 UNION ALL
       SELECT c.successor_id, p.hops + 1 FROM passed p JOIN contacts c ON c.id = p.id
       WHERE c.is_active = 0 AND p.hops < 20)
     SELECT id FROM passed ORDER BY hops DESC LIMIT 1`,
  ).get(contactId)?.id ?? null

interface Latest {
  id: number
  contactId: number | null
}

/** By customer. */
function latestFollowUps({ db }: Context, customerIds: readonly number[]): Map<number, Latest> {
  const rows = statement<[string], Latest & { customerId: number }>(
    db,
    `SELECT j.value customerId, f.id, f.contact_id contactId FROM json_each(?) j JOIN follow_ups f ON f.id =
       (SELECT id FROM follow_ups WHERE customer_id = j.value AND archived_at IS NULL ORDER BY followed_at DESC, id DESC LIMIT 1)`,
  ).all(JSON.stringify(customerIds))
  return new Map(rows.map(({ customerId, ...latest }) => [customerId, latest]))
}

function birthdayItems(_ctx: Context, customers: Map<number, StoredRow>, lines: readonly BirthdayLine[]): TodayItem[] {
  return lines.flatMap(({ customerId, contactId, days, at }) => {
    const row = customers.get(customerId)
    return row ? [{ ...itemOf(row), reason: 'birthday' as const, days, at, contactId }] : []
  })
}

/** At most a hundred of each, like everything on the list; the counts are whole. */
function shownDeadlines(lines: readonly DeadlineLine[], counts: Record<string, number>): DeadlineLine[] {
  return lines.filter(({ reason }) => {
    counts[reason] = (counts[reason] ?? 0) + 1
    return counts[reason] <= shownAReason
  })
}

const deadlineItems = (customers: Map<number, StoredRow>, lines: readonly DeadlineLine[]): TodayItem[] =>
  lines.flatMap(({ customerId, ...line }) => {
    const row = customers.get(customerId)
    return row ? [{ ...itemOf(row), ...line }] : []
  })

/** The contact named in the plan or whose birthday it is, else the one the office speaks with first. */
function withContacts(ctx: Context, items: readonly TodayItem[]): TodayItem[] {
  const primary = primaryContacts(
    ctx,
    items.filter((item) => item.contactId === null).map((item) => item.customerId),
  )
  const idOf = (item: TodayItem): number | null => item.contactId ?? primary.get(item.customerId) ?? null
  const contacts = visible(
    ctx,
    'contacts',
    items.flatMap((item) => idOf(item) ?? []),
  )
  return items.flatMap((item) => {
    const contact = contacts.get(idOf(item) ?? 0)
    if (!contact) return { ...item, contactId: null }
    return {
      ...item,
      contactId: contact.id,
      contactName: textOr(contact['name']),
      phone: textOr(contact['phone']) ?? item.phone,
    }
  })
}

function primaryContacts(ctx: Context, customerIds: readonly number[]): Map<number, number> {
  const rows = statement<[string], { customerId: number; id: number }>(
    ctx.db,
    `SELECT c.customer_id customerId, c.id FROM contacts c
     WHERE c.customer_id IN (SELECT value FROM json_each(?)) AND c.archived_at IS NULL AND c.is_active = 1
     ORDER BY c.is_primary, c.id DESC`,
  ).all(JSON.stringify(customerIds))
  // the last one set is the primary one, or the oldest
  return new Map(rows.map((row) => [row.customerId, row.id]))
}
