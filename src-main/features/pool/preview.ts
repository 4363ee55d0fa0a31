// What the coming night would do, for whoever sets the rules: only customers they see are told of.
import { nextNight } from '@main/jobs/daily'
import { breath } from '@main/jobs/rest'
import type { Context } from '@main/api/context'
import { applyMasks } from '@main/records/masks'
import { scope } from '@main/records/scope'
import { selectRows } from '@main/records/select'
import type { InputOf, OutputOf } from '@shared/api/endpoint'
import type { poolEndpoints } from '@shared/features/pool/endpoints'
import { type Due, dueForPool, planNight, warningsNow } from './due'

type Preview = (typeof poolEndpoints)['preview']
type Line = OutputOf<Preview>['rows'][number]

const shown = 200
const lookedUpAtOnce = 500

export async function previewNight(ctx: Context, { settings }: InputOf<Preview>): Promise<OutputOf<Preview>> {
  // the night of two o'clock is that of another day than now
  const now = nextNight(ctx.now, settings.nightHour)
  const due = settings.enabled ? await dueForPool(ctx.db, settings, now, ctx.signal) : []
  const plan = planNight(due, warningsNow(ctx.db), { now, warnDays: settings.warnDays })
  const rows: Line[] = []
  const counts = { recycled: 0, warned: 0, waiting: 0 }
  for (const [what, some] of [
    ['recycled', plan.recycle],
    ['warned', plan.warn],
    ['waiting', plan.wait],
  ] as const)
    for (let at = 0; at < some.length; at += lookedUpAtOnce) {
      const lines = linesOf(ctx, some.slice(at, at + lookedUpAtOnce), what)
      counts[what] += lines.length
      rows.push(...lines.slice(0, Math.max(0, shown - rows.length)))
      await breath()
    }
  return { ...counts, rows }
}

function linesOf(ctx: Context, due: readonly Due[], what: Line['what']): Line[] {
  const customers = ctx.services.entities.get('customers')
  const seen = scope(ctx, customers, 'read')
  const days = new Map(due.map((one) => [one.id, one]))
  const rows = selectRows(ctx, customers, {
    sql: `t.id IN (SELECT value FROM json_each(?)) AND ${seen.sql}`,
    params: [JSON.stringify([...days.keys()]), ...seen.params],
  })
  return rows.map((stored) => {
    const row = applyMasks(ctx, customers, stored)
    const text = (key: string): string | null => (typeof row[key] === 'string' ? row[key] : null)
    const number = (key: string): number | null => (typeof row[key] === 'number' ? row[key] : null)
    return {
      customerId: row.id,
      customerName: text('name') ?? '',
      ownerId: number('ownerId'),
      level: text('level'),
      lastFollowedAt: number('lastFollowedAt'),
      dueOn: days.get(row.id)?.dueOn ?? '',
      kind: days.get(row.id)?.kind ?? null,
      what,
    }
  })
}
