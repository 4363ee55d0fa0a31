// What hangs on a record of any kind by {entity, id}: attachments, comments, tasks. Who sees it follows from that record.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'
import { columnOf, type Entity, type StoredRow } from './entity'
import { applyMasks } from './masks'
import { reachable, visibleIds } from './read'
import { type Condition, type Reach, scope, sightOf } from './scope'
import { selectById } from './select'

export interface About {
  entity: string
  id: number
}

/** Kinds of record that something may hang on. */
const carriers = (ctx: Pick<Context, 'services'>): Entity[] =>
  ctx.services.entities.all().filter(({ scope: { by }, carries }) => by === 'owner' || by === 'parent' || carries)

/** The record something hangs on, within reach; throws `notFound` or `forbidden`. */
export function carrierRow(
  ctx: Context,
  { entity, id }: About,
  reach: (carrier: Entity) => Reach,
): { carrier: Entity; row: StoredRow } {
  const carrier = carriers(ctx).find((one) => one.name === entity)
  if (!carrier) throw fail('notFound')
  const wanted = reach(carrier)
  const row = reachable(ctx, carrier, id, 'read')
  if (wanted !== 'read' && !ctx.rights.can(wanted)) throw fail('forbidden')
  return { carrier, row: wanted === 'read' ? row : reachable(ctx, carrier, id, wanted) }
}

/** The rows (known as `alias`, with columns `entity` and `record_id`) that hang on living records within reach. */
export function hangingRows(ctx: Context, alias: string, reach: (carrier: Entity) => Reach): Condition {
  const parts = carriers(ctx).flatMap((carrier) => {
    if (sightOf(ctx, carrier) === null) return []
    const above = `${alias}r`
    const seen = scope(ctx, carrier, reach(carrier), above)
    const sql = `${alias}.entity = '${carrier.name}' AND (SELECT 1 FROM ${carrier.table} ${above} WHERE ${above}.id = ${alias}.record_id AND ${above}.archived_at IS NULL AND ${seen.sql})`
    return [{ sql, params: seen.params }]
  })
  if (parts.length === 0) return { sql: '0', params: [] }
  return { sql: `(${parts.map(({ sql }) => `(${sql})`).join(' OR ')})`, params: parts.flatMap(({ params }) => params) }
}

/** Those that hang on a customer or on anything that belongs to it. */
export function hangingOnCustomer(ctx: Context, alias: string, customerId: number): Condition {
  const parts = customerParts(ctx, alias)
  return { sql: parts.sql, params: parts.params.map(() => customerId) }
}

const madeFor = new WeakMap<object, Map<string, Condition>>()

/** The same for every customer, and asked for with each 360° page. */
function customerParts(ctx: Context, alias: string): Condition {
  const known = madeFor.get(ctx.services.entities) ?? new Map<string, Condition>()
  madeFor.set(ctx.services.entities, known)
  const found = known.get(alias) ?? makeParts(ctx, alias)
  known.set(alias, found)
  return found
}

function makeParts(ctx: Context, alias: string): Condition {
  const parts = carriers(ctx).flatMap((carrier) => {
    if (carrier.name === 'customers') return [`${alias}.entity = 'customers' AND ${alias}.record_id = ?`]
    // what hangs on something that hangs on the customer itself
    if (carrier.about)
      return [
        `${alias}.entity = '${carrier.name}' AND ${alias}.record_id IN (SELECT id FROM ${carrier.table} WHERE entity = 'customers' AND record_id = ?)`,
      ]
    if (carrier.scope.by !== 'parent' || carrier.scope.entity !== 'customers') return []
    const ids = `SELECT id FROM ${carrier.table} WHERE ${columnOf(carrier.scope.field)} = ?`
    return [`${alias}.entity = '${carrier.name}' AND ${alias}.record_id IN (${ids})`]
  })
  return { sql: `(${parts.map((sql) => `(${sql})`).join(' OR ')})`, params: parts.map(() => null) }
}

/** Whether there is anything at all: most customers have nothing, and then nobody's sight need be asked. */
export function hasHanging(ctx: Context, table: string, customerId: number): boolean {
  const here = hangingOnCustomer(ctx, 't', customerId)
  return (
    statement(ctx.db, `SELECT 1 FROM ${table} t WHERE t.archived_at IS NULL AND ${here.sql} LIMIT 1`).get(
      ...here.params,
    ) !== undefined
  )
}

/** What a record is called and on which customer's page it is found, as far as the viewer sees it. */
export function shownAs(
  ctx: Context,
  { entity, id }: About,
): { label: string | null; customerId: number | null } | null {
  const kind = ctx.services.entities.find(entity)
  if (!kind || sightOf(ctx, kind) === null || visibleIds(ctx, kind, [id]).length === 0) return null
  const row = selectById(ctx, kind, id)
  if (!row) return null
  const seen: Record<string, unknown> = applyMasks(ctx, kind, row)
  const label = seen[kind.labelField]
  const customerId = kind.name === 'customers' ? row.id : row['customerId']
  return {
    label: typeof label === 'string' ? label.slice(0, 80) : null,
    customerId: typeof customerId === 'number' ? customerId : null,
  }
}
