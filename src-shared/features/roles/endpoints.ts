import { z } from 'zod'
import { command, query } from '@shared/api/endpoint'
import { idVersionInput } from '@shared/api/paging'
import { allPermissions, dataScopes, fieldRights } from '@shared/permissions'

const id = z.number().int().positive()
const permission = z.enum(allPermissions)
export const grants = z.partialRecord(permission, z.enum(dataScopes))
export const fieldRightsByEntity = z.record(z.string().max(40), z.record(z.string().max(64), z.enum(fieldRights)))

export const roleRow = z.strictObject({
  id,
  version: z.number().int(),
  name: z.string(),
  note: z.string().nullable(),
  builtIn: z.string().nullable(),
  grants,
  fieldRights: fieldRightsByEntity,
  /** People who have it. */
  personIds: z.array(id),
})
export type RoleRow = z.output<typeof roleRow>

const body = {
  name: z.string().trim().min(1).max(40),
  note: z.string().max(200).nullable(),
  grants,
  fieldRights: fieldRightsByEntity,
}

export const rolesEndpoints = {
  list: query({
    permission: 'roles.view',
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(roleRow) }),
  }),
  create: command({ permission: 'roles.manage', input: z.strictObject(body), output: roleRow }),
  update: command({
    permission: 'roles.manage',
    input: z.strictObject({
      id,
      version: id,
      changes: z.strictObject({
        name: body.name.optional(),
        note: body.note.optional(),
        grants: grants.optional(),
        fieldRights: fieldRightsByEntity.optional(),
      }),
    }),
    output: roleRow,
  }),
  /** Only a role that nobody has can go. */
  archive: command({ permission: 'roles.manage', input: idVersionInput, output: z.strictObject({}) }),
  /** What a person may do in sum, and which role says so: the matrix page. */
  effective: query({
    permission: 'roles.view',
    input: z.strictObject({ personId: id }),
    output: z.strictObject({
      grants: z.array(z.strictObject({ permission, scope: z.enum(dataScopes), roleIds: z.array(id) })),
      fieldRights: fieldRightsByEntity,
    }),
  }),
}
