// Rights are what a person may do, reckoned from roles and organisation: actions, how far they reach, fields.
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import {
  allPermissions,
  type DataScope,
  dataScopes,
  type FieldRight,
  fieldsAlong,
  type Permission,
  permissionOf,
  type Room,
} from '@shared/permissions'
import { belowOf, departmentsUnder, type Org } from '@shared/features/organization/rules'

/** Ids of owners whose records are in reach; `all` includes records without an owner. */
export type Owners = 'all' | ReadonlySet<number>

export interface Rights {
  personId: number
  /** Has the role that can do everything. */
  isOwner: boolean
  can(permission: Permission): boolean
  /** The widest scope a role gives for it; null without the right. */
  scopeOf(permission: Permission): DataScope | null
  /** Owners whose records of the room one may read: roles, and everybody below (forced sharing). */
  readable(room: Room): Owners
  /** Owners whose records one may work on with this action: roles only. */
  workable(permission: Permission): Owners
  field(entity: string, field: string): FieldRight | null
  restrictedFields(entity: string): Record<string, FieldRight>
  below: ReadonlySet<number>
}

export interface RoleGrant {
  id: number
  /** The owner role can do everything. */
  builtIn: string | null
  grants: Partial<Record<Permission, DataScope>>
  fieldRights: Record<string, Record<string, FieldRight>>
}

const wider = (a: DataScope | null, b: DataScope): DataScope =>
  a === null || dataScopes.indexOf(b) > dataScopes.indexOf(a) ? b : a

const strictness: Record<FieldRight, number> = { readOnly: 1, masked: 2, hidden: 3 }

/** The people a scope reaches. 本人 always belongs to it. */
export function ownersIn(org: Org, personId: number, scope: DataScope): Owners {
  if (scope === 'all') return 'all'
  if (scope === 'own') return new Set([personId])
  if (scope === 'ownAndBelow') return new Set([personId, ...belowOf(org, personId)])
  const department = org.people.find((person) => person.id === personId)?.departmentId ?? null
  if (department === null) return new Set([personId])
  const departments = scope === 'department' ? new Set([department]) : departmentsUnder(org, department)
  const people = org.people.filter((person) => person.departmentId !== null && departments.has(person.departmentId))
  return new Set([personId, ...people.map((person) => person.id)])
}

const union = (a: Owners, b: Owners): Owners => (a === 'all' || b === 'all' ? 'all' : new Set([...a, ...b]))

/** Several roles add up: every action with the union of its scopes; a field is restricted only if each role restricts it. */
export function rightsOf(personId: number, roles: readonly RoleGrant[], org: Org): Rights {
  const isOwner = roles.some((role) => role.builtIn === 'owner')
  // a department without one above it still has the owner above it
  const below = isOwner
    ? new Set(org.people.map(({ id }) => id).filter((id) => id !== personId))
    : belowOf(org, personId)
  const scopes = new Map<Permission, DataScope[]>()
  for (const permission of allPermissions) {
    const found = isOwner ? (['all'] as const) : roles.flatMap((role) => role.grants[permission] ?? [])
    if (found.length > 0) scopes.set(permission, [...found])
  }
  const reach = new Map<Permission, Owners>()
  const workable = (permission: Permission): Owners => {
    const known = reach.get(permission)
    if (known) return known
    const owners = (scopes.get(permission) ?? [])
      .map((scope) => ownersIn(org, personId, scope))
      .reduce<Owners>(union, new Set<number>())
    reach.set(permission, owners)
    return owners
  }
  const rooms = new Map<Room, Owners>()
  const readable = (room: Room): Owners => {
    const owners = rooms.get(room) ?? union(workable(permissionOf(room, 'view')), new Set([personId, ...below]))
    rooms.set(room, owners)
    return owners
  }
  const fields = isOwner ? {} : restrictions(roles)
  return {
    personId,
    isOwner,
    below,
    can: (permission) => scopes.has(permission),
    scopeOf: (permission) => (scopes.get(permission) ?? []).reduce<DataScope | null>(wider, null),
    readable,
    workable,
    field: (entity, field) => fields[entity]?.[field] ?? null,
    restrictedFields: (entity) => fields[entity] ?? {},
  }
}

/** Whoever keeps a phone from somebody keeps the other phones from them too. */
function withAlong({ fieldRights: given }: RoleGrant): RoleGrant['fieldRights'] {
  const whole = { ...given }
  for (const [entity, pairs] of Object.entries(fieldsAlong))
    for (const [other, main] of Object.entries(pairs)) {
      const [right, own] = [given[entity]?.[main], given[entity]?.[other]]
      if (right && (!own || strictness[own] < strictness[right])) whole[entity] = { ...whole[entity], [other]: right }
    }
  return whole
}

function restrictions(roles: readonly RoleGrant[]): Record<string, Record<string, FieldRight>> {
  const kept: Record<string, Record<string, FieldRight>> = {}
  for (const entity of new Set(roles.flatMap((role) => Object.keys(role.fieldRights)))) {
    const [first = {}, ...others] = concerned(roles, entity).map(withAlong)
    for (const [field, right] of Object.entries(first[entity] ?? {})) {
      const all = [right, ...others.map((given) => given[entity]?.[field])].filter((one) => one !== undefined)
      if (all.length <= others.length) continue
      kept[entity] = { ...kept[entity], [field]: all.reduce((a, b) => (strictness[a] <= strictness[b] ? a : b)) }
    }
  }
  return kept
}

/** A role that grants nothing in a room says nothing of its fields either: it must not open them. */
function concerned(roles: readonly RoleGrant[], entity: string): readonly RoleGrant[] {
  const some = roles.filter((role) =>
    Object.keys(role.grants).some((permission) => permission.startsWith(`${entity}.`)),
  )
  return some.length > 0 ? some : roles
}

/** What an assistant cannot do in another's name: these decide who may do what. */
const neverByProxy: readonly Permission[] = ['organization.manage', 'roles.manage', 'backup.manage', 'settings.manage']

function byProxy(rights: Rights): Rights {
  const granted = (permission: Permission): boolean => !neverByProxy.includes(permission)
  return {
    ...rights,
    isOwner: false,
    can: (permission) => granted(permission) && rights.can(permission),
    scopeOf: (permission) => (granted(permission) ? rights.scopeOf(permission) : null),
  }
}

/**
 * Whether somebody with `rights` may hand out `role`: nobody gives more than they have.
 * Only an owner gives the owner role.
 */
export function covers(rights: Rights, role: RoleGrant): boolean {
  if (rights.isOwner) return true
  if (role.builtIn === 'owner') return false
  const withinOwn = Object.entries(role.grants).every(([permission, scope]) => {
    // the keys of grants are permissions
    const own = rights.scopeOf(permission as Permission)
    return own !== null && dataScopes.indexOf(scope) <= dataScopes.indexOf(own)
  })
  return withinOwn && keepsRestrictions(rights, role)
}

/** What one does not see oneself, one cannot show to others. */
function keepsRestrictions(rights: Rights, role: RoleGrant): boolean {
  const rooms = new Set(Object.keys(role.grants).map((permission) => permission.split('.')[0] ?? ''))
  const kept = withAlong(role)
  return [...rooms].every((room) =>
    Object.entries(rights.restrictedFields(room)).every(([field, right]) => {
      const given = kept[room]?.[field]
      return given !== undefined && strictness[given] >= strictness[right]
    }),
  )
}

const nobody = rightsOf(0, [], { people: [], departments: [] })
/** Before sign-in: nothing. */
export const noRights: Rights = nobody

export function readOrg(db: Db): Org {
  return {
    people: statement<[], Org['people'][number]>(
      db,
      'SELECT id, department_id departmentId, superior_id superiorId FROM people WHERE archived_at IS NULL',
    ).all(),
    departments: statement<[], Org['departments'][number]>(
      db,
      'SELECT id, parent_id parentId, head_id headId, acting_head_id actingHeadId FROM departments WHERE archived_at IS NULL',
    ).all(),
  }
}

interface StoredRole {
  id: number
  builtIn: string | null
  grants: string
  fieldRights: string
}

export function readRoles(db: Db, personId: number): RoleGrant[] {
  const rows = statement<[number], StoredRole>(
    db,
    `SELECT id, built_in builtIn, grants, field_rights fieldRights FROM roles
     WHERE archived_at IS NULL AND id IN (SELECT CAST(value AS INTEGER) FROM people, json_each(people.role_ids) WHERE people.id = ?)`,
  ).all(personId)
  return rows.map(roleGrant)
}

/** The living ones of these roles. */
export function rolesById(db: Db, ids: readonly string[]): RoleGrant[] {
  const sql = `SELECT id, built_in builtIn, grants, field_rights fieldRights FROM roles
    WHERE archived_at IS NULL AND id IN (SELECT CAST(value AS INTEGER) FROM json_each(?))`
  return statement<[string], StoredRole>(db, sql).all(JSON.stringify(ids)).map(roleGrant)
}

// both columns are written by the roles room only, which checked them
export const roleGrant = ({ id, builtIn, grants, fieldRights }: StoredRole): RoleGrant => ({
  id,
  builtIn,
  grants: JSON.parse(grants) as RoleGrant['grants'],
  fieldRights: JSON.parse(fieldRights) as RoleGrant['fieldRights'],
})

/** Reckoned anew, inside a transaction too, where the cache must not learn what may never be committed. */
export const readRights = (db: Db, personId: number): Rights => rightsOf(personId, readRoles(db, personId), readOrg(db))

/** Rights by person, forgotten whenever organisation or roles change. */
export function createRightsCache(db: Db) {
  let org: Org | null = null
  const byPerson = new Map<number, Rights>()
  return {
    org: (): Org => (org ??= readOrg(db)),
    /** `actorId`: who sits at the keyboard; an assistant has less than the person they act for. */
    of(personId: number, actorId = personId): Rights {
      const known = byPerson.get(personId) ?? rightsOf(personId, readRoles(db, personId), this.org())
      byPerson.set(personId, known)
      return actorId === personId ? known : byProxy(known)
    },
    /** Whether one person has all that another has, so may decide over the other's way in. */
    covers(personId: number, other: number): boolean {
      const rights = this.of(personId)
      return personId === other || readRoles(db, other).every((role) => covers(rights, role))
    },
    forget(): void {
      org = null
      byPerson.clear()
    },
  }
}
export type RightsCache = ReturnType<typeof createRightsCache>
