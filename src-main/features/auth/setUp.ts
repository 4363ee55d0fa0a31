// First run: an office, its ready-made roles and its owner.
import type { Context } from '@main/api/context'
import { writeSetting } from '@main/api/settings'
import { statement } from '@main/database/statements'
import { insertRow } from '@main/records/write'
import { fail } from '@shared/api/errors'
import { builtInRoleCodes, builtInRoleNames, builtInRoles } from '@shared/features/roles/rules'
import { keepCredential } from './credentials'

export const isSetUp = (ctx: Context): boolean => statement(ctx.db, 'SELECT 1 FROM people LIMIT 1').get() !== undefined

interface FirstOffice {
  company: string
  name: string
  login: string
  hash: string
}

/** Inside a transaction; gives the owner's id. Of two people who set up at once the second is refused. */
export function setUpOffice(ctx: Context, { company, name, login, hash }: FirstOffice): number {
  if (isSetUp(ctx)) throw fail('rule', { code: 'alreadySetUp' })
  writeSetting(ctx.db, 'office.company', company)
  const roles = ctx.services.entities.get('roles')
  const ids = builtInRoleCodes.map((code) => {
    const { grants, fieldRights } = builtInRoles[code]
    const values = {
      name: builtInRoleNames[code],
      builtIn: code,
      grants: JSON.stringify(grants),
      fieldRights: JSON.stringify(fieldRights),
    }
    return insertRow(ctx, roles, values).id
  })
  const owner = String(ids[builtInRoleCodes.indexOf('owner')])
  const { id } = insertRow(ctx, ctx.services.entities.get('people'), { name, roleIds: [owner], disabled: false })
  keepCredential(ctx, { personId: id, login, hash, mustChange: false })
  return id
}
