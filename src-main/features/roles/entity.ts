import type { Context } from '@main/api/context'
import { covers, roleGrant } from '@main/api/rights'
import { statement } from '@main/database/statements'
import type { Entity, StoredRow } from '@main/records/entity'
import { fail } from '@shared/api/errors'
import { roleFields } from '@shared/features/roles/fields'

export const roles: Entity<typeof roleFields.fields> = {
  name: 'roles',
  room: 'roles',
  set: roleFields,
  table: 'roles',
  scope: { by: 'office' },
  labelField: 'name',
  defaultSort: { field: 'name', direction: 'asc' },
  hooks: {
    // after, so that an undo is held to the same rules
    afterWrite(ctx, { row, before, action }) {
      ctx.services.rights.forget()
      // the office is being set up: there is nobody yet
      if (ctx.user.id === 0) return
      if (!ctx.rights.can('roles.manage')) throw fail('forbidden')
      if (action === 'archive' && isHeld(ctx, row.id)) throw fail('rule', { code: 'usedByOthers' })
      if (row['builtIn'] === 'owner') throw fail('rule', { code: 'ownerRole' })
      for (const state of action === 'create' ? [row] : [row, before]) if (state) guardOwn(ctx, state)
    },
  },
}

const isHeld = (ctx: Context, id: number): boolean =>
  statement(ctx.db, 'SELECT 1 FROM people p, json_each(p.role_ids) j WHERE p.archived_at IS NULL AND j.value = ?').get(
    String(id),
  ) !== undefined

/** Nobody writes a role that holds more than they have, neither as it was nor as it becomes. */
function guardOwn(ctx: Context, role: StoredRow): void {
  const { id, builtIn, grants, fieldRights } = role
  const given = roleGrant({
    id,
    builtIn: typeof builtIn === 'string' ? builtIn : null,
    grants: String(grants),
    fieldRights: String(fieldRights),
  })
  if (!covers(ctx.rights, given)) throw fail('rule', { code: 'moreThanOwn' })
}
