// Days on which somebody took in or out far more than they usually do.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { earlierDays } from '@main/volumes/volumes'
import { dayOf, startOfDay } from '@shared/dates'
import type { OutputOf } from '@shared/api/endpoint'
import type { auditLogEndpoints } from '@shared/features/auditLog/endpoints'
import { limitOf, ordinary, usualOf, volumeKinds } from '@shared/features/auditLog/rules'

type Unusual = OutputOf<(typeof auditLogEndpoints)['unusual']>['rows'][number]

const toldDays = 30
const usualWithinDays = 60
const dayMs = 86_400_000

/** Newest first. */
export function unusualDays(ctx: Context): Unusual[] {
  const floor = Math.min(...volumeKinds.map((kind) => ordinary[kind]))
  const days = statement<[string, number], Omit<Unusual, 'usual'>>(
    ctx.db,
    `SELECT person_id personId, "on", kind, count FROM daily_volumes WHERE "on" >= ? AND count > ? ORDER BY "on" DESC, count DESC`,
  ).all(dayOf(startOfDay(ctx.now, -toldDays)), floor)
  return days.flatMap((day) => {
    const from = dayOf(Date.parse(day.on) - usualWithinDays * dayMs)
    const usual = usualOf(earlierDays(ctx.db, day.personId, day.kind, day.on, from))
    return day.count > limitOf(day.kind, usual) ? [{ ...day, usual }] : []
  })
}
