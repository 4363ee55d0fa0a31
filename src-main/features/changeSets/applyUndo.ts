// Carries out the plan of an undo for one record. A rule that refuses leaves that record alone, not the whole undo.
import type { Context } from '@main/api/context'
import type { FieldDiff } from '@main/api/changeSets'
import { type AccessEntry, writeAccess } from '@main/records/access'
import type { Entity, StoredRow } from '@main/records/entity'
import { withHooks } from '@main/records/update'
import { changeRow, setArchived } from '@main/records/write'
import { ApiError } from '@shared/api/errors'
import type { UndoItem, UndoSummary } from '@shared/features/changeSets/endpoints'
import type { Effect } from './effects'
import { planUndo, type UndoPlan } from './planUndo'

/** Items named one by one. */
const named = 200

export const emptySummary = (): UndoSummary => ({ records: 0, restored: 0, skipped: 0, items: [] })

export function addItem(summary: UndoSummary, item: UndoItem): void {
  const whole = item.action !== 'update' && !item.skipped.some((one) => one.field === 'record')
  summary.records++
  summary.restored += item.fields.length + Number(whole)
  summary.skipped += item.skipped.length
  if (summary.items.length < named) summary.items.push(item)
}

export function addSummary(sum: UndoSummary, part: UndoSummary): void {
  sum.records += part.records
  sum.restored += part.restored
  sum.skipped += part.skipped
  sum.items.push(...part.items.slice(0, named - sum.items.length))
}

/** Undoes one effect inside the running transaction. */
export function undoEffect(ctx: Context, setId: number, effect: Effect): UndoItem {
  const plan = planUndo(ctx, setId, effect, { leaving: new Set(), returning: new Set() })
  if (!plan.work) return plan.item
  const { work } = plan
  // opened out here: a set opened inside would be gone with the savepoint
  ctx.changeSetId()
  try {
    ctx.db.transaction(() => carryOut(ctx, work))()
    return plan.item
  } catch (error) {
    if (error instanceof ApiError) return refused(plan)
    throw error
  }
}

/**
 * Undoes effects in their order. What a rule refuses is tried once more when the others are back: whoever is to do
 * a task must see again what it is about.
 */
export function undoAll(ctx: Context, setId: number, effects: Iterable<{ effect: Effect }>): UndoItem[] {
  const done = [...effects].map(({ effect }) => ({ effect, item: undoEffect(ctx, setId, effect) }))
  return done.map(({ effect, item }) =>
    item.skipped.some(({ reason }) => reason === 'rule') ? undoEffect(ctx, setId, effect) : item,
  )
}

function refused({ item, work }: UndoPlan): UndoItem {
  const names = [...item.fields.map((one) => one.field), ...(work?.archive === null ? [] : ['record'])]
  return {
    ...item,
    fields: [],
    skipped: [...item.skipped, ...names.map((field) => ({ field, reason: 'rule' as const }))],
  }
}

function carryOut(ctx: Context, { entity, row, diff, archive }: NonNullable<UndoPlan['work']>): void {
  let now = archive === false ? setArchived(ctx, entity, row, false) : row
  if (Object.keys(diff).length > 0) now = putBack(ctx, entity, now, diff)
  if (archive !== true) return
  entity.hooks?.beforeArchive?.(ctx, now)
  setArchived(ctx, entity, now, true)
}

function putBack(ctx: Context, entity: Entity, row: StoredRow, diff: FieldDiff): StoredRow {
  for (const kind of ['team', 'share'] as const) {
    const list = diff[`access.${kind}`]
    // replaceAccess recorded it
    if (list) writeAccess(ctx, entity, row.id, kind, list[1] as AccessEntry[])
  }
  const own = Object.entries(diff).filter(([key]) => Object.hasOwn(entity.set.fields, key))
  const changed = Object.fromEntries(own.map(([key, [, value]]) => [key, value]))
  return changeRow(ctx, entity, row, withHooks(ctx, entity, row, changed, diff))
}
