// The people of an invented office: departments as a tree, the ready-made roles, and one person for each reach of sight.
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { createSession } from '@main/api/sessions'
import { builtInRoles } from '@shared/features/roles/rules'
import type { DataScope } from '@shared/permissions'
import * as words from './words'

export interface OfficePerson {
  id: number
  role: string
  /** How far they see customers. */
  scope: DataScope
  token: string
  /** About this part of all customers is theirs. */
  share: number
}

type Place = readonly [role: string, scope: DataScope, share: number]

/** Those with other work or little of their own; the rest are reps who share the customers. */
const staff: readonly Place[] = [
  ['owner', 'all', 0.01],
  ['manager', 'departmentAndBelow', 0.04],
  ['lead', 'ownAndBelow', 0.03],
  ['service', 'all', 0.002],
  ['finance', 'all', 0.001],
  ['admin', 'all', 0.001],
  ['assistant', 'own', 0.005],
  ['newcomer', 'own', 0.001],
  ['rep', 'own', 0.01],
  ['colleague', 'department', 0.02],
]

/** Roles by code: the ready-made ones, and for other codes a manager's with the reach of `scope`. */
function makeRole(db: Db, code: string, scope: DataScope, now: number): number {
  const ready = Object.hasOwn(builtInRoles, code)
  const source = ready ? builtInRoles[code as keyof typeof builtInRoles] : builtInRoles.manager
  const grants = ready ? source.grants : Object.fromEntries(Object.keys(source.grants).map((action) => [action, scope]))
  return Number(
    statement(
      db,
      'INSERT INTO roles (created_at, updated_at, created_by_id, name, built_in, grants, field_rights) VALUES (?, ?, 0, ?, ?, ?, ?)',
    ).run(now, now, code, ready ? code : null, JSON.stringify(grants), JSON.stringify(source.fieldRights))
      .lastInsertRowid,
  )
}

function makeDepartment(db: Db, name: string, parentId: number | null, now: number): number {
  const sql = 'INSERT INTO departments (created_at, updated_at, created_by_id, name, parent_id) VALUES (?, ?, 0, ?, ?)'
  return Number(statement(db, sql).run(now, now, name, parentId).lastInsertRowid)
}

/** `count` people with their sessions; two sales departments under the company, the first headed by the manager, the second by the lead. */
export function makePeople(db: Db, count: number, now: number): OfficePerson[] {
  const share = (1 - staff.reduce((sum, [, , own]) => sum + own, 0)) / Math.max(1, count - staff.length)
  const places = Array.from({ length: count }, (_, i): Place => staff[i] ?? ['rep', 'own', share])
  const roles = new Map(places.map(([role, scope]) => [role, scope]))
  const roleIds = new Map([...roles].map(([role, scope]) => [role, makeRole(db, role, scope, now)]))
  const company = makeDepartment(db, '公司', null, now)
  const teams = [makeDepartment(db, '销售一部', company, now), makeDepartment(db, '销售二部', company, now)]
  const selling = new Set(['rep', 'manager', 'lead', 'newcomer', 'colleague'])
  return places.map(([role, scope, own], i) => {
    const departmentId = selling.has(role) ? (teams[(i + 1) % 2] ?? company) : company
    const name = `${words.surnames[(i * 3) % words.surnames.length]}${words.givenSigns[(i * 5) % words.givenSigns.length]}`
    const id = Number(
      statement(
        db,
        'INSERT INTO people (created_at, updated_at, created_by_id, name, department_id, role_ids) VALUES (?, ?, 0, ?, ?, ?)',
      ).run(now, now, name, departmentId, JSON.stringify([String(roleIds.get(role))])).lastInsertRowid,
    )
    if (role === 'manager' || role === 'lead')
      statement(db, 'UPDATE departments SET head_id = ? WHERE id = ?').run(id, departmentId)
    return {
      id,
      role,
      scope,
      share: own,
      token: createSession(db, { personId: id, device: 'bench', now, remember: true }).token,
    }
  })
}
