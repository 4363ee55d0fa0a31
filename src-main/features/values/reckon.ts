// Keeps every customer's value right: one after each write, all of them at night, a piece at a time.
import { parts, rowPieces } from '@main/jobs/pieces'
import type { Context } from '@main/api/context'
import { type Dispatcher, writeAsHost } from '@main/api/dispatch'
import { readSetting } from '@main/api/settings'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { reckoned } from '@main/records/lateSums'
import type { Reaction } from '@main/records/reactions'
import { setComputed } from '@main/records/write'
import { daysBetween, startOfDay } from '@shared/dates'
import { type Value, type ValueFacts, valueOf, type ValueRules } from '@shared/features/values/rules'

/** About 5 ms of reading; what has changed is written in as short a transaction. */
const customersAPiece = 300
const writtenAPiece = 150
const yearDays = 365

interface Stored {
  id: number
  lastAt: number | null
  amount: number | null
  potential: number | null
  score: number | null
  tier: string | null
  frequency: number
}

const columns = `t.id, t.last_followed_at lastAt, t.past_amount amount, t.potential_amount potential, t.value_score score, t.value_tier tier,
  (SELECT count(*) FROM follow_ups f WHERE f.customer_id = t.id AND f.followed_at >= ? AND f.archived_at IS NULL) frequency`

export const factsOf = ({ lastAt, frequency, amount, potential }: Stored, now: number): ValueFacts => ({
  recency: lastAt === null ? null : Math.max(0, daysBetween(lastAt, now)),
  frequency,
  amount,
  potential,
})

const yearAgo = (now: number): number => startOfDay(now, -yearDays)

export const storedValue = (db: Db, id: number, now: number): Stored | undefined =>
  statement<[number, number], Stored>(db, `SELECT ${columns} FROM customers t WHERE t.id = ?`).get(yearAgo(now), id)

const piece = (db: Db, after: number, now: number): Stored[] =>
  statement<[number, number], Stored>(
    db,
    `SELECT ${columns} FROM customers t WHERE t.id > ? AND t.archived_at IS NULL ORDER BY t.id LIMIT ${customersAPiece}`,
  ).all(yearAgo(now), after)

interface Change {
  row: Stored
  value: Value
}

function changeOf(row: Stored, rules: ValueRules, now: number): Change | null {
  const value = valueOf(factsOf(row, now), rules)
  return value.score === row.score && value.tier === row.tier ? null : { row, value }
}

function write(ctx: Context, { row, value }: Change): void {
  setComputed(ctx, ctx.services.entities.get('customers'), row.id, { valueTier: value.tier, valueScore: value.score })
  if (row.tier === null || row.tier === value.tier) return
  statement(
    ctx.db,
    'INSERT INTO value_changes (customer_id, at, from_tier, to_tier, score) VALUES (?, ?, ?, ?, ?)',
  ).run(row.id, ctx.now, row.tier, value.tier, value.score)
}

const reckonOne = (ctx: Context, id: number): void => reckoned(ctx, `values/${id}`, (inner) => reckonNow(inner, id))

function reckonNow(ctx: Context, id: number): void {
  const row = storedValue(ctx.db, id, ctx.now)
  const change = row && changeOf(row, readSetting(ctx.db, 'values.rules'), ctx.now)
  if (change) write(ctx, change)
}

const concerns = ['pastAmount', 'potentialAmount']

export const valueReactions: readonly Reaction[] = [
  {
    entity: 'customers',
    afterWrite(ctx, { action, id, diff }) {
      if (action !== 'update' || concerns.some((key) => key in diff)) reckonOne(ctx, id)
    },
  },
  {
    entity: 'followUps',
    afterWrite(ctx, { row, before }) {
      for (const id of new Set([row['customerId'], before?.['customerId']]))
        if (typeof id === 'number') reckonOne(ctx, id)
    },
  },
]

type Writer = (work: (ctx: Context) => void) => void

/** Gives how many changed. Others are served between the pieces. */
export async function reckonAll(
  db: Db,
  now: number,
  { write: writer, stop, told }: { write: Writer; stop(): boolean; told?(done: number): void },
): Promise<number> {
  let [changed, done] = [0, 0]
  for await (const rows of rowPieces((after) => piece(db, after, now), stop)) {
    const rules = readSetting(db, 'values.rules')
    const changes = rows.flatMap((row) => changeOf(row, rules, now) ?? [])
    // a piece that was looked at is written whole, also when called off meanwhile
    for await (const some of parts(changes, writtenAPiece, () => false))
      writer((ctx) => {
        // anew: others wrote while this rested
        for (const { row } of some) reckonNow(ctx, row.id)
      })
    changed += changes.length
    told?.((done += rows.length))
  }
  return changed
}

export const reckonAtNight = (host: Dispatcher, signal: AbortSignal): Promise<number> =>
  reckonAll(host.db, host.clock(), {
    write: (work) => writeAsHost(host, 'values.reckon', work),
    stop: () => signal.aborted,
  })
