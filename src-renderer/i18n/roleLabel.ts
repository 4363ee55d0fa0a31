import type { RoleRow } from '@shared/features/roles/endpoints'
import { builtInRoleNames } from '@shared/features/roles/rules'
import { tMaybe } from './index'

/** The ready-made roles are called in the reader's language until somebody renames them. */
export function roleLabel({ name, builtIn }: Pick<RoleRow, 'name' | 'builtIn'>): string {
  const given = Object.entries(builtInRoleNames).find(([code]) => code === builtIn)?.[1]
  return builtIn && name === given ? (tMaybe(`roles.builtIn.${builtIn}`) ?? name) : name
}
