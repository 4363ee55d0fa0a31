// A change set is everything one command (or one import, one bulk edit) changed, field by field,
// so that it can be shown and taken back later.
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'

export type ChangeAction = 'create' | 'update' | 'archive' | 'restore'
/** field → [before, after] */
export type FieldDiff = Record<string, [unknown, unknown]>

export interface NewChangeSet {
  path: string
  at: number
  personId: number
  actorId: number
  device: string
  /** What it is called on screen: a locale key under `changeSets.names` and its values. */
  name?: string
  params?: Record<string, string | number>
}

export function openChangeSet(db: Db, set: NewChangeSet): number {
  const result = statement(
    db,
    `INSERT INTO change_sets (path, at, person_id, actor_id, device, name, params) VALUES (@path, @at, @personId, @actorId, @device, @name, @params)`,
  ).run({ ...set, name: set.name ?? set.path, params: JSON.stringify(set.params ?? {}) })
  return Number(result.lastInsertRowid)
}

export interface NewChange {
  changeSetId: number
  entity: string
  recordId: number
  action: ChangeAction
  diff: FieldDiff
  /** The record's version after this change. */
  version: number
}

export function recordChange(db: Db, change: NewChange): void {
  statement(
    db,
    `INSERT INTO changes (change_set_id, entity, record_id, action, diff, version) VALUES (@changeSetId, @entity, @recordId, @action, @diff, @version)`,
  ).run({ ...change, diff: JSON.stringify(change.diff) })
}

/** Fields of a record changed after `version`, with their newest values. */
export function changedSince(db: Db, entity: string, recordId: number, version: number): string[] {
  const rows = statement<[string, number, number], { diff: string }>(
    db,
    'SELECT diff FROM changes WHERE entity = ? AND record_id = ? AND version > ? ORDER BY id',
  ).all(entity, recordId, version)
  const diffs = rows.map((row): FieldDiff => JSON.parse(row.diff))
  return [...new Set(diffs.flatMap((diff) => Object.keys(diff)))]
}

/** SQL over `change_sets s`: 'done', 'undone' or 'redone'. Of an undo of an undo, and so on, every other one brings it about again. An undo in part names nothing it undid. */
export const wayOfSet = `(WITH RECURSIVE chain(path, undoes) AS (
    SELECT s.path, s.undoes UNION ALL SELECT u.path, u.undoes FROM chain JOIN change_sets u ON u.id = chain.undoes)
  SELECT CASE WHEN sum(path LIKE 'changeSets.undo%') = 0 THEN 'done'
    WHEN sum(path LIKE 'changeSets.undo%') % 2 = 1 THEN 'undone' ELSE 'redone' END FROM chain)`
