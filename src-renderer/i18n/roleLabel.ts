import type { RoleRow } from '@shared/features/roles/endpoints'
import { isReadyMadeName } from '@shared/features/roles/rules'
import { tMaybe } from './index'

/** The ready-made roles are called in the reader's language until somebody renames them. */
export const roleLabel = ({ name, builtIn }: Pick<RoleRow, 'name' | 'builtIn'>): string =>
  (builtIn && isReadyMadeName(builtIn, name) ? tMaybe(`roles.builtIn.${builtIn}`) : null) ?? name
