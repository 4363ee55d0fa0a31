// Which customers break which rule, among some ids. The host looks at everything, in nobody's name.
import type { Context } from '@main/api/context'
import { rightsOf } from '@main/api/rights'
import { statement } from '@main/database/statements'
import { filterSql } from '@main/records/filters'
import { startOfDay } from '@shared/dates'
import { isGoodTaxNumber, type QualityRule } from '@shared/features/dataQuality/rules'

export interface Range {
  /** Ids above `from`, up to `to`. */
  from: number
  to: number
}

const everything = rightsOf(0, [{ id: 0, builtIn: 'owner', grants: {}, fieldRights: {} }], {
  people: [],
  departments: [],
})
/** A filter of the office sees every field. */
export const unlimited = (ctx: Context): Context => ({ ...ctx, rights: everything })

const alive = 't.id > ? AND t.id <= ? AND t.owner_id IS NOT NULL AND t.archived_at IS NULL'

/** Ids that break the rule. */
export function breaking(ctx: Context, rule: QualityRule, { from, to }: Range): number[] {
  const find = (condition: string, ...params: unknown[]): number[] =>
    statement<unknown[], { id: number }>(ctx.db, `SELECT t.id FROM customers t WHERE ${alive} AND ${condition}`)
      .all(from, to, ...params)
      .map((row) => row.id)
  switch (rule.kind) {
    case 'missingPhone':
      return find(
        `t.phone IS NULL AND t.other_phones IS NULL AND NOT EXISTS (SELECT 1 FROM contacts c
           WHERE c.customer_id = t.id AND c.archived_at IS NULL AND (c.phone IS NOT NULL OR c.other_phones IS NOT NULL))`,
      )
    case 'noFollowUp':
      return find('coalesce(t.last_followed_at, t.created_at) < ?', startOfDay(ctx.now, -(rule.days ?? 60)))
    case 'duplicate':
      return find(
        `EXISTS (SELECT 1 FROM duplicate_pairs p WHERE (p.first_id = t.id OR p.second_id = t.id) AND p.dismissed_at IS NULL
           AND NOT EXISTS (SELECT 1 FROM customers o WHERE o.id IN (p.first_id, p.second_id) AND o.archived_at IS NOT NULL))`,
      )
    case 'taxNumber':
      return badTaxNumbers(ctx, { from, to })
    case 'own': {
      if (rule.filter === null) return []
      const { sql, params } = filterSql(unlimited(ctx), ctx.services.entities.get('customers'), rule.filter)
      return find(sql, ...params)
    }
  }
}

const badTaxNumbers = (ctx: Context, { from, to }: Range): number[] =>
  statement<[number, number], { id: number; taxNumber: string }>(
    ctx.db,
    `SELECT t.id, t.tax_number taxNumber FROM customers t WHERE ${alive} AND t.tax_number IS NOT NULL`,
  )
    .all(from, to)
    .flatMap(({ id, taxNumber }) => (isGoodTaxNumber(taxNumber) ? [] : [id]))
