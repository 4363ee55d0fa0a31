import type { RoleRow } from '@shared/features/roles/endpoints'
import { tMaybe } from './index'

/** The ready-made roles are called in the reader's language until somebody renames them. */
export function roleLabel({ name, builtIn }: Pick<RoleRow, 'name' | 'builtIn'>): string {
  const own = builtIn ? tMaybe(`roles.builtIn.${builtIn}`) : null
  return own && (name === builtIn || name === own) ? own : name
}
