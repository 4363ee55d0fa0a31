// What happened to one record, change by change.
import { wayOfSet, type FieldDiff } from '@main/api/changeSets'
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { HistoryEntry } from '@shared/api/records'
import { besideBirthday } from '@shared/fields/birthday'
import { withAbsorbed } from './belongings'
import type { Entity } from './entity'
import { seesField } from './masks'
import { reachable, visibleDiff } from './read'
import { selectByIds } from './select'

type Stored = Omit<HistoryEntry, 'fields' | 'ofId'> & { recordId: number; diff: string }

/** What happened to a record and to those that went up in it, newest first; fields the viewer does not see whole are left out. */
export function history(ctx: Context, entity: Entity, id: number): HistoryEntry[] {
  reachable(ctx, entity, id, 'read', 'any')
  const ids = withAbsorbed(ctx, entity.name, id)
  const rows = statement<[string, string], Stored>(
    ctx.db,
    `SELECT c.id, c.record_id recordId, c.change_set_id changeSetId, s.at, s.person_id personId, s.actor_id actorId, c.action, c.diff, ${wayOfSet} way
     FROM changes c JOIN change_sets s ON s.id = c.change_set_id
     WHERE c.entity = ? AND c.record_id IN (SELECT value FROM json_each(?)) ORDER BY c.id DESC LIMIT 500`,
  ).all(entity.name, JSON.stringify(ids))
  const whole = birthdaysIn(ctx, entity, ids)
  return rows.map((row) => {
    const { diff, recordId, ...entry } = row
    return {
      ...entry,
      ofId: recordId === id ? null : recordId,
      fields: { ...visibleDiff(ctx, entity, diff), ...whole(row) },
    }
  })
}

/** Asked of one change after the other, newest first: the birthdays it touched, with what is beside them. */
function birthdaysIn(ctx: Context, entity: Entity, ids: readonly number[]): (row: Stored) => HistoryEntry['fields'] {
  const groups = Object.entries(entity.set.fields)
    .filter(([, field]) => field.format === 'birthday')
    .map(([key]) => [key, ...besideBirthday(key)])
    .filter((keys) => keys.every((key) => seesField(ctx, entity.name, key)))
  if (groups.length === 0) return () => ({})
  // that the record is in sight has been seen to; these went up in it
  const now = new Map<number, Record<string, unknown>>(selectByIds(ctx, entity, ids).map((row) => [row.id, row]))
  return ({ recordId, diff }) => {
    // written by recordChange only
    const changed = JSON.parse(diff) as FieldDiff
    const after = now.get(recordId) ?? {}
    const before = { ...after, ...Object.fromEntries(Object.entries(changed).map(([key, [was]]) => [key, was])) }
    now.set(recordId, before)
    const touched = groups.filter((keys) => keys.some((key) => key in changed)).flat()
    return Object.fromEntries(touched.map((key) => [key, { before: before[key] ?? null, after: after[key] ?? null }]))
  }
}
