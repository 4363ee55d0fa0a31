import { afterAll, beforeAll, expect, test } from 'vitest'
import { firstBrokenLink } from '@main/api/audit'
import { type Call, dispatch, type Handlers } from '@main/api/dispatch'
import type { Endpoint } from '@shared/api/endpoint'
import { ApiError } from '@shared/api/errors'
import { api } from '@shared/api/index'
import type { TestApp, TestPerson } from '../support/app'
import { furnishedOffice, templateBody } from '../support/furnished'
import { finished } from '../support/importing'
import { withoutChangeSet } from '../support/withoutChangeSet'
import { changedTables, countOf, tableHashes } from '../support/officeState'
import { seeded } from '../support/random'
import { sample } from '../support/sampleInput'

const endpoints = Object.entries(api).flatMap(([room, ofRoom]) =>
  Object.entries(ofRoom).map(([name, endpoint]): [string, Endpoint] => [`${room}.${name}`, endpoint]),
)
const commands = endpoints.filter(([, { kind }]) => kind === 'command')
const writes = endpoints.filter(([, { kind }]) => kind !== 'query')
const queries = endpoints.filter(([, { kind }]) => kind === 'query')

/** Commands that only their own running job may send. */
const onlyByJobs = new Set(['bulkEdit.chunk', 'changeSets.undoChunk', 'importExport.writeChunk'])
/** Inputs that chance would hardly find. */
const known: Record<string, unknown> = {
  'attachments.rename': { id: 1, version: 1, name: '字.txt' },
  'attachments.archive': { id: 1, version: 1 },
  'comments.create': { about: { entity: 'customers', id: 1 }, text: '字' },
  'customers.changeOwner': { id: 1, version: 1, ownerId: 2, reason: '字', keep: 'nothing', tasks: true },
  'bulkEdit.run': { list: 'customers', which: { ids: [1, 2] }, action: { kind: 'set', changes: { level: 'key' } } },
  'customFields.create': { entity: 'customers', label: '新字段', field: { kind: 'text' } },
  'customFields.update': { id: 1, version: 1, changes: { label: '改了名' } },
  'customFields.archive': { id: 1, version: 1 },
  'customFields.restore': { id: 2, version: 2 },
  'customFields.setLayout': { entity: 'customers', roleId: null, body: { groups: [], left: ['qq'] } },
  'customFields.setTemplate': { way: 'visit', body: { skeleton: '谈了什么：', fields: [] } },
  'changeSets.undo': { id: 1 },
  'customers.restore': { id: 3, version: 2 },
  'contacts.restore': { id: 3, version: 2 },
  'followUps.restore': { id: 3, version: 2 },
  'recycleBin.restore': { entity: 'followUps', id: 3, version: 2 },
  'organization.placeDepartment': { id: 2, version: 1, parentId: null, beforeId: null },
  'organization.archiveDepartment': { id: 2, version: 1 },
  'customers.setTeam': { id: 1, version: 1, team: [{ personId: 2, level: 'read' }] },
  'sharing.set': { customerId: 1, version: 1, shares: [{ personId: 2, level: 'read', untilOn: null }] },
  'duplicates.dismiss': { id: 1, dismissed: true },
  'duplicates.merge': { keepId: 1, keepVersion: 1, goneId: 2, goneVersion: 1 },
  'ties.dropReferral': { id: 1, version: 1 },
  'ties.unrelate': { id: 1, version: 1 },
  'pool.open': { id: 1 },
  'pool.claim': { ids: [1] },
  'pool.assign': { ids: [1], personId: 2 },
  'handovers.run': { leaverId: 2, successorId: 3, others: [], remaining: 'none' },
  'handovers.print': { id: 1, language: 'zh-CN' },
  'periodicLists.print': { id: 1, type: 'potential', language: 'zh-CN' },
  'dataQuality.print': { month: '2026-11', language: 'zh-CN' },
  'printTemplates.create': { kind: 'customerCard', name: '又一张', body: templateBody },
  'printTemplates.update': { id: 1, version: 1, changes: { name: '改了名' } },
  'printTemplates.archive': { id: 1, version: 1 },
  'printTemplates.restore': { id: 2, version: 2 },
  'recycleBin.restoreMany': { entity: 'followUps', records: [{ id: 3, version: 2 }] },
  'roles.archive': { id: 8, version: 1 },
  'roles.create': { name: '新角色', note: null, grants: {}, fieldRights: {} },
}
async function intoPool({ owner }: TestApp): Promise<void> {
  await owner.api.pool.setRules({ ...(await owner.api.pool.rules({})), coolOffDays: 0 })
  await owner.api.pool.return({ ids: [1], reason: '没空' })
}
/** What must have happened before. */
const before: Record<string, (office: TestApp) => Promise<unknown>> = {
  'customFields.restore': ({ owner }) => owner.api.customFields.archive({ id: 2, version: 1 }),
  'customers.restore': ({ owner }) => owner.api.customers.archive({ id: 3, version: 1 }),
  'contacts.restore': ({ owner }) => owner.api.contacts.archive({ id: 3, version: 1 }),
  'followUps.restore': ({ owner }) => owner.api.followUps.archive({ id: 3, version: 1 }),
  'recycleBin.restore': ({ owner }) => owner.api.followUps.archive({ id: 3, version: 1 }),
  'recycleBin.restoreMany': ({ owner }) => owner.api.followUps.archive({ id: 3, version: 1 }),
  'printTemplates.restore': ({ owner }) => owner.api.printTemplates.archive({ id: 2, version: 1 }),
  // the three of the office share a number
  'duplicates.dismiss': async ({ owner }) => finished(owner, (await owner.api.duplicates.scan({})).jobId),
  'ties.dropReferral': ({ owner }) => owner.api.ties.refer({ customerId: 1, by: 'customer', byId: 2 }),
  'ties.unrelate': ({ owner }) => owner.api.ties.relate({ contactId: 1, toContactId: 2, kind: 'friend' }),
  'pool.open': intoPool,
  'pool.claim': intoPool,
  'pool.assign': intoPool,
  'handovers.run': ({ owner }) => owner.api.customers.create({ name: '离职人的', ownerId: 2 }),
  'handovers.print': async ({ owner }) => {
    await owner.api.customers.create({ name: '离职人的', ownerId: 2 })
    await owner.api.handovers.run({ leaverId: 2, successorId: 3, others: [], remaining: 'none' })
  },
  'periodicLists.print': async ({ host }) =>
    host.db.exec(`INSERT INTO periodic_lists (id, made_at, made_on, made_by_id) VALUES (1, 0, '2026-11-01', 0)`),
  'jobs.cancel': async ({ owner, host }) => {
    // no host gives the number of a job twice
    known['jobs.cancel'] = { id: host.services.jobs.start('test', owner.id, async () => ({})) }
  },
}

const callOf = (path: string, input: unknown, token: string | null): Call => ({
  path,
  input,
  token,
  device: 'test',
  local: true,
  reply: { setToken: () => undefined },
})

async function outcome(run: Promise<unknown>): Promise<string> {
  try {
    await run
    return 'ok'
  } catch (error) {
    return error instanceof ApiError ? error.message : `thrown ${String(error)}`
  }
}

/** Which tables a call changed beside the audit log, and how many rows it added there. */
async function traces(
  app: TestApp,
  run: () => Promise<unknown>,
): Promise<{ outcome: string; tables: string[]; rows: number }> {
  const { db } = app.host
  const [hashes, rows] = [tableHashes(db), countOf(db, 'audit_log')]
  const result = await outcome(run())
  return {
    outcome: result,
    tables: changedTables(hashes, tableHashes(db)).filter((name) => name !== 'audit_log'),
    rows: countOf(db, 'audit_log') - rows,
  }
}

/** The same rooms, but whatever a handler did, it throws in the end. */
const throwing = (handlers: Handlers): Handlers =>
  Object.fromEntries(
    Object.entries(handlers).map(([room, ofRoom]) => [
      room,
      Object.fromEntries(
        Object.entries(ofRoom).map(([name, handler]) => [
          name,
          (ctx, input) => {
            handler(ctx, input)
            throw new ApiError('rule', { code: 'attachmentEmpty' })
          },
        ]),
      ),
    ]),
  )

let shared: TestApp
let powerless: TestPerson
beforeAll(async () => {
  shared = await furnishedOffice()
  powerless = shared.person({ roleIds: [shared.role({})] })
})
afterAll(() => shared.close())

test.each(writes)('%s leaves one audit row and nothing else when it is denied', async (path, endpoint) => {
  if (endpoint.permission === 'public') return
  const input = known[path] ?? sample(endpoint.input, seeded(1))
  expect(await traces(shared, () => shared.nobody.raw(path, input))).toEqual({
    outcome: 'signedOut',
    tables: [],
    rows: 0,
  })
  if (endpoint.permission === 'signedIn') return
  expect(await traces(shared, () => powerless.raw(path, input))).toEqual({ outcome: 'forbidden', tables: [], rows: 1 })
})

test.each(queries)('%s only reads', async (path, endpoint) => {
  const random = seeded(path.length)
  for (let attempt = 0; attempt < 8; attempt++) {
    const seen = await traces(shared, () => shared.owner.raw(path, sample(endpoint.input, random)))
    expect(seen.outcome).not.toMatch(/thrown|internal/)
    expect(seen).toMatchObject({ tables: [], rows: 0 })
  }
})

/** Commands that changed something and left no change set to take it back by. */
const untaken = new Set<string>()

/** Tries inputs until one is accepted; whatever happens, the laws hold. Gives the accepted one. */
async function tryOut(app: TestApp, path: string, endpoint: Endpoint): Promise<unknown> {
  const { db } = app.host
  const broken = { ...app.host, handlers: throwing(app.host.handlers) }
  const random = seeded(path.length)
  for (let attempt = 0; attempt < 40; attempt++) {
    const input = known[path] ?? sample(endpoint.input, random)
    const thrown = await traces(app, () => dispatch(broken, callOf(path, input, app.owner.token)))
    expect(thrown, JSON.stringify(input)).toMatchObject({ tables: [], rows: 1 })
    const [sets, changes] = [countOf(db, 'change_sets'), countOf(db, 'changes')]
    const real = await traces(app, () => app.owner.raw(path, input, { key }))
    expect(real.rows, JSON.stringify(input)).toBe(1)
    expect(real.outcome, JSON.stringify(input)).not.toMatch(/thrown|internal/)
    expect(thrown.outcome === 'rule:attachmentEmpty', real.outcome).toBe(real.outcome === 'ok')
    if (real.outcome === 'ok') {
      checkBooks(app, sets, changes)
      const kept = real.tables.filter((name) => name !== 'command_keys')
      if (kept.length > 0 && countOf(db, 'change_sets') === sets) untaken.add(path)
      return input
    }
    expect(real.tables, real.outcome).toEqual([])
  }
  return null
}

const key = 'one-key-for-all'

/** One audit row that names the one change set with all changes; no set without changes. */
function checkBooks({ host: { db } }: TestApp, sets: number, changes: number): void {
  const audit = db.prepare('SELECT outcome, change_set_id changeSetId FROM audit_log ORDER BY id DESC').get()
  const written = db.prepare('SELECT DISTINCT change_set_id FROM changes WHERE id > ?').pluck().all(changes)
  expect(written.length).toBeLessThanOrEqual(1)
  expect(audit).toEqual({ outcome: 'ok', changeSetId: written[0] ?? null })
  expect(countOf(db, 'change_sets') - sets).toBe(written.length)
}

const endsTheSession = new Set(['auth.signOut', 'auth.lock'])

test.each(commands)(
  '%s audits one row, keeps to one change set, runs once for one key, leaves nothing after a throw',
  async (path, endpoint) => {
    const app = await furnishedOffice()
    await before[path]?.(app)
    const input = await tryOut(app, path, endpoint)
    expect(input !== null).toBe(!onlyByJobs.has(path))
    if (input !== null && !endsTheSession.has(path)) {
      expect(await traces(app, () => app.owner.raw(path, input, { key }))).toEqual({
        outcome: 'ok',
        tables: [],
        rows: 0,
      })
      expect(await outcome(app.owner.raw('settings.setPreference', { key: 'other', value: 1 }, { key }))).toBe(
        'rule:keyReused',
      )
    }
    expect(firstBrokenLink(app.host.db)).toBeNull()
    await app.close()
  },
)

test('what a command changed can be taken back, or why not is said', () => {
  expect([...untaken].filter((path) => !(path in withoutChangeSet))).toEqual([])
})

test('a command that is not rolled back, and a write before the guard, would be noticed', async () => {
  const app = await furnishedOffice()
  const { db } = app.host
  const whole = db.transaction.bind(db)
  const input = { name: '新客户' }
  const broken = { ...app.host, handlers: throwing(app.host.handlers) }
  const run = () => dispatch(broken, callOf('customers.create', input, app.owner.token))
  Object.assign(db, { transaction: (work: () => unknown) => Object.assign(work, { immediate: work }) })
  expect((await traces(app, run)).tables).toContain('customers')
  Object.assign(db, { transaction: whole })
  expect((await traces(app, run)).tables).toEqual([])
  const writesFirst = () => {
    db.prepare(`UPDATE customers SET note = 'x' WHERE id = 1`).run()
    return app.nobody.raw('customers.create', input)
  }
  expect(await traces(app, writesFirst)).toEqual({ outcome: 'signedOut', tables: ['customers'], rows: 0 })
  await app.close()
})

test('a key that is forgotten would be noticed', async () => {
  const app = await furnishedOffice()
  const run = () => app.owner.raw('customers.create', { name: '新客户', despiteDuplicates: true }, { key })
  await run()
  app.host.db.exec('DELETE FROM command_keys')
  expect((await traces(app, run)).tables).toContain('customers')
  await app.close()
})
