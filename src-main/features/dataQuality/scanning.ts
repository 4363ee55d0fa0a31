// The scan: orders are given for what breaks a rule, and closed for what is right again. A piece at a time.
import { idRanges } from '@main/jobs/pieces'
import type { Context } from '@main/api/context'
import { type Dispatcher, writeAsHost } from '@main/api/dispatch'
import { readSetting, writeSetting } from '@main/api/settings'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { notify } from '@main/notifications/notify'
import type { StoredRow } from '@main/records/entity'
import { seesRule } from '@main/records/orderSight'
import type { Reaction } from '@main/records/reactions'
import { dayOf, startOfDay } from '@shared/dates'
import { aboveOf } from '@shared/features/organization/rules'
import type { QualityRule } from '@shared/features/dataQuality/rules'
import { breaking, type Range } from './finding'

const customersAPiece = 400

interface Order {
  id: number
  customerId: number
  rule: string
  personId: number
}

interface Scanned {
  opened: number
  closed: number
  /** New orders by person. */
  given: Map<number, number>
}

const openOrders = (ctx: Context, { from, to }: Range): Order[] =>
  statement<[number, number], Order>(
    ctx.db,
    `SELECT id, customer_id customerId, rule, person_id personId FROM rectification_orders
     WHERE customer_id > ? AND customer_id <= ? AND closed_at IS NULL`,
  ).all(from, to)

/** Owners of the living customers of a piece. */
const ownersIn = (ctx: Context, { from, to }: Range): Map<number, number> =>
  new Map(
    statement<[number, number], { id: number; ownerId: number }>(
      ctx.db,
      'SELECT id, owner_id ownerId FROM customers WHERE id > ? AND id <= ? AND owner_id IS NOT NULL AND archived_at IS NULL',
    )
      .all(from, to)
      .map(({ id, ownerId }) => [id, ownerId]),
  )

/** The owner, or the nearest above who sees what the rule looks at; nobody is asked to put right what they cannot see. */
function receiverOf({ services }: Context, rule: QualityRule, ownerId: number): number | undefined {
  const chain = [ownerId, ...aboveOf(services.rights.org(), ownerId).map(({ personId }) => personId)]
  return chain.find((id) => seesRule({ services, rights: services.rights.of(id) }, rule))
}

interface Opening {
  rule: QualityRule
  customerId: number
  personId: number
}
interface Plan {
  close: { order: Order; because: 'fixed' | 'dropped' | 'handedOn' }[]
  open: Opening[]
}

/** `give: false`: only closes what is right again, e.g. just after somebody wrote. */
function planPiece(ctx: Context, rules: readonly QualityRule[], range: Range, { give }: { give: boolean }): Plan {
  const plan: Plan = { close: [], open: [] }
  const owners = ownersIn(ctx, range)
  const active = rules.filter((rule) => rule.active)
  const broken = new Map(active.map((rule) => [rule.key, new Set(breaking(ctx, rule, range))]))
  const standing = new Set<string>()
  const receiver = (rule: QualityRule | undefined, customerId: number): number | undefined => {
    const owner = owners.get(customerId)
    return rule && owner !== undefined ? receiverOf(ctx, rule, owner) : undefined
  }
  for (const order of openOrders(ctx, range)) {
    const owner = receiver(
      active.find(({ key }) => key === order.rule),
      order.customerId,
    )
    const isBroken = broken.get(order.rule)?.has(order.customerId) === true && owner !== undefined
    if (!isBroken)
      plan.close.push({ order, because: broken.has(order.rule) && owner !== undefined ? 'fixed' : 'dropped' })
    else if (give && owner !== order.personId) plan.close.push({ order, because: 'handedOn' })
    else standing.add(`${order.rule}/${order.customerId}`)
  }
  for (const rule of give ? active : [])
    for (const customerId of broken.get(rule.key) ?? []) {
      const personId = receiver(rule, customerId)
      if (personId !== undefined && !standing.has(`${rule.key}/${customerId}`))
        plan.open.push({ rule, customerId, personId })
    }
  return plan
}

function carryOut(ctx: Context, { close, open }: Plan, done: Scanned): void {
  for (const { order, because } of close)
    statement(ctx.db, 'UPDATE rectification_orders SET closed_at = ?, closed_because = ? WHERE id = ?').run(
      ctx.now,
      because,
      order.id,
    )
  for (const { rule, customerId, personId } of open) {
    statement(
      ctx.db,
      'INSERT INTO rectification_orders (customer_id, rule, rule_name, person_id, opened_at, due_on) VALUES (?, ?, ?, ?, ?, ?)',
    ).run(customerId, rule.key, rule.name || null, personId, ctx.now, dayOf(startOfDay(ctx.now, rule.deadlineDays)))
    done.given.set(personId, (done.given.get(personId) ?? 0) + 1)
  }
  done.closed += close.length
  done.opened += open.length
  ctx.publish('dataQuality')
}

const isEmpty = ({ close, open }: Plan): boolean => close.length + open.length === 0

type Writer = <T>(work: (ctx: Context) => T) => T
interface Scanning {
  write: Writer
  stop(): boolean
  told?(done: number, total: number): void
}

export async function scanAll(db: Db, { write, stop, told }: Scanning): Promise<Scanned> {
  const { rules } = readSetting(db, 'dataQuality.settings')
  const all: Scanned = { opened: 0, closed: 0, given: new Map() }
  // what only looks needs no transaction; only pieces with something to write get one
  const looking = write((ctx) => ctx)
  for await (const { from, to, done, total } of idRanges(db, 'customers', customersAPiece, stop)) {
    const plan = planPiece(looking, rules, { from, to }, { give: true })
    if (!isEmpty(plan)) write((ctx) => carryOut(ctx, plan, all))
    told?.(done, total)
  }
  if (!stop()) write((ctx) => finish(ctx, all))
  return all
}

/** Tells people of what is new and of what ran over its day since the last scan, however many nights were missed. */
function finish(ctx: Context, { opened, closed, given }: Scanned): void {
  for (const [personId, n] of given) notify(ctx, { to: [personId], kind: 'ordersGiven', params: { n } })
  const late = statement<[string, string], { personId: number; n: number }>(
    ctx.db,
    `SELECT person_id personId, count(*) n FROM rectification_orders
     WHERE closed_at IS NULL AND due_on >= ? AND due_on < ? GROUP BY person_id`,
  ).all(dayOf(readSetting(ctx.db, 'dataQuality.scannedAt') ?? 0), dayOf(ctx.now))
  for (const { personId, n } of late) notify(ctx, { to: [personId], kind: 'ordersOverdue', params: { n } })
  writeSetting(ctx.db, 'dataQuality.scannedAt', ctx.now)
  ctx.about('dataQuality', null, { opened, closed })
  ctx.publish('dataQuality')
}

export async function scanAtNight(host: Dispatcher, signal: AbortSignal): Promise<void> {
  if (!readSetting(host.db, 'dataQuality.settings').nightly) return
  await scanAll(host.db, {
    write: (work) => writeAsHost(host, 'dataQuality.scan', work),
    stop: () => signal.aborted,
  })
}

/** What was put right is closed at once: nobody waits for the night. */
function closeFixed(ctx: Context, customerId: unknown): void {
  if (typeof customerId !== 'number') return
  const range = { from: customerId - 1, to: customerId }
  if (openOrders(ctx, range).length === 0) return
  const plan = planPiece(ctx, readSetting(ctx.db, 'dataQuality.settings').rules, range, { give: false })
  if (!isEmpty(plan)) carryOut(ctx, plan, { opened: 0, closed: 0, given: new Map() })
}

/** What was dropped when its customer went away stands again with it, at its old deadline. */
function reopen(ctx: Context, customerId: number, goneAt: number): void {
  statement(
    ctx.db,
    `UPDATE rectification_orders SET closed_at = NULL, closed_because = NULL
     WHERE customer_id = ? AND closed_because = 'dropped' AND closed_at >= ?`,
  ).run(customerId, goneAt)
  ctx.publish('dataQuality')
}

/** Whoever takes it over instead is given orders of their own by the next scan. */
const isBackFromPool = (before: StoredRow, after: StoredRow): boolean =>
  before['ownerId'] === null &&
  typeof before['pooledAt'] === 'number' &&
  typeof after['ownerId'] === 'number' &&
  after['ownerId'] === before['formerOwnerId']

export const qualityReactions: readonly Reaction[] = [
  {
    entity: 'customers',
    afterWrite(ctx, { id, action, before, row }) {
      if (action === 'restore' && before?.archivedAt) reopen(ctx, id, before.archivedAt)
      if (before && isBackFromPool(before, row)) reopen(ctx, id, Number(before['pooledAt']))
      closeFixed(ctx, id)
    },
  },
  ...['contacts', 'followUps'].map((entity): Reaction => ({
    entity,
    afterWrite: (ctx, { row }) => closeFixed(ctx, row['customerId']),
  })),
]
