// Who beside the owner sees or edits a record: its team, and shares to named people until a day.
import type { Context } from '@main/api/context'
import { type FieldDiff, recordChange } from '@main/api/changeSets'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'
import { dayOf } from '@shared/dates'
import { permissionOf } from '@shared/permissions'
import { columnOf, type Entity, type StoredRow } from './entity'
import { within } from './read'

export interface AccessEntry {
  personId: number
  level: 'read' | 'write'
  untilOn: string | null
}
export type AccessKind = 'team' | 'share'

export function accessEntries(ctx: Context, entity: Entity, id: number, kind: AccessKind): AccessEntry[] {
  return statement<[string, number, string], AccessEntry>(
    ctx.db,
    'SELECT person_id personId, level, until_on untilOn FROM record_access WHERE entity = ? AND record_id = ? AND kind = ? ORDER BY person_id',
  ).all(entity.name, id, kind)
}

/** Replaces the list; a new version of the record, one entry in its history. Undo puts the old list back. */
export function replaceAccess(
  ctx: Context,
  entity: Entity,
  row: StoredRow,
  kind: AccessKind,
  entries: readonly AccessEntry[],
): void {
  const before = accessEntries(ctx, entity, row.id, kind)
  if (new Set(entries.map((entry) => entry.personId)).size !== entries.length)
    throw fail('invalid', { fields: { personId: 'twice' } })
  if (sameEntries(before, entries)) return
  guardNew(ctx, entity, row.id, newOnes(before, entries))
  putAccess(ctx, entity, row, kind, entries)
}

const sameEntries = (before: readonly AccessEntry[], after: readonly AccessEntry[]): boolean =>
  before.length === after.length &&
  before.every((one) =>
    after.some(
      ({ personId, level, untilOn }) =>
        personId === one.personId && level === one.level && (untilOn ?? null) === (one.untilOn ?? null),
    ),
  )

/** The same without asking whether one may give it: for what a right of its own allows, e.g. a handover. */
export function putAccess(
  ctx: Context,
  entity: Entity,
  row: StoredRow,
  kind: AccessKind,
  entries: readonly AccessEntry[],
): void {
  const before = accessEntries(ctx, entity, row.id, kind)
  const after = [...entries].sort((a, b) => a.personId - b.personId)
  writeAccess(ctx, entity, row.id, kind, after)
  statement(ctx.db, `UPDATE ${entity.table} SET ${columnOf('version')} = version + 1, updated_at = ? WHERE id = ?`).run(
    ctx.now,
    row.id,
  )
  const version = row.version + 1
  const diff: FieldDiff = { [`access.${kind}`]: [before, after] }
  recordChange(ctx.db, {
    changeSetId: ctx.changeSetId(),
    entity: entity.name,
    recordId: row.id,
    action: 'update',
    diff,
    version,
  })
  ctx.about(entity.name, row.id, { [kind]: after })
  ctx.publish(entity.name, row.id)
}

/** Entries that were there may stay, whatever became of the person. */
function newOnes(before: readonly AccessEntry[], after: readonly AccessEntry[]): AccessEntry[] {
  const same = (a: AccessEntry, b: AccessEntry): boolean =>
    a.personId === b.personId && a.level === b.level && a.untilOn === b.untilOn
  return after.filter((entry) => !before.some((one) => same(one, entry)))
}

/** New ones must make sense today, and nobody lets another write who may not write themselves. */
function guardNew(ctx: Context, entity: Entity, id: number, added: readonly AccessEntry[]): void {
  const update = permissionOf(entity.room, 'update')
  const exists = statement<[number], unknown>(ctx.db, 'SELECT 1 FROM people WHERE id = ? AND archived_at IS NULL')
  if (added.some(({ personId }) => exists.get(personId) === undefined))
    throw fail('invalid', { fields: { personId: 'reference' } })
  if (added.some(({ personId }) => !isAtWork(ctx, personId))) throw fail('rule', { code: 'notInOffice' })
  if (added.some(({ untilOn }) => untilOn !== null && untilOn < dayOf(ctx.now)))
    throw fail('invalid', { fields: { untilOn: 'date' } })
  const writes = added.some(({ level }) => level === 'write')
  if (writes && !(ctx.rights.can(update) && within(ctx, entity, id, update)))
    throw fail('rule', { code: 'moreThanOwn' })
}

/** Neither gone nor disabled. */
export const isAtWork = (ctx: Context, personId: number): boolean =>
  statement(
    ctx.db,
    'SELECT 1 FROM people WHERE id = ? AND archived_at IS NULL AND disabled = 0 AND (left_on IS NULL OR left_on >= ?)',
  ).get(personId, dayOf(ctx.now)) !== undefined

export function writeAccess(
  ctx: Context,
  entity: Entity,
  id: number,
  kind: AccessKind,
  entries: readonly AccessEntry[],
): void {
  statement(ctx.db, 'DELETE FROM record_access WHERE entity = ? AND record_id = ? AND kind = ?').run(
    entity.name,
    id,
    kind,
  )
  for (const { personId, level, untilOn } of entries)
    statement(
      ctx.db,
      'INSERT INTO record_access (entity, record_id, person_id, level, kind, until_on, created_at, created_by_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    ).run(entity.name, id, personId, level, kind, untilOn, ctx.now, ctx.user.id)
}
