// Which customers the rules send to the pool, and when: reckoned over the whole office, a piece at a time.
import { rest } from '@main/jobs/rest'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { dayOf, startOfDay } from '@shared/dates'
import { customerLevels } from '@shared/features/customers/fields'
import { daysUntilPool, type PoolSettings } from '@shared/features/pool/rules'

export interface Due {
  id: number
  ownerId: number
  dueOn: string
}

/** Ids looked through before others are served. */
const idsAPiece = 4000

/** Without an owner of their own choice, exempt, locked or spoken with in time: not among them. */
export async function dueForPool(db: Db, settings: PoolSettings, now: number, signal: AbortSignal): Promise<Due[]> {
  const last = statement<[], { id: number | null }>(db, 'SELECT max(id) id FROM customers').get()?.id ?? 0
  const found: Due[] = []
  for (let from = 0; from < last && !signal.aborted; from += idsAPiece) {
    for (const level of customerLevels) found.push(...duePiece(db, settings, { now, level, from }))
    await rest()
  }
  return found.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id - b.id))
}

interface Piece {
  now: number
  level: string
  from: number
}

function duePiece(db: Db, settings: PoolSettings, { now, level, from }: Piece): Due[] {
  const days = daysUntilPool(settings, level)
  if (days === null) return []
  const before = startOfDay(now, settings.warnDays - days + 1)
  const rows = statement<unknown[], { id: number; ownerId: number; since: number }>(
    db,
    `SELECT id, ownerId, since FROM (
       SELECT t.id id, t.owner_id ownerId, max(coalesce(t.last_followed_at, 0),
         coalesce((SELECT max(m.at) FROM owner_moves m WHERE m.customer_id = t.id), t.created_at)) since
       FROM customers t WHERE t.id > ? AND t.id <= ? AND t.owner_id IS NOT NULL AND t.archived_at IS NULL AND t.locked = 0
         AND t.level = ? AND coalesce(t.last_followed_at, 0) < ?
         AND t.type NOT IN (SELECT value FROM json_each(?)) AND t.owner_id NOT IN (SELECT value FROM json_each(?))
         AND NOT EXISTS (SELECT 1 FROM json_each(t.tags) g WHERE g.value IN (SELECT value FROM json_each(?))))
     WHERE since < ?`,
  ).all(
    from,
    from + idsAPiece,
    level,
    before,
    JSON.stringify(settings.exemptTypes),
    JSON.stringify(settings.exemptOwnerIds),
    JSON.stringify(settings.exemptTags),
    before,
  )
  return rows.map(({ id, ownerId, since }) => ({ id, ownerId, dueOn: dayOf(startOfDay(since, days)) }))
}

export interface Warning {
  customerId: number
  dueOn: string
}

export const warningsNow = (db: Db): Map<number, string> =>
  new Map(
    statement<[], Warning>(db, 'SELECT customer_id customerId, due_on dueOn FROM pool_warnings')
      .all()
      .map(({ customerId, dueOn }) => [customerId, dueOn]),
  )

export interface NightPlan {
  /** To be told of now; with the day on which they go. */
  warn: Due[]
  /** Told of before, and their day has come. */
  recycle: Due[]
  /** Told of before, still some days. */
  wait: Due[]
  /** Told of before, and all is well again. */
  clear: number[]
}

/** Nobody's customer goes without having been told of `warnDays` before, however long the rule was broken. */
export function planNight(due: readonly Due[], warned: ReadonlyMap<number, string>, night: NightOf): NightPlan {
  const today = dayOf(night.now)
  const earliest = dayOf(startOfDay(night.now, night.warnDays))
  const plan: NightPlan = { warn: [], recycle: [], wait: [], clear: [] }
  const ids = new Set(due.map(({ id }) => id))
  for (const one of due) {
    const told = warned.get(one.id)
    const dueOn = told ?? (one.dueOn > earliest ? one.dueOn : earliest)
    if (told === undefined && night.warnDays > 0) plan.warn.push({ ...one, dueOn })
    else if (dueOn <= today) plan.recycle.push({ ...one, dueOn })
    else plan.wait.push({ ...one, dueOn })
  }
  plan.clear = [...warned.keys()].filter((id) => !ids.has(id))
  return plan
}

interface NightOf {
  now: number
  warnDays: number
}
