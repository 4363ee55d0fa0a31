import { expect, test } from 'vitest'
import type { Endpoint } from '@shared/api/endpoint'
import { api } from '@shared/api/index'
import { type BuiltInRole, builtInRoles } from '@shared/features/roles/rules'

const roles = Object.entries<BuiltInRole>(builtInRoles)

const mark = (role: string, { grants }: BuiltInRole, { permission }: Endpoint): string => {
  if (permission === 'public' || permission === 'signedIn') return permission
  return role === 'owner' ? 'all' : (grants[permission] ?? '-')
}

/** Whoever changes a right or an endpoint sees here, in the diff, who gains and who loses. */
test('who may call what, role by role', async () => {
  const lines = Object.entries(api).flatMap(([room, endpoints]) =>
    Object.entries(endpoints).map(([name, endpoint]) =>
      [`${room}.${name}`, ...roles.map(([role, grants]) => mark(role, grants, endpoint))].join('\t'),
    ),
  )
  await expect([['', ...roles.map(([role]) => role)].join('\t'), ...lines, ''].join('\n')).toMatchFileSnapshot(
    './roleMatrix.tsv',
  )
})
