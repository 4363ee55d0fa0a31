// Which ready-made role may ask for what, on one page: a change of rights shows in review as a changed line.
import { expect, test } from 'vitest'
import { rightsOf } from '@main/api/rights'
import type { ApiError } from '@shared/api/errors'
import { api } from '@shared/api/index'
import { builtInRoleCodes, builtInRoles } from '@shared/features/roles/rules'
import type { DataScope, Permission } from '@shared/permissions'
import { openTestApp } from '../support/app'

const signs: Record<DataScope, string> = {
  own: '本人',
  ownAndBelow: '下属',
  department: '部门',
  departmentAndBelow: '部门下',
  all: '全部',
}
const roles = builtInRoleCodes.map((code) => {
  const { grants, fieldRights } = builtInRoles[code]
  const role = { id: 1, builtIn: code, grants, fieldRights }
  return {
    code,
    rights: rightsOf(1, [role], { people: [{ id: 1, departmentId: null, superiorId: null }], departments: [] }),
  }
})

const line = (cells: readonly string[]): string => cells.join('\t')

test('role × endpoint: dispatch refuses what the page says', async () => {
  const app = openTestApp()
  for (const { code, rights } of roles) {
    const person = app.person({ roles: [code] })
    for (const [room, endpoints] of Object.entries(api))
      for (const [name, { permission }] of Object.entries(endpoints)) {
        const allowed = permission === 'public' || permission === 'signedIn' || rights.can(permission)
        // the right is asked before the input: with an input nobody takes, the refusal tells which came first
        const refusal = await person
          .raw(`${room}.${name}`, { nobodyTakesThis: 1 })
          .catch((error: ApiError) => error.code)
        expect([code, room, name, refusal]).toEqual([code, room, name, allowed ? 'invalid' : 'forbidden'])
      }
  }
  await app.close()
})

test('role × endpoint', async () => {
  const rows = Object.entries(api).flatMap(([room, endpoints]) =>
    Object.entries(endpoints).map(([name, { kind, permission }]) => {
      const cells = roles.map(({ rights }) => {
        if (permission === 'public' || permission === 'signedIn') return '✓'
        const scope = rights.scopeOf(permission as Permission)
        return scope ? signs[scope] : '·'
      })
      return line([`${room}.${name}`, kind, permission, ...cells])
    }),
  )
  const head = line(['endpoint', 'kind', 'permission', ...roles.map(({ code }) => code)])
  await expect([head, ...rows.sort()].join('\n')).toMatchFileSnapshot('matrix.snapshot.txt')
})
