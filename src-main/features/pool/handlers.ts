import { handlersOf } from '@main/api/context'
import { readSetting, writeSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { changeNightHour } from '@main/jobs/daily'
import { count, list } from '@main/records/list'
import { reachable, within } from '@main/records/read'
import { guardVersion } from '@main/records/update'
import { changeRow } from '@main/records/write'
import { startOfDay } from '@shared/dates'
import { poolEndpoints } from '@shared/features/pool/endpoints'
import { openCard, viewedToday } from './card'
import { pooled } from './entity'
import { movesOf, movesToday } from './moves'
import { previewNight } from './preview'
import { assign, assignable, claim, giveBack, holdingOf } from './taking'
import { warnedDue } from './warned'

export const poolHandlers = handlersOf(poolEndpoints, {
  list(ctx, input) {
    const page = list(ctx, pooled, input)
    // custom values may hold ways to reach somebody
    return { ...page, rows: page.rows.map((row) => ({ ...row, custom: {} })) }
  },
  count: (ctx, input) => count(ctx, pooled, input),

  status(ctx) {
    const { holdingMax, claimsPerDay, viewsPerDay, coolOffDays } = readSetting(ctx.db, 'pool.settings')
    return {
      holding: holdingOf(ctx, ctx.user.id),
      holdingMax,
      claimedToday: movesToday(ctx, 'pool.claim', startOfDay(ctx.now)),
      claimsPerDay,
      viewedToday: viewedToday(ctx),
      viewsPerDay,
      coolOffDays,
      assignTo: assignable(ctx),
    }
  },

  open: (ctx, { id }) => openCard(ctx, id),
  claim: (ctx, { ids }) => ({ claimed: claim(ctx, ids) }),
  assign: (ctx, { ids, personId }) => ({ assigned: assign(ctx, ids, personId) }),
  return: (ctx, { ids, reason }) => ({ returned: giveBack(ctx, ids, reason) }),

  lock(ctx, { id, version, locked }) {
    const customers = ctx.services.entities.get('customers')
    const row = reachable(ctx, customers, id, 'pool.lock')
    guardVersion(ctx, customers, row, version)
    if (row['locked'] === locked) return { version: row.version }
    if (locked) statement(ctx.db, 'DELETE FROM pool_warnings WHERE customer_id = ?').run(id)
    return { version: changeRow(ctx, customers, row, { locked: [row['locked'], locked] }).version }
  },

  moves(ctx, { customerId }) {
    const customers = ctx.services.entities.get('customers')
    const row = reachable(ctx, customers, customerId, 'read')
    return {
      rows: movesOf(ctx, customerId),
      due: warnedDue(ctx, customerId),
      locked: row['locked'] === true,
      canReturn: row['ownerId'] !== null && within(ctx, customers, customerId, 'pool.return'),
      canLock: within(ctx, customers, customerId, 'pool.lock'),
    }
  },

  rules: (ctx) => readSetting(ctx.db, 'pool.settings'),

  setRules(ctx, settings) {
    const before = readSetting(ctx.db, 'pool.settings')
    writeSetting(ctx.db, 'pool.settings', settings)
    changeNightHour(ctx.db, ctx.now, { from: before.nightHour, to: settings.nightHour })
    ctx.about('pool', null, { before, after: settings })
    ctx.publish('pool')
    return settings
  },

  preview: (ctx, input) => previewNight(ctx, input),
})
