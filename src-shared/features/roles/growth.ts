// What a role of the office gains when a newer program brings rights that the office has never been asked about.
import { type DataScope, dataScopes, type Permission, roomActions } from '@shared/permissions'

export type Grants = Partial<Record<Permission, DataScope>>

export interface Growing {
  /** What the role holds. */
  grants: Grants
  /** What the ready-made role of its kind holds today. */
  declared: Grants
  /** Whether somebody has changed its rights since it was made. */
  edited: boolean
  /** Rights the office has known: what its roles lack of these, they lack on purpose. */
  known: ReadonlySet<string>
}

const roomOf = (permission: string): string => permission.slice(0, permission.indexOf('.'))

/**
 * The rights to add. A role as it was made gets what is declared now. One that was edited gets rooms only that it could
 * not have been asked about, no wider than its people see customers, and nothing when they see none.
 */
export function gainedGrants({ grants, declared, edited, known }: Growing): Grants {
  const knownRooms = new Set([...known].map(roomOf))
  const widest = grants['customers.view']
  const gained: Grants = {}
  for (const [permission, scope] of entriesOf(declared)) {
    if (known.has(permission) || grants[permission] !== undefined) continue
    if (!edited) gained[permission] = scope
    else if (widest !== undefined && !knownRooms.has(roomOf(permission))) gained[permission] = narrower(scope, widest)
  }
  return gained
}

const narrower = (one: DataScope, other: DataScope): DataScope =>
  dataScopes[Math.min(dataScopes.indexOf(one), dataScopes.indexOf(other))] ?? 'own'

// the keys of grants are permissions
const entriesOf = (grants: Grants): [Permission, DataScope][] => Object.entries(grants) as [Permission, DataScope][]

/** For an office that never noted what it knew: whole rooms of which any of its roles holds something. */
export function knownFrom(held: readonly Grants[]): string[] {
  const rooms = new Set(held.flatMap((grants) => Object.keys(grants).map(roomOf)))
  return Object.entries(roomActions).flatMap(([room, actions]) =>
    rooms.has(room) ? actions.map((action) => `${room}.${action}`) : [],
  )
}
