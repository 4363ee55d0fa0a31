// An office in memory: the real migrations, the real pipeline; only clock and password cost are for tests.
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { firstBrokenLink } from '@main/api/audit'
import { createSession } from '@main/api/sessions'
import { openDatabase } from '@main/database/open'
import { applyMigrations, readMigrations } from '@main/database/migrate'
import type { Host } from '@main/api/dispatch'
import { startHost } from '@main/host/start'
import type { Log } from '@main/log'
import type { CallOptions } from '@shared/api/endpoint'
import type { Caller } from '@shared/api/index'
import type { DataScope, Permission } from '@shared/permissions'
import { builtInRoles } from '@shared/features/roles/rules'

const migrations = join(import.meta.dirname, '../../migrations')
const quiet: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (message, detail) => void process.stderr.write(`${message} ${JSON.stringify(detail)}\n`),
}

export interface TestPerson {
  id: number
  token: string
  api: Caller
  /** Any path, any input, as hostile as you like. */
  raw(path: string, input: unknown, options?: CallOptions): Promise<unknown>
  /** The change set of the last command. */
  lastChangeSet(): number | null
}

export interface NewPerson {
  name?: string
  roles?: readonly (keyof typeof builtInRoles)[]
  roleIds?: readonly number[]
  departmentId?: number | null
  superiorId?: number | null
}

export interface TestApp {
  host: Host
  clock: { now: number; pass(ms: number): void }
  owner: TestPerson
  /** Adds a person with a session straight into the tables, so that a test says only what it is about. */
  person(options?: NewPerson): TestPerson
  role(grants: Partial<Record<Permission, DataScope>>, fieldRights?: Record<string, Record<string, string>>): number
  department(options?: {
    name?: string
    parentId?: number | null
    headId?: number | null
    actingHeadId?: number | null
  }): number
  nobody: Omit<TestPerson, 'id'>
  /** Fails when the audit chain is not whole: a law for every test. */
  close(): Promise<void>
}

/** @example const app = openTestApp(); const rep = app.person({ roles: ['rep'] }); await rep.api.customers.create({ name: '德力' }) */
export function openTestApp(options: { file?: string } = {}): TestApp {
  const db = openDatabase(options.file ?? ':memory:')
  applyMigrations(db, readMigrations(migrations))
  // a Wednesday morning
  const clock = { now: new Date(2026, 10, 18, 9, 30).getTime(), pass: (ms: number) => void (clock.now += ms) }
  const tmpDir = mkdtempSync(join(tmpdir(), 'zhike-test-'))
  const host = startHost({
    db,
    dataDir: '',
    tmpDir,
    log: quiet,
    clock: () => clock.now,
    passwordCost: 2,
    nights: false,
  })
  const insert = (sql: string, ...params: unknown[]): number => Number(db.prepare(sql).run(...params).lastInsertRowid)

  const role: TestApp['role'] = (grants, fieldRights = {}) =>
    insert(
      `INSERT INTO roles (created_at, updated_at, created_by_id, name, grants, field_rights) VALUES (?, ?, 0, 'r', ?, ?)`,
      clock.now,
      clock.now,
      JSON.stringify(grants),
      JSON.stringify(fieldRights),
    )
  const builtIn = new Map(
    Object.entries(builtInRoles).map(([code, { grants, fieldRights }]) => {
      const id = role(grants, fieldRights)
      db.prepare('UPDATE roles SET built_in = ?, name = ? WHERE id = ?').run(code, code, id)
      return [code, id]
    }),
  )
  const person: TestApp['person'] = ({
    name = '某人',
    roles = ['rep'],
    roleIds,
    departmentId = null,
    superiorId = null,
  } = {}) => {
    const ids = roleIds ?? roles.map((code) => builtIn.get(code) ?? 0)
    const id = insert(
      `INSERT INTO people (created_at, updated_at, created_by_id, name, department_id, superior_id, role_ids) VALUES (?, ?, 0, ?, ?, ?, ?)`,
      clock.now,
      clock.now,
      name,
      departmentId,
      superiorId,
      JSON.stringify(ids.map(String)),
    )
    host.services.rights.forget()
    const { token } = createSession(db, { personId: id, device: 'test', now: clock.now, remember: true })
    return { id, ...callerOf(host, token) }
  }
  return {
    host,
    clock,
    owner: person({ name: '老板', roles: ['owner'] }),
    person,
    role,
    department: ({ name = '某部', parentId = null, headId = null, actingHeadId = null } = {}) => {
      host.services.rights.forget()
      return insert(
        `INSERT INTO departments (created_at, updated_at, created_by_id, name, parent_id, head_id, acting_head_id) VALUES (?, ?, 0, ?, ?, ?, ?)`,
        clock.now,
        clock.now,
        name,
        parentId,
        headId,
        actingHeadId,
      )
    },
    nobody: callerOf(host, null),
    async close() {
      const broken = firstBrokenLink(host.db)
      await host.stop()
      if (broken !== null) throw new Error(`the audit chain is broken at row ${broken}`)
    },
  }
}

/** A caller through dispatch, holding a token as a transport would. */
export function callerOf(host: Host, first: string | null): Omit<TestPerson, 'id'> & { token: string } {
  const held = { token: first }
  let changeSet: number | null = null
  const raw: TestPerson['raw'] = async (path, input, { key } = {}) => {
    const reply = { setToken: (token: string | null) => void (held.token = token) }
    const answer = await host.call({ path, input, token: held.token, device: 'test', local: true, key, reply })
    changeSet = answer.changeSetId ?? changeSet
    return answer.output
  }
  const room = (name: string): object =>
    new Proxy(
      {},
      {
        get: (_, endpoint) => (input: unknown, options?: CallOptions) =>
          raw(`${name}.${String(endpoint)}`, input, options),
      },
    )
  return {
    // every path leads to raw, which dispatch checks
    api: new Proxy({}, { get: (_, name) => room(String(name)) }) as Caller,
    raw,
    lastChangeSet: () => changeSet,
    get token() {
      return held.token ?? ''
    },
  }
}
