// Rights are what a person may do, reckoned from roles and organisation: actions, how far they reach, fields.
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { allPermissions, type DataScope, dataScopes, type FieldRight, type Permission, type Room } from '@shared/permissions'
import { belowOf, departmentsUnder, type Org } from '@shared/features/organization/rules'

/** Ids of owners whose records are in reach; `all` includes records without an owner. */
export type Owners = 'all' | ReadonlySet<number>

export interface Rights {
  personId: number
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
  const below = belowOf(org, personId)
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
  const fields = isOwner ? {} : restrictions(roles)
  return {
    personId,
    below,
    can: (permission) => scopes.has(permission),
    scopeOf: (permission) => (scopes.get(permission) ?? []).reduce<DataScope | null>(wider, null),
    // every room has `view`, or no records whose owner would matter
    readable: (room) => union(workable(`${room}.view` as Permission), new Set([personId, ...below])),
    workable,
    field: (entity, field) => fields[entity]?.[field] ?? null,
    restrictedFields: (entity) => fields[entity] ?? {},
  }
}

function restrictions(roles: readonly RoleGrant[]): Record<string, Record<string, FieldRight>> {
  const [first, ...others] = roles
  if (!first) return {}
  const kept: Record<string, Record<string, FieldRight>> = {}
  for (const [entity, fields] of Object.entries(first.fieldRights))
    for (const [field, right] of Object.entries(fields)) {
      const all = [right, ...others.map((role) => role.fieldRights[entity]?.[field])]
      if (all.some((one) => one === undefined)) continue
      const mildest = all.reduce((a, b) => (strictness[a!] <= strictness[b!] ? a : b))
      kept[entity] = { ...kept[entity], [field]: mildest! }
    }
  return kept
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

function readRoles(db: Db, personId: number): RoleGrant[] {
  const rows = statement<[number], { id: number; builtIn: string | null; grants: string; fieldRights: string }>(
    db,
    `SELECT id, built_in builtIn, grants, field_rights fieldRights FROM roles
     WHERE archived_at IS NULL AND id IN (SELECT CAST(value AS INTEGER) FROM people, json_each(people.role_ids) WHERE people.id = ?)`,
  ).all(personId)
  // both columns are written by the roles room only, which checked them
  return rows.map((row) => ({
    ...row,
    grants: JSON.parse(row.grants) as RoleGrant['grants'],
    fieldRights: JSON.parse(row.fieldRights) as RoleGrant['fieldRights'],
  }))
}

/** Rights by person, forgotten whenever organisation or roles change. */
export function createRightsCache(db: Db) {
  let org: Org | null = null
  const byPerson = new Map<number, Rights>()
  return {
    org: (): Org => (org ??= readOrg(db)),
    of(personId: number): Rights {
      const known = byPerson.get(personId)
      if (known) return known
      const rights = rightsOf(personId, readRoles(db, personId), this.org())
      byPerson.set(personId, rights)
      return rights
    },
    forget(): void {
      org = null
      byPerson.clear()
    },
  }
}
export type RightsCache = ReturnType<typeof createRightsCache>
