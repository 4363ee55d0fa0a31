// Who works with the program: last seen, and how much each wrote in the last four weeks.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Adoption } from '@shared/features/today/endpoints'
import { type Stretch, weekOf } from '@shared/features/today/periods'

const weeksBack = [3, 2, 1, 0]

export function adoptionOf(ctx: Context, people: readonly number[]): Adoption[] {
  const weeks = weeksBack.map((ago) => writtenIn(ctx, people, weekOf(ctx.now, ago)))
  const reach = ctx.rights.can('changeSets.view') ? ctx.rights.readable('changeSets') : new Set<number>()
  return people.map((personId) => ({
    personId,
    lastSeenAt: lastSeen(ctx, personId),
    written: weeks.map((week) => week.get(personId) ?? 0),
    opens: reach === 'all' || reach.has(personId),
  }))
}

/** An import or a bulk edit counts once: it is one deed. */
function writtenIn(ctx: Context, people: readonly number[], { from, to }: Stretch): Map<number, number> {
  const rows = statement<[number, number], { personId: number; n: number }>(
    ctx.db,
    // ids of our own making
    `SELECT person_id personId, count(*) n FROM change_sets
     WHERE person_id IN (${people.join(',')}) AND at >= ? AND at < ? GROUP BY person_id`,
  ).all(from, to)
  return new Map(rows.map(({ personId, n }) => [personId, n]))
}

/** The session last used; when all have ended, the last sign-in. */
function lastSeen(ctx: Context, personId: number): number | null {
  const used = statement<[number], { at: number | null }>(
    ctx.db,
    'SELECT max(last_seen_at) at FROM sessions WHERE person_id = ?',
  ).get(personId)
  const signedIn = statement<[number], { at: number | null }>(
    ctx.db,
    `SELECT max(at) at FROM audit_log WHERE entity = 'people' AND record_id = ? AND path = 'auth.signIn' AND outcome = 'ok'`,
  ).get(personId)
  const last = Math.max(used?.at ?? 0, signedIn?.at ?? 0)
  return last === 0 ? null : last
}
