// Which customers the rules send to the pool, and when: reckoned over the whole office, a piece at a time.
import { idRanges } from '@main/jobs/pieces'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { dayOf, startOfDay } from '@shared/dates'
import { customerLevels } from '@shared/features/customers/fields'
import { daysUntilPool, type PoolRuleKind, poolRuleKinds, type PoolSettings } from '@shared/features/pool/rules'
import { poolKinds } from './kinds'

export interface Due {
  id: number
  ownerId: number
  dueOn: string
  /** By which kind of rule it goes first, and the days of that rule. */
  kind: PoolRuleKind
  days: number
}

/** Ids looked through before others are served. */
const idsAPiece = 4000

/** Without an owner of their own choice, exempt, locked or spoken with in time: not among them. */
export async function dueForPool(db: Db, settings: PoolSettings, now: number, signal: AbortSignal): Promise<Due[]> {
  const found: Due[] = []
  for await (const range of idRanges(db, 'customers', idsAPiece, () => signal.aborted))
    found.push(...dueAmong(db, settings, { now, ...range }))
  return found.sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.id - b.id))
}

/** Whether one customer is among them as things stand. */
export const dueAsIs = (db: Db, settings: PoolSettings, now: number, id: number): Due | undefined =>
  settings.enabled ? dueAmong(db, settings, { now, from: id - 1, to: id })[0] : undefined

interface Range {
  now: number
  from: number
  to: number
}

/** Each by the rule that reaches it first. */
function dueAmong(db: Db, settings: PoolSettings, range: Range): Due[] {
  const found = new Map<number, Due>()
  for (const level of customerLevels)
    for (const kind of poolRuleKinds)
      for (const one of duePiece(db, settings, { ...range, level, kind })) {
        const other = found.get(one.id)
        if (!other || one.dueOn < other.dueOn) found.set(one.id, one)
      }
  return [...found.values()]
}

interface Piece extends Range {
  level: string
  kind: PoolRuleKind
}

/** Giving it back and taking that back oneself begins no new time. */
const ownedSince = `coalesce((SELECT max(m.at) FROM owner_moves m WHERE m.customer_id = t.id AND m.path <> 'pool.return'
  AND NOT (m.path LIKE 'changeSets.undo%' AND m.by_id = m.to_id)), t.created_at)`

function duePiece(db: Db, settings: PoolSettings, { now, level, kind, from, to }: Piece): Due[] {
  const days = daysUntilPool(settings, level, kind)
  if (days === null) return []
  const { since, only } = poolKinds[kind]
  const rows = statement<[Record<string, unknown>], { id: number; ownerId: number; since: number }>(
    db,
    `SELECT id, ownerId, since FROM (
       SELECT t.id id, t.owner_id ownerId, max(${since}, ${ownedSince}) since
       FROM customers t WHERE t.id > :from AND t.id <= :to AND t.owner_id IS NOT NULL AND t.archived_at IS NULL AND t.locked = 0
         AND t.level = :level AND ${only} AND t.created_at < :before
         AND t.type NOT IN (SELECT value FROM json_each(:types)) AND t.owner_id NOT IN (SELECT value FROM json_each(:owners))
         AND NOT EXISTS (SELECT 1 FROM json_each(t.tags) g WHERE g.value IN (SELECT value FROM json_each(:tags)))
         AND NOT (:starred AND EXISTS (SELECT 1 FROM stars s WHERE s.person_id = t.owner_id AND s.entity = 'customers' AND s.record_id = t.id)))
     WHERE since < :before`,
  ).all({
    from,
    to,
    level,
    before: startOfDay(now, settings.warnDays - days + 1),
    types: JSON.stringify(settings.exemptTypes),
    owners: JSON.stringify(settings.exemptOwnerIds),
    tags: JSON.stringify(settings.exemptTags),
    starred: Number(settings.exemptStarred),
  })
  return rows.map(({ id, ownerId, since: at }) => ({ id, ownerId, kind, days, dueOn: dayOf(startOfDay(at, days)) }))
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
