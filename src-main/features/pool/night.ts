// The night's work of the pool: owners are warned, and what was warned of in time goes. One change set a night.
import { parts } from '@main/jobs/pieces'
import type { Context } from '@main/api/context'
import { type Dispatcher, writeAsHost } from '@main/api/dispatch'
import { readSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { notify } from '@main/notifications/notify'
import { selectById } from '@main/records/select'
import { daysBetween, dayOf } from '@shared/dates'
import { type Due, dueAsIs, dueForPool, type NightPlan, planNight, warningsNow } from './due'
import { giveTo } from './taking'

const recordsAChunk = 25
/** One person is told of so many customers by name a night; the page has them all. */
const namedAPerson = 10

/** Gives how many went. Others are served between the chunks. */
export async function recyclePool(host: Dispatcher, signal: AbortSignal): Promise<number> {
  const settings = readSetting(host.db, 'pool.settings')
  const now = host.clock()
  const due = settings.enabled ? await dueForPool(host.db, settings, now, signal) : []
  if (signal.aborted) return 0
  const plan = planNight(due, warningsNow(host.db), { now, warnDays: settings.warnDays })
  await warn(host, plan, signal)
  return recycle(host, plan.recycle, signal)
}

async function warn(host: Dispatcher, { warn: due, clear }: NightPlan, signal: AbortSignal): Promise<void> {
  const told = new Map<number, number>()
  for await (const ids of parts(clear, recordsAChunk, () => signal.aborted))
    writeAsHost(host, 'pool.warn', (ctx) => {
      for (const id of ids) statement(ctx.db, 'DELETE FROM pool_warnings WHERE customer_id = ?').run(id)
      ctx.publish('pool')
    })
  for await (const some of parts(due, recordsAChunk, () => signal.aborted))
    writeAsHost(host, 'pool.warn', (ctx) => {
      for (const one of some) warnOf(ctx, one, told)
      ctx.publish('pool')
    })
}

function warnOf(ctx: Context, { id, ownerId, dueOn }: Due, told: Map<number, number>): void {
  statement(ctx.db, 'INSERT OR REPLACE INTO pool_warnings (customer_id, warned_on, due_on) VALUES (?, ?, ?)').run(
    id,
    dayOf(ctx.now),
    dueOn,
  )
  const n = (told.get(ownerId) ?? 0) + 1
  told.set(ownerId, n)
  const days = daysBetween(ctx.now, new Date(`${dueOn}T00:00`).getTime())
  if (n <= namedAPerson) notify(ctx, { to: [ownerId], kind: 'poolWarning', entity: 'customers', id, params: { days } })
}

async function recycle(host: Dispatcher, due: readonly Due[], signal: AbortSignal): Promise<number> {
  const gone = new Map<number, number>()
  let changeSet: number | undefined
  for await (const chunk of parts(due, recordsAChunk, () => signal.aborted))
    changeSet = writeAsHost(host, 'pool.recycle', (ctx) => recycleChunk(ctx, chunk, gone), changeSet)
  if (gone.size > 0)
    writeAsHost(host, 'pool.recycle', (ctx) => {
      for (const [ownerId, n] of gone) notify(ctx, { to: [ownerId], kind: 'poolRecycled', params: { n } })
    })
  return [...gone.values()].reduce((sum, n) => sum + n, 0)
}

/** What was spoken with or given on since it was reckoned stays. Gives the change set. */
function recycleChunk(ctx: Context, chunk: readonly Due[], gone: Map<number, number>): number {
  const customers = ctx.services.entities.get('customers')
  const settings = readSetting(ctx.db, 'pool.settings')
  for (const { id, ownerId } of chunk) {
    const row = selectById(ctx, customers, id)
    if (row && dueAsIs(ctx.db, settings, ctx.now, id)?.ownerId === ownerId) {
      giveTo(ctx, row, null)
      gone.set(ownerId, (gone.get(ownerId) ?? 0) + 1)
    }
    statement(ctx.db, 'DELETE FROM pool_warnings WHERE customer_id = ?').run(id)
  }
  return ctx.changeSetId()
}
