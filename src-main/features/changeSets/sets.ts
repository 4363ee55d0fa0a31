// Change sets as people find them again: their own, and those of people in their scope.
import type { Context } from '@main/api/context'
import { wayOfSet } from '@main/api/changeSets'
import { statement } from '@main/database/statements'
import type { Entity } from '@main/records/entity'
import { seesField } from '@main/records/masks'
import { within } from '@main/records/read'
import { selectById } from '@main/records/select'
import { fail } from '@shared/api/errors'
import { startOfDay } from '@shared/dates'
import type { InputOf } from '@shared/api/endpoint'
import {
  type ChangeKind,
  changeKinds,
  type ChangeSetRow,
  type changeSetsEndpoints,
} from '@shared/features/changeSets/endpoints'
import { type Permission, permissionOf, roomActions } from '@shared/permissions'

type Stored = Omit<ChangeSetRow, 'params' | 'about'> & { params: string }

const columns = `s.id, s.path, s.name, s.params, s.at, s.person_id personId, s.actor_id actorId, s.device,
  s.undone_by_id undoneById, s.undoes, ${wayOfSet} way, (SELECT count(*) FROM changes c WHERE c.change_set_id = s.id) changeCount`

// written by openChangeSet from the same type
const toRow = (ctx: Context, { params, ...row }: Stored): ChangeSetRow => ({
  ...row,
  params: JSON.parse(params) as ChangeSetRow['params'],
  about: firstRecord(ctx, row.id),
})

function firstRecord(ctx: Context, id: number): string {
  const first = statement<[number], { entity: string; recordId: number }>(
    ctx.db,
    'SELECT entity, record_id recordId FROM changes WHERE change_set_id = ? ORDER BY id LIMIT 1',
  ).get(id)
  const entity = first && ctx.services.entities.find(first.entity)
  if (!entity || !ctx.rights.can(viewing(entity)) || !seesField(ctx, entity.name, entity.labelField)) return ''
  const row = within(ctx, entity, first.recordId, 'read') ? selectById(ctx, entity, first.recordId) : undefined
  return String(row?.[entity.labelField] ?? '').slice(0, 80)
}

/** Rooms without a right to view are managed as a whole. */
function viewing({ room }: Entity): Permission {
  const known: readonly string[] = roomActions[room]
  return permissionOf(room, known.includes('view') ? 'view' : 'manage')
}

/** Sets made for, or entered by, the people in reach. Whoever may look sees those of everybody below as well. */
function inScope(ctx: Context, permission: Permission): { sql: string; params: unknown[] } {
  const people = permission === 'changeSets.view' ? ctx.rights.readable('changeSets') : ctx.rights.workable(permission)
  if (people === 'all') return { sql: '1', params: [] }
  // ids of our own making
  return { sql: `(s.person_id IN (${[...people].join(',')}) OR s.actor_id = ?)`, params: [ctx.user.actorId] }
}

const standardLimit = 50

/** Paths are our own words. */
function ofKind(kind: ChangeKind): { sql: string; params: unknown[] } {
  const names = kind === 'other' ? Object.values(changeKinds).flat() : changeKinds[kind]
  const any = names.map((name) => (name.includes('.') ? `s.path = '${name}'` : `s.path LIKE '%.${name}'`)).join(' OR ')
  return { sql: kind === 'other' ? `NOT (${any})` : `(${any})`, params: [] }
}

const startOfDayOn = (day: string, later = 0): number => startOfDay(new Date(`${day}T12:00:00`).getTime(), later)

export function listSets(
  ctx: Context,
  asked: InputOf<(typeof changeSetsEndpoints)['list']>,
): { rows: ChangeSetRow[]; next: number | null } {
  const limit = asked.limit ?? standardLimit
  const parts = [inScope(ctx, 'changeSets.view')]
  if (asked.personId !== undefined)
    parts.push({ sql: '(s.person_id = ? OR s.actor_id = ?)', params: [asked.personId, asked.personId] })
  if (asked.path !== undefined) parts.push({ sql: 's.path = ?', params: [asked.path] })
  if (asked.kind !== undefined) parts.push(ofKind(asked.kind))
  if (asked.entity !== undefined)
    parts.push({
      sql: 'EXISTS (SELECT 1 FROM changes c WHERE c.change_set_id = s.id AND c.entity = ?)',
      params: [asked.entity],
    })
  if (asked.from !== undefined) parts.push({ sql: 's.at >= ?', params: [startOfDayOn(asked.from)] })
  if (asked.until !== undefined) parts.push({ sql: 's.at < ?', params: [startOfDayOn(asked.until, 1)] })
  if (asked.after !== undefined) parts.push({ sql: 's.id < ?', params: [asked.after] })
  const rows = statement<unknown[], Stored>(
    ctx.db,
    `SELECT ${columns} FROM change_sets s WHERE ${parts.map((part) => part.sql).join(' AND ')} ORDER BY s.id DESC LIMIT ?`,
  ).all(...parts.flatMap((part) => part.params), limit + 1)
  const page = rows.slice(0, limit).map((row) => toRow(ctx, row))
  return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

export type SetState = Pick<ChangeSetRow, 'id' | 'undoneById' | 'undoes'>

/** A set in reach of this right; throws `notFound`. */
export function readSet(ctx: Context, id: number, permission: Permission): SetState {
  const scope = inScope(ctx, permission)
  const found = statement<unknown[], SetState>(
    ctx.db,
    `SELECT s.id, s.undone_by_id undoneById, s.undoes FROM change_sets s WHERE s.id = ? AND ${scope.sql}`,
  ).get(id, ...scope.params)
  if (!found) throw fail('notFound')
  return found
}

export const changesIn = (ctx: Context, id: number): number =>
  statement<[number], { n: number }>(ctx.db, 'SELECT count(*) n FROM changes WHERE change_set_id = ?').get(id)?.n ?? 0

/** One that has not been undone yet, or by the set `by` only. */
export function undoable(ctx: Context, id: number, by: number | null = null): SetState {
  const set = readSet(ctx, id, 'changeSets.undo')
  if (set.undoneById !== null && set.undoneById !== by) throw fail('rule', { code: 'alreadyUndone' })
  return set
}

/** `by` undoes `set`. What `set` had undone is in force again, what that had undone is not, and so on. */
export function markUndone(ctx: Context, set: SetState, by: number): void {
  statement(ctx.db, 'UPDATE change_sets SET undoes = ? WHERE id = ?').run(set.id, by)
  const mark = statement(ctx.db, 'UPDATE change_sets SET undone_by_id = ? WHERE id = ?')
  mark.run(by, set.id)
  let undone = false
  for (let next = set.undoes; next !== null; undone = !undone) {
    mark.run(undone ? by : null, next)
    next =
      statement<[number], { undoes: number | null }>(ctx.db, 'SELECT undoes FROM change_sets WHERE id = ?').get(next)
        ?.undoes ?? null
  }
}
