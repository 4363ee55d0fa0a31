import { type Context, handlersOf } from '@main/api/context'
import { readSetting, writeSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { seesField } from '@main/records/masks'
import { reachable } from '@main/records/read'
import { type ExplainedValue, valuesEndpoints } from '@shared/features/values/endpoints'
import { valueOf, valueParts } from '@shared/features/values/rules'
import { factsOf, reckonAll, storedValue } from './reckon'

export const valuesHandlers = handlersOf(valuesEndpoints, {
  explain(ctx, { customerId }) {
    reachable(ctx, ctx.services.entities.get('customers'), customerId, 'read')
    return { value: seesField(ctx, 'customers', 'valueScore') ? explained(ctx, customerId) : null }
  },

  rules: (ctx) => readSetting(ctx.db, 'values.rules'),

  setRules(ctx, rules) {
    const before = readSetting(ctx.db, 'values.rules')
    writeSetting(ctx.db, 'values.rules', rules)
    ctx.about('values', null, { before, after: rules })
    ctx.publish('values')
    return rules
  },

  reckon(ctx) {
    const jobId = ctx.services.jobs.start('values.reckon', ctx.user.id, async (job) => {
      const total = statement<[], { n: number }>(ctx.db, 'SELECT count(*) n FROM customers').get()?.n ?? 0
      const changed = await reckonAll(ctx.db, ctx.now, {
        write: (work) => ctx.write(work),
        stop: () => job.signal.aborted,
        told: (done) => job.progress(done, total),
      })
      return { changed }
    })
    return { jobId }
  },
})

function explained(ctx: Context, customerId: number): ExplainedValue | null {
  const row = storedValue(ctx.db, customerId, ctx.now)
  if (!row) return null
  const rules = readSetting(ctx.db, 'values.rules')
  const facts = factsOf(row, ctx.now)
  const { points, score, tier } = valueOf(facts, rules)
  return {
    score,
    tier,
    parts: valueParts.map((part) => ({
      part,
      value: facts[part],
      points: points[part],
      weight: rules.weights[part],
    })),
    tiers: rules.tiers,
    changes: statement<[number], ExplainedValue['changes'][number]>(
      ctx.db,
      `SELECT id, at, from_tier "from", to_tier "to", score FROM value_changes WHERE customer_id = ? ORDER BY at DESC, id DESC LIMIT 50`,
    ).all(customerId),
  }
}
