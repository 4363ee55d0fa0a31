// A random office, and the same office in a database. Every text and number in it is unique, so that wherever
// one turns up in an answer it can be told where it came from.
import { dayOf } from '@shared/dates'
import { allPermissions, type DataScope, dataScopes, type FieldRight } from '@shared/permissions'
import { writeSetting } from '@main/api/settings'
import { standardPoolSettings } from '@shared/features/pool/rules'
import { openTestApp, type TestApp, type TestPerson } from '../../support/app'
import type { Random } from '../../support/random'
import { type Kind, kinds, type Place, settle, type World, type WorldRecord, written } from './world'

/** Values of a field by a running number, recognisable in any answer. */
const secretValue: Record<string, (n: number) => unknown> = {
  phone: (n) => `139${String(n).padStart(8, '0')}`,
  otherPhones: (n) => `138${String(n).padStart(8, '0')}`,
  pastAmount: (n) => 7_000_000_000 + n,
  tags: (n) => [`k${n}x`],
}
export const secretPattern = /k\d+x|13[89]\d{8}|7\d{9}(?!\d)/g
const plain = new Set([
  'level',
  'way',
  'ownerId',
  'customerId',
  'contactId',
  'personId',
  'nextAt',
  'nextDone',
  'followedAt',
])

/** Fields roles may restrict in a random office; owner and links stay, or nothing much could be asked. */
const restrictable: Record<Kind, readonly string[]> = {
  customers: [...written.customers.filter((key) => key !== 'ownerId'), 'starred'],
  contacts: ['name', 'phone', 'otherPhones', 'post'],
  followUps: ['content', 'nextStep', 'nextAt', 'way', 'followedAt'],
}

let running = 0
/** The next office gets the same values as the one before that started here. */
export const startCounting = (from: number): void => void (running = from)
/** A fresh value for a field, with its secret noted once the record has an id. */
export function freshValue(key: string): unknown {
  running++
  return (secretValue[key] ?? ((n: number) => `k${n}x`))(running)
}

export function noteSecrets(
  world: World,
  record: Pick<WorldRecord, 'kind' | 'id'>,
  values: Record<string, unknown>,
): void {
  for (const [field, value] of Object.entries(values))
    for (const found of String(JSON.stringify(value)).match(secretPattern) ?? [])
      if (!plain.has(field)) addPlace(world, found, { kind: record.kind, id: record.id, field })
}

function addPlace({ secrets }: World, found: string, place: Place): void {
  const places = secrets.get(found) ?? []
  if (!places.some((one) => one.kind === place.kind && one.id === place.id && one.field === place.field))
    secrets.set(found, [...places, place])
}

function randomRole(random: Random, app: TestApp): World['roles'][number] {
  const grants: Record<string, DataScope> = {}
  const daily = allPermissions.filter((permission) => kinds.some((kind) => permission.startsWith(`${kind}.`)))
  const others = [
    'recycleBin.view',
    'recycleBin.restore',
    'changeSets.view',
    'changeSets.undo',
    'organization.view',
    ...(['view', 'claim', 'assign', 'return', 'lock'] as const).map((action) => `pool.${action}` as const),
    'handovers.manage',
    'periodicLists.view',
    'dataQuality.view',
    'duplicates.view',
    'duplicates.merge',
  ] as const
  for (const permission of [...daily, ...others])
    if (random.chance(permission.endsWith('.view') ? 0.75 : 0.45)) grants[permission] = random.pick(dataScopes)
  const fields: Record<string, Record<string, FieldRight>> = {}
  for (const kind of kinds)
    for (const field of restrictable[kind])
      if (random.chance(0.12)) (fields[kind] ??= {})[field] = random.pick(['hidden', 'masked', 'readOnly'] as const)
  return { id: app.role(grants, fields), owner: false, grants, fields }
}

export interface Office {
  app: TestApp
  world: World
  people: TestPerson[]
}

export async function makeOffice(random: Random): Promise<Office> {
  const app = openTestApp()
  const { db } = app.host
  db.prepare(`INSERT INTO custom_fields (entity, key, field) VALUES ('customers', 'grade', '{"kind":"text"}')`).run()
  const world: World = {
    today: dayOf(app.clock.now),
    people: [],
    departments: [],
    roles: [],
    records: [],
    access: [],
    orders: [],
    listed: [],
    secrets: new Map(),
  }
  world.roles = Array.from({ length: 5 }, () => randomRole(random, app))
  world.roles.push({ id: 1, owner: true, grants: {}, fields: {} })
  for (let i = 0; i < 4; i++) {
    const parentId = i > 0 && random.chance(0.7) ? random.pick(world.departments).id : null
    world.departments.push({ id: app.department({ parentId }), parentId, headId: null, actingHeadId: null })
  }
  const people = Array.from({ length: 8 }, () => {
    const departmentId = random.chance(0.8) ? random.pick(world.departments).id : null
    const superiorId = world.people.length > 0 && random.chance(0.5) ? random.pick(world.people).id : null
    const roleIds = random.chance(0.06)
      ? [1]
      : random.some(
          world.roles.slice(0, 5).map((role) => role.id),
          2,
        )
    const made = app.person({ departmentId, superiorId, roleIds })
    world.people.push({ id: made.id, departmentId, superiorId, roleIds })
    return made
  })
  world.people.push({ id: app.owner.id, departmentId: null, superiorId: null, roleIds: [1] })
  for (const department of world.departments) {
    if (random.chance(0.6)) department.headId = random.pick(people).id
    if (random.chance(0.25)) department.actingHeadId = random.pick(people).id
    db.prepare('UPDATE departments SET head_id = ?, acting_head_id = ? WHERE id = ?').run(
      department.headId,
      department.actingHeadId,
      department.id,
    )
  }
  app.host.services.rights.forget()
  await fill(random, { app, world, people })
  return { app, world, people }
}

async function fill(random: Random, office: Office): Promise<void> {
  const { world, app } = office
  for (let i = 0; i < 14; i++) await enter(office, 'customers', customerValues(random, world))
  const customers = world.records.slice()
  for (let i = 0; i < 16; i++) await enter(office, 'contacts', contactValues(random.pick(customers).id))
  for (let i = 0; i < 18; i++)
    await enter(office, 'followUps', followUpValues(random, office, random.pick(customers).id))
  orderAndList(random, office)
  for (const record of world.records) {
    if (!random.chance(0.1)) continue
    await app.owner.raw(`${record.kind}.archive`, { id: record.id, version: record.version }).then(
      () => {
        record.archived = true
        record.version++
      },
      () => undefined,
    )
  }
  // what hangs on records: words for who sees them, a task of whoever owns them
  for (const { kind, id } of world.records.filter((record) => record.id % 3 === 0)) {
    const about = { entity: kind, id }
    await app.owner.raw('comments.create', { about, text: '字' }).catch(() => undefined)
    await app.owner.raw('tasks.create', { about, title: '字' }).catch(() => undefined)
  }
  for (let i = 0; i < 14; i++) {
    const entry = { customerId: random.pick(customers).id, personId: random.pick(world.people).id }
    const kind = random.pick(['team', 'share'] as const)
    if (
      world.access.some(
        (one) => one.customerId === entry.customerId && one.personId === entry.personId && one.kind === kind,
      )
    )
      continue
    const untilOn = kind === 'team' ? null : random.pick([null, '2026-11-17', '2026-11-18', '2026-11-20', '2027-01-01'])
    const whole = { ...entry, kind, level: random.pick(['read', 'write'] as const), untilOn }
    world.access.push(whole)
    app.host.db
      .prepare(
        `INSERT INTO record_access (entity, record_id, person_id, level, kind, until_on, created_at, created_by_id) VALUES ('customers', ?, ?, ?, ?, ?, 0, 0)`,
      )
      .run(whole.customerId, whole.personId, whole.level, whole.kind, whole.untilOn)
  }
}

/** Orders to put data right, a dated list of everybody, and a pool without caps. */
function orderAndList(random: Random, { app, world }: Office): void {
  const { db } = app.host
  writeSetting(db, 'pool.settings', {
    ...standardPoolSettings,
    claimsPerDay: null,
    viewsPerDay: null,
    coolOffDays: 0,
  })
  db.exec(`INSERT INTO periodic_lists (id, made_at, made_on, made_by_id) VALUES (1, 0, '${world.today}', 0)`)
  for (const { id } of world.records.filter((record) => record.kind === 'customers')) {
    world.listed.push(id)
    db.prepare(`INSERT INTO periodic_list_spans (customer_id, type, from_list) VALUES (?, 'potential', 1)`).run(id)
    if (!random.chance(0.6)) continue
    const personId = random.pick(world.people).id
    const made = db
      .prepare(
        `INSERT INTO rectification_orders (customer_id, rule, person_id, opened_at, due_on) VALUES (?, 'taxNumber', ?, 0, ?)`,
      )
      .run(id, personId, world.today)
    world.orders.push({ id: Number(made.lastInsertRowid), customerId: id, personId })
  }
}

export function customerValues(random: Random, world: World): Record<string, unknown> {
  const values: Record<string, unknown> = {
    name: freshValue('name'),
    level: random.pick(['key', 'normal', 'low']),
    ownerId: random.pick(world.people).id,
  }
  for (const key of ['phone', 'otherPhones', 'pastAmount', 'tags', 'note', 'industry', 'custom.grade'])
    if (random.chance(0.7)) values[key] = freshValue(key)
  return values
}

export const contactValues = (customerId: number): Record<string, unknown> => ({
  customerId,
  name: freshValue('name'),
  phone: freshValue('phone'),
  post: freshValue('post'),
})

export function followUpValues(random: Random, { world, app }: Office, customerId: number): Record<string, unknown> {
  const contacts = world.records.filter(
    (one) => one.kind === 'contacts' && one.values['customerId'] === customerId && !one.archived,
  )
  return {
    customerId,
    way: random.pick(['visit', 'call']),
    content: freshValue('content'),
    followedAt: app.clock.now - random.whole(1000) * 1000,
    ...(random.chance(0.6)
      ? { nextAt: app.clock.now + random.whole(1000) * 100_000, nextStep: freshValue('nextStep') }
      : {}),
    ...(contacts.length > 0 && random.chance(0.5) ? { contactId: random.pick(contacts).id } : {}),
  }
}

/** As the api takes them: custom values in a group of their own. */
export function asInput(values: Record<string, unknown>): Record<string, unknown> {
  const { 'custom.grade': grade, ...own } = values
  return grade === undefined ? own : { ...own, custom: { grade } }
}

/** Made by the owner of the office, so that history and counts are there too. */
async function enter({ app, world }: Office, kind: Kind, values: Record<string, unknown>): Promise<void> {
  const made = (await app.owner.raw(`${kind}.create`, asInput(values))) as { id: number; version: number }
  const whole = kind === 'followUps' ? { personId: app.owner.id, ...values } : values
  const record: WorldRecord = { kind, id: made.id, version: made.version, archived: false, values: whole }
  world.records.push(record)
  if (kind === 'followUps') settle(world, record)
  noteSecrets(world, record, whole)
}
