// The first start of a newer program: ready-made roles get the rights of rooms that are new to the office.
import { type Dispatcher, writeAsHost } from '@main/api/dispatch'
import type { Context } from '@main/api/context'
import { type RoleGrant, roleGrant } from '@main/api/rights'
import { readSetting, writeSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { notify } from '@main/notifications/notify'
import { selectRows } from '@main/records/select'
import type { StoredRow } from '@main/records/entity'
import { changeRow } from '@main/records/write'
import { gainedGrants, type Grants, knownFrom } from '@shared/features/roles/growth'
import { builtInRoleCodes, builtInRoles } from '@shared/features/roles/rules'
import { allPermissions } from '@shared/permissions'
import { roles } from './entity'

/** Done in one audited transaction, which the owner can undo; then the office knows them all. */
export function growRoles(host: Dispatcher): void {
  const noted = readSetting(host.db, 'roles.known')
  if (noted !== null && allPermissions.every((permission) => noted.includes(permission))) return
  if (statement(host.db, 'SELECT 1 FROM roles LIMIT 1').get() === undefined)
    return writeSetting(host.db, 'roles.known', [...allPermissions])
  writeAsHost(host, 'roles.grow', (ctx) => {
    const rows = selectRows(ctx, roles, { sql: '1', params: [] }, 'ORDER BY t.id').map((row) => ({
      row,
      role: grantOf(row),
    }))
    const known = new Set(noted ?? knownFrom(rows.map(({ role }) => role.grants)))
    const grown = rows.flatMap(({ row, role }) => grow(ctx, row, role, known))
    writeSetting(ctx.db, 'roles.known', [...new Set([...known, ...allPermissions])])
    if (grown.length === 0) return
    ctx.about('roles', null, { gained: Object.fromEntries(grown) })
    notify(ctx, { to: owners(ctx), kind: 'rolesGrown', params: { n: grown.length } })
  })
}

function grow(ctx: Context, row: StoredRow, role: RoleGrant, known: ReadonlySet<string>): [string, Grants][] {
  const code = builtInRoleCodes.find((one) => one === role.builtIn)
  if (code === undefined || code === 'owner') return []
  const { grants: declared } = builtInRoles[code]
  const gained = gainedGrants({ grants: role.grants, declared, edited: isEdited(ctx, row.id), known })
  if (Object.keys(gained).length === 0) return []
  changeRow(ctx, roles, row, { grants: [row['grants'], JSON.stringify({ ...role.grants, ...gained })] })
  return [[code, gained]]
}

const grantOf = ({ id, ...row }: StoredRow): RoleGrant =>
  roleGrant({
    id,
    builtIn: typeof row['builtIn'] === 'string' ? row['builtIn'] : null,
    grants: String(row['grants']),
    fieldRights: String(row['fieldRights']),
  })

/** Whether a person, not this program, has changed what the role may do. */
const isEdited = (ctx: Context, id: number): boolean =>
  statement(
    ctx.db,
    `SELECT 1 FROM changes c JOIN change_sets s ON s.id = c.change_set_id
     WHERE c.entity = 'roles' AND c.record_id = ? AND s.person_id <> 0
       AND (json_type(c.diff, '$.grants') IS NOT NULL OR json_type(c.diff, '$.fieldRights') IS NOT NULL)`,
  ).get(id) !== undefined

const owners = (ctx: Context): number[] =>
  statement<[], { id: number }>(
    ctx.db,
    `SELECT DISTINCT p.id FROM people p, json_each(p.role_ids) j JOIN roles r ON r.id = CAST(j.value AS INTEGER)
     WHERE p.archived_at IS NULL AND r.built_in = 'owner'`,
  )
    .all()
    .map(({ id }) => id)
