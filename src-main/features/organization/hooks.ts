// What must hold after people or departments were written, by a form or by an undo.
import type { Context } from '@main/api/context'
import { covers, type Owners, readOrg, readRights, rolesById } from '@main/api/rights'
import { endActingFor, endSessions } from '@main/api/sessions'
import { statement } from '@main/database/statements'
import type { EntityHooks, StoredRow } from '@main/records/entity'
import { fail } from '@shared/api/errors'
import { dayOf } from '@shared/dates'
import { hasCircle } from '@shared/features/organization/rules'
import { allPermissions, scopedRooms } from '@shared/permissions'

type AfterWrite = NonNullable<EntityHooks['afterWrite']>

export const afterPerson: AfterWrite = (ctx, { row, before }) => {
  ctx.services.rights.forget()
  // the office is being set up: there is nobody yet
  if (ctx.user.id === 0) return
  if (!ctx.rights.can('organization.manage')) throw fail('forbidden')
  if (row['assistantId'] === row.id) throw fail('invalid', { fields: { assistantId: 'reference' } })
  guardRoles(ctx, row, before)
  guardCircles(ctx, 'superiorId')
  guardLastOwner(ctx)
  guardOwnReach(ctx)
  endWhatMayNotGoOn(ctx, row)
}

export const afterDepartment: AfterWrite = (ctx, { row, action }) => {
  ctx.services.rights.forget()
  if (ctx.user.id === 0) return
  if (!ctx.rights.can('organization.manage')) throw fail('forbidden')
  if (action === 'archive' && !isEmpty(ctx, row.id)) throw fail('rule', { code: 'notEmpty' })
  guardCircles(ctx, 'parentId')
  guardOwnReach(ctx)
}

const rolesOf = (row: StoredRow | null): string[] => (Array.isArray(row?.['roleIds']) ? row['roleIds'].map(String) : [])
const moreThanOwn = (): Error => fail('rule', { code: 'moreThanOwn' })

/** Fields that take a person's rights away, or hand them to somebody else. */
const decisive = ['roleIds', 'disabled', 'leftOn', 'assistantId'] as const
const decidesOver = (before: StoredRow, row: StoredRow): boolean =>
  row.archivedAt !== before.archivedAt ||
  decisive.some((key) => JSON.stringify(row[key]) !== JSON.stringify(before[key]))

/** Roles must be there; nobody gives more than they have, nor decides over somebody who has more. */
function guardRoles(ctx: Context, row: StoredRow, before: StoredRow | null): void {
  const added = rolesOf(row).filter((id) => !rolesOf(before).includes(id))
  const given = rolesById(ctx.db, added)
  if (given.length < added.length) throw fail('invalid', { fields: { roleIds: 'reference' } })
  if (!given.every((role) => covers(ctx.rights, role))) throw moreThanOwn()
  if (!before || before.id === ctx.user.id || !decidesOver(before, row)) return
  if (!rolesById(ctx.db, rolesOf(before)).every((role) => covers(ctx.rights, role))) throw moreThanOwn()
}

function guardCircles(ctx: Context, field: 'superiorId' | 'parentId'): void {
  const org = readOrg(ctx.db)
  const links =
    field === 'superiorId'
      ? org.people.map((one) => [one.id, one.superiorId] as const)
      : org.departments.map((one) => [one.id, one.parentId] as const)
  if (hasCircle(new Map(links))) throw fail('rule', { code: 'circle' })
}

/** Somebody who can do everything must always be able to come in. */
function guardLastOwner(ctx: Context): void {
  const owner = statement<[string], { id: number }>(
    ctx.db,
    `SELECT p.id FROM people p WHERE p.disabled = 0 AND p.archived_at IS NULL AND (p.left_on IS NULL OR p.left_on >= ?)
       AND (p.id IN (SELECT person_id FROM credentials) OR NOT EXISTS (SELECT 1 FROM credentials))
       AND EXISTS (SELECT 1 FROM json_each(p.role_ids) j JOIN roles r ON r.id = CAST(j.value AS INTEGER) WHERE r.built_in = 'owner' AND r.archived_at IS NULL)
     LIMIT 1`,
  ).get(dayOf(ctx.now))
  if (!owner) throw fail('rule', { code: 'lastOwner' })
}

/** Nobody moves people about so that they themselves reach more than before. */
function guardOwnReach(ctx: Context): void {
  if (ctx.rights.isOwner) return
  const after = readRights(ctx.db, ctx.user.id)
  const grown =
    scopedRooms.some((room) => !within(after.readable(room), ctx.rights.readable(room))) ||
    allPermissions.some((permission) => !within(after.workable(permission), ctx.rights.workable(permission)))
  if (grown) throw moreThanOwn()
}

const within = (inner: Owners, outer: Owners): boolean =>
  outer === 'all' || (inner !== 'all' && [...inner].every((id) => outer.has(id)))

/** Whoever left or was disabled is out at once, and so is an assistant who is no longer named. */
function endWhatMayNotGoOn(ctx: Context, row: StoredRow): void {
  const leftOn = row['leftOn']
  const gone =
    row['disabled'] === true || row.archivedAt !== null || (typeof leftOn === 'string' && leftOn < dayOf(ctx.now))
  endActingFor(ctx.db, row.id, gone || typeof row['assistantId'] !== 'number' ? null : row['assistantId'])
  if (gone) ctx.services.publisher.endSessions(endSessions(ctx.db, row.id))
}

function isEmpty(ctx: Context, departmentId: number): boolean {
  const sql = `SELECT 1 FROM people WHERE department_id = @id AND archived_at IS NULL
    UNION ALL SELECT 1 FROM departments WHERE parent_id = @id AND archived_at IS NULL LIMIT 1`
  return statement<[{ id: number }], unknown>(ctx.db, sql).get({ id: departmentId }) === undefined
}
