// The effect of a change set on one record: all its changes there as a single step.
import type { ChangeAction, FieldDiff } from '@main/api/changeSets'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'

interface ChangeRow {
  id: number
  action: ChangeAction
  diff: string
}

export interface NetChange {
  created: boolean
  /** Archived before and after; null when that did not change. */
  archived: [boolean, boolean] | null
  /** field → [before, after], only where they differ. */
  fields: FieldDiff
}

export interface Effect extends NetChange {
  entity: string
  recordId: number
  /** Ids of its first and last change in the set. */
  first: number
  last: number
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

function netOf(rows: readonly ChangeRow[]): NetChange {
  const fields: FieldDiff = {}
  let archived: [boolean, boolean] | null = null
  for (const { action, diff } of rows) {
    if (action === 'archive' || action === 'restore')
      archived = [archived ? archived[0] : action === 'restore', action === 'archive']
    // written by recordChange only
    for (const [field, [before, after]] of Object.entries(JSON.parse(diff) as FieldDiff))
      fields[field] = [fields[field] ? fields[field][0] : before, after]
  }
  return {
    created: rows[0]?.action === 'create',
    archived: archived && archived[0] !== archived[1] ? archived : null,
    fields: Object.fromEntries(Object.entries(fields).filter(([, [before, after]]) => !same(before, after))),
  }
}

// the index is named: by the set alone SQLite would walk a whole import for each of its records
const ofRecord =
  'SELECT id, action, diff FROM changes INDEXED BY changes_record WHERE entity = ? AND record_id = ? AND change_set_id'

export function effectOn(db: Db, setId: number, entity: string, recordId: number): Effect {
  const rows = statement<[string, number, number], ChangeRow>(db, `${ofRecord} = ? ORDER BY id`).all(
    entity,
    recordId,
    setId,
  )
  return { entity, recordId, ...netOf(rows), first: rows[0]?.id ?? 0, last: rows.at(-1)?.id ?? 0 }
}

/** What other sets made of the record since this effect began; nothing when they took each other back. */
export function othersSince(db: Db, setId: number, effect: Effect): NetChange {
  const rows = statement<[string, number, number, number], ChangeRow>(
    db,
    `${ofRecord} <> ? AND id > ? ORDER BY id`,
  ).all(effect.entity, effect.recordId, setId, effect.first)
  return netOf(rows)
}

/** The part of an effect that is to be undone; null when nothing of it is. `record`: its being made or archived. */
export function partOf(effect: Effect, fields: readonly string[]): Effect | null {
  const record = fields.includes('record')
  if (effect.created) return record ? effect : null
  const chosen = Object.entries(effect.fields).filter(([field]) => fields.includes(field))
  const archived = record ? effect.archived : null
  if (chosen.length === 0 && archived === null) return null
  return { ...effect, archived, fields: Object.fromEntries(chosen) }
}

const read = 200

/**
 * The effects of a set, last first, from below the change `before`; with the change after which to go on.
 * A created record comes where it was created, so that what was made to hang on it later has gone before.
 */
export function* effectsBackwards(
  db: Db,
  setId: number,
  before: number | null,
): Generator<{ effect: Effect; at: number }> {
  let at = before ?? Number.MAX_SAFE_INTEGER
  for (;;) {
    const rows = statement<[number, number], { id: number; entity: string; recordId: number }>(
      db,
      `SELECT id, entity, record_id recordId FROM changes WHERE change_set_id = ? AND id < ? ORDER BY id DESC LIMIT ${read}`,
    ).all(setId, at)
    for (const { id, entity, recordId } of rows) {
      at = id
      const effect = effectOn(db, setId, entity, recordId)
      if (id === (effect.created ? effect.first : effect.last)) yield { effect, at }
    }
    if (rows.length < read) return
  }
}
