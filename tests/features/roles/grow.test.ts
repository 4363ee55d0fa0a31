import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createSession } from '@main/api/sessions'
import { readSetting } from '@main/api/settings'
import type { Host } from '@main/api/dispatch'
import { applyMigrations, readMigrations } from '@main/database/migrate'
import type { Db } from '@main/database/open'
import { startHost } from '@main/host/start'
import { gainedGrants } from '@shared/features/roles/growth'
import { builtInRoleCodes, builtInRoles } from '@shared/features/roles/rules'
import { allPermissions } from '@shared/permissions'
import { callerOf } from '../../support/app'
import { loadDump } from '../../migrations/parts/dump'

const root = join(import.meta.dirname, '../../..')
const frozenFolder = join(root, 'tests/migrations/frozen')
const frozen = readdirSync(frozenFolder).filter((name) => name.endsWith('.sql'))
const log = { info: () => undefined, warn: () => undefined, error: (message: string) => expect.fail(message) }
const undo: (() => unknown)[] = []
afterEach(async () => {
  for (const back of undo.splice(0).reverse()) await back()
})

/** Rooms of the first schema: what its roles were asked about. */
const firstRooms = [
  'customers',
  'contacts',
  'followUps',
  'organization',
  'roles',
  'changeSets',
  'recycleBin',
  'auditLog',
  'backup',
  'settings',
]
type Grants = Record<string, string>
const ofFirstRooms = (grants: Grants): Grants =>
  Object.fromEntries(Object.entries(grants).filter(([key]) => firstRooms.includes(key.split('.')[0]!)))

/** An office of an older program: its roles as they were made then. */
function oldOffice(name: string): Db {
  const db = loadDump(readFileSync(join(frozenFolder, name), 'utf8'))
  applyMigrations(db, readMigrations(join(root, 'migrations')))
  db.exec('DELETE FROM roles; DELETE FROM people; DELETE FROM changes; DELETE FROM change_sets')
  for (const [at, code] of builtInRoleCodes.entries()) {
    const { grants, fieldRights } = builtInRoles[code]
    db.prepare(
      `INSERT INTO roles (id, created_at, updated_at, created_by_id, name, built_in, grants, field_rights) VALUES (?, 0, 0, 0, ?, ?, ?, ?)`,
    ).run(at + 1, code, code, JSON.stringify(ofFirstRooms(grants)), JSON.stringify(fieldRights))
  }
  db.prepare(
    `INSERT INTO people (id, created_at, updated_at, created_by_id, name, role_ids) VALUES (1, 0, 0, 0, '老板', '["1"]')`,
  ).run()
  return db
}

/** As if somebody had changed the rights of a role. */
function edit(db: Db, code: string, grants: Grants): void {
  const { id } = db.prepare<[string], { id: number }>('SELECT id FROM roles WHERE built_in = ?').get(code)!
  db.prepare('UPDATE roles SET grants = ?, version = 2 WHERE id = ?').run(JSON.stringify(grants), id)
  const set = db
    .prepare(
      `INSERT INTO change_sets (path, at, person_id, actor_id, device, name, params) VALUES ('roles.update', 0, 1, 1, '', 'roles.update', '{}')`,
    )
    .run()
  db.prepare(
    `INSERT INTO changes (change_set_id, entity, record_id, action, diff, version) VALUES (?, 'roles', ?, 'update', '{"grants":["{}","{}"]}', 2)`,
  ).run(set.lastInsertRowid, id)
}

function start(db: Db): Host {
  const tmpDir = mkdtempSync(join(tmpdir(), 'zhike-grow-'))
  const host = startHost({ db, dataDir: '', tmpDir, log, passwordCost: 2 })
  undo.push(() => rmSync(tmpDir, { recursive: true, force: true }))
  return host
}

const grantsOf = (db: Db, code: string): Grants =>
  JSON.parse(db.prepare<[string], string>('SELECT grants FROM roles WHERE built_in = ?').pluck().get(code)!)

it.each(frozen)('ready-made roles of an older office get the rights of the rooms since (%s)', (name) => {
  const db = oldOffice(name)
  start(db)
  for (const code of builtInRoleCodes) expect(grantsOf(db, code), code).toEqual(builtInRoles[code].grants)
  expect(readSetting(db, 'roles.known')).toEqual(expect.arrayContaining([...allPermissions]))
  expect(
    db.prepare(`SELECT count(*) FROM notifications WHERE kind = 'rolesGrown' AND person_id = 1`).pluck().get(),
  ).toBe(1)
})

it.each(frozen)('an edited role gets new rooms only, and no wider than it sees customers (%s)', (name) => {
  const db = oldOffice(name)
  const narrowed = { 'customers.view': 'own', 'contacts.view': 'own' }
  edit(db, 'manager', narrowed)
  edit(db, 'rep', { 'organization.view': 'all' })
  start(db)
  const manager = grantsOf(db, 'manager')
  expect(manager).toMatchObject({
    ...narrowed,
    'pool.assign': 'own',
    'duplicates.scan': 'own',
    'handovers.manage': 'own',
  })
  for (const [permission, scope] of Object.entries(manager)) {
    expect(scope).toBe('own')
    expect(
      narrowed[permission as keyof typeof narrowed] ?? !firstRooms.includes(permission.split('.')[0]!),
    ).toBeTruthy()
  }
  // who sees no customers gets nothing of the rooms about them
  expect(grantsOf(db, 'rep')).toEqual({ 'organization.view': 'all' })
})

it('is in the audit log, happens once, can be undone, and is not done again after that', async () => {
  const db = oldOffice(frozen[0]!)
  const host = start(db)
  const told = db.prepare<[], { detail: string; personId: number }>(
    `SELECT detail, person_id personId FROM audit_log WHERE path = 'roles.grow'`,
  )
  expect(told.all()).toHaveLength(1)
  expect(JSON.parse(told.get()!.detail).gained.rep).toMatchObject({ 'pool.claim': 'own' })
  const { token } = createSession(db, { personId: 1, device: 'test', now: Date.now(), remember: true })
  const { api } = callerOf(host, token)
  const [set] = (await api.changeSets.list({})).rows
  await api.changeSets.undo({ id: set!.id })
  expect(grantsOf(db, 'rep')).toEqual(ofFirstRooms(builtInRoles.rep.grants))
  start(db)
  expect(grantsOf(db, 'rep')).toEqual(ofFirstRooms(builtInRoles.rep.grants))
  expect(told.all()).toHaveLength(1)
})

it('what an office took away stays away; a new action of a known room comes only to a role as it was made', () => {
  const declared = { 'pool.view': 'own', 'pool.claim': 'own' } as const
  const grants = { 'customers.view': 'all', 'pool.view': 'own' } as const
  const known = new Set(['customers.view', 'pool.view', 'pool.claim'])
  expect(gainedGrants({ grants, declared, edited: false, known })).toEqual({})
  known.delete('pool.claim')
  expect(gainedGrants({ grants, declared, edited: false, known })).toEqual({ 'pool.claim': 'own' })
  expect(gainedGrants({ grants, declared, edited: true, known })).toEqual({})
})
