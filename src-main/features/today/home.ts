// The home page: whom to call, what one's people do, who has gone quiet, whether the office's data is safe.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { OutputOf } from '@shared/api/endpoint'
import { dayOf } from '@shared/dates'
import type { todayEndpoints } from '@shared/features/today/endpoints'
import { type Period, stretchOf } from '@shared/features/today/periods'
import { figuresOf } from './activity'
import { adoptionOf } from './adoption'
import { backupState, lastImports } from './officeState'
import { quietCustomers } from './quiet'
import { whomToCall } from './whomToCall'

type Home = OutputOf<(typeof todayEndpoints)['home']>

export async function homeOf(ctx: Context, whose: 'me' | 'myPeople', period: Period): Promise<Home> {
  const me = ctx.user.id
  const mine = whose === 'me'
  const led = peopleLed(ctx)
  const leads = led.some((id) => id !== me)
  const stretch = stretchOf(period, ctx.now)
  const [figures, quiet] = await Promise.all([
    figuresOf(ctx, leads ? led : [me], stretch),
    quietCustomers(ctx, mine ? [me] : led.filter((id) => id !== me)),
  ])
  return {
    today: whomToCall(ctx, whose),
    mine: figures.get(me) ?? { ...noFigures, personId: me },
    people: leads ? led.flatMap((id) => figures.get(id) ?? []) : null,
    adoption: leads ? adoptionOf(ctx, led) : null,
    quiet,
    backup: backupState(ctx),
    imports: lastImports(ctx),
  }
}

const noFigures = { followUps: null, visits: null, newCustomers: null, customers: null, withNextStep: null }

/** Oneself, everybody below, and whom one's right to the audit log reaches; of those only who is at work. */
export function peopleLed(ctx: Context): number[] {
  const watched = ctx.rights.can('auditLog.view') ? ctx.rights.workable('auditLog.view') : ctx.rights.below
  const atWork = statement<[string], { id: number }>(
    ctx.db,
    'SELECT id FROM people WHERE archived_at IS NULL AND disabled = 0 AND (left_on IS NULL OR left_on >= ?) ORDER BY id',
  ).all(dayOf(ctx.now))
  return atWork
    .map(({ id }) => id)
    .filter((id) => id === ctx.user.id || ctx.rights.below.has(id) || watched === 'all' || watched.has(id))
}
