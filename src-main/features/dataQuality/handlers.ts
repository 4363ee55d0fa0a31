import { type Context, handlersOf } from '@main/api/context'
import { readSetting, writeSetting } from '@main/api/settings'
import { filterSql } from '@main/records/filters'
import { fail } from '@shared/api/errors'
import { dataQualityEndpoints } from '@shared/features/dataQuality/endpoints'
import type { QualityRule } from '@shared/features/dataQuality/rules'
import { printRates } from './papers'
import { ordersOf, ratesOf } from './reading'
import { scanAll } from './scanning'

export const dataQualityHandlers = handlersOf(dataQualityEndpoints, {
  orders: (ctx, input) => ordersOf(ctx, input),
  rates: (ctx, { month }) => ({
    rows: ratesOf(ctx, month),
    scannedAt: readSetting(ctx.db, 'dataQuality.scannedAt'),
  }),
  print: (ctx, input) => printRates(ctx, input),
  settings: (ctx) => readSetting(ctx.db, 'dataQuality.settings'),

  setSettings(ctx, settings) {
    for (const rule of settings.rules) guardRule(ctx, rule)
    const before = readSetting(ctx.db, 'dataQuality.settings')
    writeSetting(ctx.db, 'dataQuality.settings', settings)
    ctx.about('dataQuality', null, { before, after: settings })
    ctx.publish('dataQuality')
    return settings
  },

  scan(ctx) {
    const jobId = ctx.services.jobs.start('dataQuality.scan', ctx.user.id, async (job) => {
      const { opened, closed } = await scanAll(ctx.db, {
        write: (work) => ctx.write(work),
        stop: () => job.signal.aborted,
        told: (done, total) => job.progress(done, total),
      })
      if (job.signal.aborted) throw fail('cancelled')
      return { opened, closed }
    })
    return { jobId }
  },
})

/** An own rule names only fields its maker sees, and says what it is called. */
function guardRule(ctx: Context, { kind, name, filter }: QualityRule): void {
  if (kind !== 'own') return
  if (name === '') throw fail('invalid', { fields: { name: 'required' } })
  if (filter === null) throw fail('invalid', { fields: { filter: 'required' } })
  filterSql(ctx, ctx.services.entities.get('customers'), filter)
}
