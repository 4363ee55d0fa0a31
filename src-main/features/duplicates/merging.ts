// Two customers become one: everything of the one goes to the other, and the one to the recycle bin with a pointer.
import type { Context } from '@main/api/context'
import { reasonsFor } from '@main/duplicates/comparing'
import { keptSide } from '@main/duplicates/finding'
import { mayTell } from '@main/duplicates/telling'
import { statement } from '@main/database/statements'
import { type AccessEntry, accessEntries, type AccessKind, replaceAccess } from '@main/records/access'
import { archive } from '@main/records/archive'
import { countHanging, moveBelongings } from '@main/records/belongings'
import type { Entity, StoredRow } from '@main/records/entity'
import { withLateSums } from '@main/records/lateSums'
import { applyMasks } from '@main/records/masks'
import { reachable, within } from '@main/records/read'
import { guardVersion, update } from '@main/records/update'
import type { InputOf, OutputOf } from '@shared/api/endpoint'
import { fail } from '@shared/api/errors'
import type { ChangesOf, Fields } from '@shared/fields/field'
import { customerFields } from '@shared/features/customers/fields'
import type { duplicatesEndpoints } from '@shared/features/duplicates/endpoints'
import { mergedChanges } from '@shared/features/duplicates/merging'
import { scoreOf } from '@shared/features/duplicates/rules'
import type { Room } from '@shared/permissions'
import { copyStars, standing } from './merged'

type Compare = (typeof duplicatesEndpoints)['compare']
type Merge = (typeof duplicatesEndpoints)['merge']

/** Everything of both must be seen and may be changed: a merge moves it all. */
const rooms: readonly Room[] = ['customers', 'contacts', 'followUps']

const hasWholeSight = (ctx: Context): boolean =>
  rooms.every((room) => Object.keys(ctx.rights.restrictedFields(room)).length === 0)

export const mayMerge = (ctx: Context, keepId: number, goneId: number): boolean => {
  const customers = ctx.services.entities.get('customers')
  return (
    ctx.rights.can('duplicates.merge') &&
    hasWholeSight(ctx) &&
    within(ctx, customers, keepId, 'customers.update') &&
    within(ctx, customers, goneId, 'customers.update') &&
    ctx.rights.can('customers.archive') &&
    within(ctx, customers, goneId, 'customers.archive')
  )
}

function bothFor(
  ctx: Context,
  keepId: number,
  goneId: number,
): { customers: Entity; keep: StoredRow; gone: StoredRow } {
  if (keepId === goneId) throw fail('invalid', { fields: { goneId: 'twice' } })
  const customers = ctx.services.entities.get('customers')
  const keep = reachable(ctx, customers, keepId, 'customers.update')
  const gone = reachable(ctx, customers, goneId, 'customers.update')
  if (!ctx.rights.can('customers.archive') || !within(ctx, customers, goneId, 'customers.archive'))
    throw fail('forbidden', { code: 'readOnlyRecord' })
  if (!hasWholeSight(ctx)) throw fail('rule', { code: 'mergeNeedsAllFields' })
  return { customers, keep, gone }
}

export function compare(ctx: Context, { keepId, goneId }: InputOf<Compare>): OutputOf<Compare> {
  const { customers, keep, gone } = bothFor(ctx, keepId, goneId)
  const [one, other] = [keptSide(ctx.db, keepId), keptSide(ctx.db, goneId)]
  const reasons = one && other ? reasonsFor(one, other).filter((reason) => mayTell(ctx, reason)) : []
  return {
    keep: applyMasks<typeof customerFields.fields>(ctx, customers, keep),
    gone: applyMasks<typeof customerFields.fields>(ctx, customers, gone),
    reasons,
    score: scoreOf(reasons),
    moves: countHanging(ctx, customers, goneId),
  }
}

export function merge(ctx: Context, input: InputOf<Merge>): OutputOf<Merge> {
  const { customers, keep, gone } = bothFor(ctx, input.keepId, input.goneId)
  guardVersion(ctx, customers, keep, input.keepVersion)
  guardVersion(ctx, customers, gone, input.goneVersion)
  const changeSetId = ctx.changeSetId()
  const moved = withLateSums(ctx, (inner) => moveBelongings(inner, customers, gone.id, keep.id))
  for (const kind of ['team', 'share'] as const) mergeAccess(ctx, customers, kind, { keep: keep.id, gone: gone.id })
  // away before its values are taken over: some may stand with one customer only
  archive(ctx, customers, { id: gone.id, version: versionOf(ctx, customers, gone.id) })
  const changes = mergedChanges(customerFields.fields, keep, gone, input.choices ?? {})
  const version = versionOf(ctx, customers, keep.id)
  // the values were those of the same fields at the other customer
  update(ctx, customers, { id: keep.id, version, changes: changes as ChangesOf<Fields> })
  point(ctx, { goneId: gone.id, intoId: keep.id, changeSetId, stars: copyStars(ctx, gone.id, keep.id) })
  ctx.about('customers', keep.id, { merged: gone.id, moved })
  ctx.publish('duplicates')
  const customer = applyMasks<typeof customerFields.fields>(ctx, customers, reachable(ctx, customers, keep.id, 'read'))
  return { customer, changeSetId, moved }
}

const versionOf = (ctx: Context, { table }: Entity, id: number): number =>
  statement<[number], { version: number }>(ctx.db, `SELECT version FROM ${table} WHERE id = ?`).get(id)?.version ?? 0

/** Whoever saw the one sees the other, no longer and no less than before. */
function mergeAccess(
  ctx: Context,
  customers: Entity,
  kind: AccessKind,
  { keep, gone }: { keep: number; gone: number },
): void {
  const before = accessEntries(ctx, customers, keep, kind)
  const byPerson = new Map(before.map((entry) => [entry.personId, entry]))
  for (const entry of accessEntries(ctx, customers, gone, kind)) {
    const known = byPerson.get(entry.personId)
    byPerson.set(entry.personId, known ? wider(known, entry) : entry)
  }
  const after = [...byPerson.values()]
  if (JSON.stringify(before) === JSON.stringify(after)) return
  replaceAccess(ctx, customers, reachable(ctx, customers, keep, 'read'), kind, after)
}

const wider = (a: AccessEntry, b: AccessEntry): AccessEntry => ({
  personId: a.personId,
  level: a.level === 'write' || b.level === 'write' ? 'write' : 'read',
  untilOn: a.untilOn === null || b.untilOn === null ? null : a.untilOn > b.untilOn ? a.untilOn : b.untilOn,
})

interface Pointer {
  goneId: number
  intoId: number
  changeSetId: number
  stars: readonly number[]
}

function point(ctx: Context, { goneId, intoId, changeSetId, stars }: Pointer): void {
  // what had been merged into the one is now in the other
  statement(ctx.db, 'UPDATE customer_merges SET into_id = ? WHERE into_id = ?').run(intoId, goneId)
  statement(
    ctx.db,
    'INSERT OR REPLACE INTO customer_merges (gone_id, into_id, at, by_id, change_set_id, stars) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(goneId, intoId, ctx.now, ctx.user.id, changeSetId, JSON.stringify(stars))
}

export function mergedInto(ctx: Context, id: number): { intoId: number | null } {
  const customers = ctx.services.entities.get('customers')
  const found = statement<[number], { intoId: number }>(
    ctx.db,
    `SELECT m.into_id intoId FROM customer_merges m JOIN customers g ON g.id = m.gone_id AND ${standing} WHERE m.gone_id = ?`,
  ).get(id)
  // who did not see the one learns nothing of the other
  const seen = found && within(ctx, customers, found.intoId, 'read') && within(ctx, customers, id, 'read')
  return { intoId: seen ? found.intoId : null }
}
