// What create, update, archive, restore and undo share: one place where a stored row changes,
// with its version, its entry in the change set, its hooks and its event.
import type { Context } from '@main/api/context'
import { type ChangeAction, type FieldDiff, recordChange } from '@main/api/changeSets'
import { statement } from '@main/database/statements'
import { guardUnique } from './customRules'
import { columnOf, type Entity, type StoredRow } from './entity'
import { selectById } from './select'
import { encode } from './values'

/** Field values → column assignments. `custom` is kept as JSON. */
function assignments(entity: Entity, values: Record<string, unknown>): { columns: string[]; params: unknown[] } {
  const columns: string[] = []
  const params: unknown[] = []
  for (const [key, value] of Object.entries(values)) {
    const field = entity.set.fields[key]
    if (key === 'custom') params.push(JSON.stringify(value ?? {}))
    else if (field && !entity.expressions?.[key]) params.push(encode(field, value))
    else continue
    columns.push(columnOf(key))
  }
  return { columns, params }
}

/** `createdAt` among the values: when an imported record was first made; no endpoint lets it in. */
export function insertRow(ctx: Context, entity: Entity, values: Record<string, unknown>): StoredRow {
  const { columns, params } = assignments(entity, values)
  const createdAt = typeof values['createdAt'] === 'number' ? values['createdAt'] : ctx.now
  const all = ['created_at', 'updated_at', 'created_by_id', ...columns]
  const result = statement(
    ctx.db,
    `INSERT INTO ${entity.table} (${all.join(', ')}) VALUES (${all.map(() => '?').join(', ')})`,
  ).run(createdAt, ctx.now, ctx.user.id, ...params)
  const id = Number(result.lastInsertRowid)
  // the record itself tells what it was made with
  return finish(ctx, entity, { id, action: 'create', diff: {}, before: null })
}

export function changeRow(ctx: Context, entity: Entity, before: StoredRow, diff: FieldDiff): StoredRow {
  const after: Record<string, unknown> = {}
  const custom: Record<string, unknown> = { ...before.custom }
  for (const [key, [, value]] of Object.entries(diff)) {
    if (key.startsWith('custom.')) custom[key.slice(7)] = value
    else after[key] = value
  }
  if (Object.keys(diff).some((key) => key.startsWith('custom.'))) after['custom'] = custom
  const { columns, params } = assignments(entity, after)
  const sets = ['version = version + 1', 'updated_at = ?', ...columns.map((column) => `${column} = ?`)]
  statement(ctx.db, `UPDATE ${entity.table} SET ${sets.join(', ')} WHERE id = ?`).run(ctx.now, ...params, before.id)
  return finish(ctx, entity, { id: before.id, action: 'update', diff, before })
}

export function setArchived(ctx: Context, entity: Entity, before: StoredRow, archived: boolean): StoredRow {
  const sql = `UPDATE ${entity.table} SET version = version + 1, archived_at = ? WHERE id = ?`
  statement(ctx.db, sql).run(archived ? ctx.now : null, before.id)
  return finish(ctx, entity, { id: before.id, action: archived ? 'archive' : 'restore', diff: {}, before })
}

interface Write {
  id: number
  action: ChangeAction
  diff: FieldDiff
  before: StoredRow | null
}

function finish(ctx: Context, entity: Entity, { id, action, diff, before }: Write): StoredRow {
  const row = mustSelect(ctx, entity, id)
  recordChange(ctx.db, {
    changeSetId: ctx.changeSetId(),
    entity: entity.name,
    recordId: id,
    action,
    diff,
    version: row.version,
  })
  ctx.about(entity.name, id)
  guardUnique(ctx, entity, row, action === 'update' ? diff : null)
  entity.hooks?.afterWrite?.(ctx, { action, id, row, before, diff })
  for (const reaction of ctx.services.reactions)
    if (reaction.entity === entity.name) reaction.afterWrite(ctx, { action, id, row, before, diff })
  ctx.services.search.indexRecord(ctx, entity.name, id)
  ctx.publish(entity.name, id)
  // hooks and reactions may have set computed fields
  return entity.hooks?.afterWrite || ctx.services.reactions.some((one) => one.entity === entity.name)
    ? mustSelect(ctx, entity, id)
    : row
}

function mustSelect(ctx: Context, entity: Entity, id: number): StoredRow {
  const row = selectById(ctx, entity, id)
  if (!row) throw new Error(`${entity.name} ${id} vanished inside its own transaction`)
  return row
}

/** Sets computed columns: no new version, no change entry, since nobody wrote them. */
export function setComputed(
  ctx: Context,
  entity: Entity,
  id: number,
  values: Record<string, string | number | null>,
): void {
  const keys = Object.keys(values)
  const sql = `UPDATE ${entity.table} SET ${keys.map((key) => `${columnOf(key)} = ?`).join(', ')} WHERE id = ?`
  statement(ctx.db, sql).run(...Object.values(values), id)
  ctx.publish(entity.name, id)
}
