import type { Context } from '@main/api/context'
import { wayOfSet } from '@main/api/changeSets'
import { statement } from '@main/database/statements'
import { columnOf } from '@main/records/entity'
import { seesField } from '@main/records/masks'
import { visibleIds } from '@main/records/read'
import type { Endpoints, InputOf } from '@shared/api/endpoint'
import { api } from '@shared/api/index'
import type { AuditKind, AuditRow, auditLogEndpoints } from '@shared/features/auditLog/endpoints'

type Asked = InputOf<(typeof auditLogEndpoints)['list']>
type Stored = Omit<AuditRow, 'label' | 'detail' | 'redo'> & { detail: string | null; way: string | null }

/** Undoing what was an undo is doing it again. */
const way = `CASE WHEN path LIKE 'changeSets.undo%' THEN (SELECT ${wayOfSet} FROM change_sets s WHERE s.id = change_set_id) END way`

const standardLimit = 50

export function auditRows(ctx: Context, asked: Asked): { rows: AuditRow[]; next: number | null } {
  const limit = asked.limit ?? standardLimit
  const where = conditions(ctx, asked)
  const rows = statement<unknown[], Stored>(
    ctx.db,
    `SELECT id, at, person_id personId, actor_id actorId, device, path, outcome, entity, record_id recordId, change_set_id changeSetId, detail, ${way}
     FROM audit_log WHERE ${where.map((one) => one.sql).join(' AND ')} ORDER BY id DESC LIMIT ?`,
  ).all(...where.flatMap((one) => one.params), limit + 1)
  const page = rows.slice(0, limit)
  const labels = labelsOf(ctx, page)
  return {
    rows: page.map(({ detail: stored, way: how, ...row }) => {
      // written by the unit of work only, always an object
      const detail = stored === null ? null : (JSON.parse(stored) as Record<string, unknown>)
      return {
        ...row,
        label: labels.get(`${row.entity}/${row.recordId}`) ?? nameIn(ctx, row, detail),
        detail,
        redo: how === 'redone',
      }
    }),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** What is no record of the registry, such as a view, is called as the line itself calls it. */
function nameIn(ctx: Context, { entity }: { entity: string | null }, detail: AuditRow['detail']): string | null {
  const name = detail?.['name']
  const isRecord = entity === null || ctx.services.entities.find(entity) !== undefined
  return !isRecord && typeof name === 'string' && name !== '' ? name : null
}

function inReach(ctx: Context): { sql: string; params: unknown[] } {
  const people = ctx.rights.workable('auditLog.view')
  if (people === 'all') return { sql: '1', params: [] }
  // ids of our own making; what somebody entered for another belongs to the other
  const ids = [...people].join(',')
  return { sql: `(person_id IN (${ids}) OR ${signInOf(ids)})`, params: [] }
}

/** Before somebody is signed in it is nobody who asks, or whoever was before: the line is about the person. */
const signInOf = (ids: string): string => `(entity = 'people' AND record_id IN (${ids}) AND path = 'auth.signIn')`

/** A line the reader may read. */
export function lineInReach(ctx: Context, id: number): { changeSetId: number | null } | undefined {
  const reach = inReach(ctx)
  const sql = `SELECT change_set_id changeSetId FROM audit_log WHERE id = ? AND ${reach.sql}`
  return statement<unknown[], { changeSetId: number | null }>(ctx.db, sql).get(id, ...reach.params)
}

const signInPaths = ['auth.signIn', 'auth.signOut', 'auth.unlock', 'auth.lock', 'auth.signOutOthers', 'auth.actFor']
const rightsRooms = ['roles', 'organization', 'settings', 'backup', 'sharing', 'customFields', 'printTemplates']
const rightsPaths = ['auth.setLogin', 'auth.changePassword', 'auth.setUp']

/** Endpoints that put records on paper or into files. */
const taking = (kind: 'print' | 'export'): string[] =>
  Object.entries<Endpoints>(api).flatMap(([room, endpoints]) =>
    Object.entries(endpoints)
      .filter(([, { volume }]) => volume === kind)
      .map(([name]) => `${room}.${name}`),
  )

const oneOf = (paths: readonly string[]): { sql: string; params: unknown[] } => ({
  sql: `path IN (${paths.map(() => '?').join(',')})`,
  params: [...paths],
})

function ofKind(kind: AuditKind): { sql: string; params: unknown[] } {
  if (kind === 'signIn') return oneOf(signInPaths)
  if (kind === 'change') return { sql: 'change_set_id IS NOT NULL', params: [] }
  if (kind !== 'rights') return oneOf(taking(kind))
  const paths = oneOf(rightsPaths)
  const rooms = rightsRooms.map(() => '(path >= ? AND path < ?)').join(' OR ')
  return {
    sql: `(${paths.sql} OR ${rooms})`,
    params: [...paths.params, ...rightsRooms.flatMap((r) => [`${r}.`, `${r}/`])],
  }
}

function conditions(ctx: Context, asked: Asked): { sql: string; params: unknown[] }[] {
  const parts: { sql: string; params: unknown[] }[] = [inReach(ctx)]
  const add = (sql: string, ...params: unknown[]): void => void parts.push({ sql, params })
  if (asked.kind !== undefined) parts.push(ofKind(asked.kind))
  if (asked.personId !== undefined)
    add(`(person_id = ? OR actor_id = ? OR ${signInOf('?')})`, asked.personId, asked.personId, asked.personId)
  if (asked.path !== undefined)
    add('(path = ? OR (path >= ? AND path < ?))', asked.path, `${asked.path}.`, `${asked.path}/`)
  if (asked.entity !== undefined) add('entity = ?', asked.entity)
  if (asked.recordId !== undefined) add('record_id = ?', asked.recordId)
  if (asked.outcome !== undefined) add(asked.outcome === 'ok' ? `outcome = 'ok'` : `outcome <> 'ok'`)
  if (asked.from !== undefined) add('at >= ?', asked.from)
  if (asked.to !== undefined) add('at < ?', asked.to)
  if (asked.after !== undefined) add('id < ?', asked.after)
  return parts
}

/** Names of the records the reader may see. */
export function labelsOf(
  ctx: Context,
  rows: readonly { entity: string | null; recordId: number | null }[],
): Map<string, string> {
  const labels = new Map<string, string>()
  for (const name of new Set(rows.map((row) => row.entity))) {
    const entity = name === null ? undefined : ctx.services.entities.find(name)
    if (!entity || !seesField(ctx, entity.name, entity.labelField)) continue
    const ids = rows.flatMap((row) => (row.entity === name && row.recordId !== null ? [row.recordId] : []))
    const seen = visibleIds(ctx, entity, [...new Set(ids)])
    if (seen.length === 0) continue
    const found = statement<number[], { id: number; label: string }>(
      ctx.db,
      `SELECT id, substr(${columnOf(entity.labelField)}, 1, 80) label FROM ${entity.table} WHERE id IN (${seen.map(() => '?').join(',')})`,
    ).all(...seen)
    for (const { id, label } of found) labels.set(`${name}/${id}`, label)
  }
  return labels
}
