// Questions that may change something. What was allowed is done in the world too.
import { isDeepStrictEqual } from 'node:util'
import { importTable } from '../../support/importing'
import { type Asked, pickRecord, type Question, same, sameRow, scanSecrets, tell } from './asking'
import { asInput, contactValues, customerValues, followUpValues, freshValue, noteSecrets } from './makeWorld'
import { readStored, tables } from './stored'
import { kinds, settle, wholeRow, type WorldRecord, written } from './world'

/** Mostly what stands there, sometimes an older version. */
const versionOf = ({ random }: Asked, record: WorldRecord): number =>
  random.chance(0.1) && record.version > 1 ? record.version - 1 : record.version

const create: Question = async (asked) => {
  const { oracle, who, office, random } = asked
  const kind = random.pick(kinds)
  const customer = pickRecord(asked, 'customers').id
  const values = {
    customers: () => customerValues(random, office.world),
    contacts: () => contactValues(customer),
    followUps: () => followUpValues(random, office, customer),
  }[kind]()
  if (kind === 'customers' && random.chance(0.5)) delete values['ownerId']
  if (kind === 'followUps' && random.chance(0.3)) values['personId'] = random.pick(office.world.people).id
  const expected = oracle.create(who.id, kind, values)
  const told = await tell(asked, `${kind}.create`, asInput(values))
  same(asked, `create ${kind} ${JSON.stringify(values)}`, told.verdict, expected)
  if (told.verdict !== 'ok') return
  const made = {
    ...values,
    ...(kind === 'customers' ? { ownerId: values['ownerId'] ?? who.id } : {}),
    ...(kind === 'followUps' ? { personId: values['personId'] ?? who.id } : {}),
  }
  const record: WorldRecord = { kind, id: told.output.id, version: 1, archived: false, values: made }
  office.world.records.push(record)
  if (kind === 'followUps') settle(office.world, record)
  noteSecrets(office.world, record, made)
  sameRow(asked, 'created', told.output, record)
}

/** Other fields, the same value again, another owner, another customer. */
function someChanges(asked: Asked, record: WorldRecord): Record<string, unknown> {
  const { random, office } = asked
  const fresh: Record<string, readonly string[]> = {
    customers: ['name', 'phone', 'otherPhones', 'pastAmount', 'tags', 'note', 'industry', 'custom.grade'],
    contacts: ['name', 'phone', 'otherPhones', 'post'],
    followUps: ['content', 'nextStep'],
  }
  const changes: Record<string, unknown> = {}
  for (const key of random.some(fresh[record.kind]!, 2))
    changes[key] = random.chance(0.25) ? (record.values[key] ?? (key === 'tags' ? [] : null)) : freshValue(key)
  if (changes['name'] === null || changes['content'] === null) delete changes['name']
  if (record.kind === 'customers' && random.chance(0.25)) changes['ownerId'] = random.pick(office.world.people).id
  if (record.kind !== 'customers' && random.chance(0.2)) changes['customerId'] = pickRecord(asked, 'customers').id
  if (record.kind === 'followUps' && random.chance(0.2)) changes['personId'] = random.pick(office.world.people).id
  if (record.kind === 'followUps' && random.chance(0.2)) changes['contactId'] = pickRecord(asked, 'contacts').id
  return changes
}

const update: Question = async (asked) => {
  const { oracle, who, office } = asked
  const record = pickRecord(asked)
  const version = versionOf(asked, record)
  const changes = someChanges(asked, record)
  const expected = oracle.update(who.id, record.kind, record.id, version, changes)
  const told = await tell(asked, `${record.kind}.update`, { id: record.id, version, changes: asInput(changes) })
  same(asked, `update ${record.kind}/${record.id} ${JSON.stringify(changes)}`, told.verdict, expected)
  if (told.verdict !== 'ok') return
  const before = JSON.stringify(wholeRow(asked.office.world, record))
  for (const [key, value] of Object.entries(changes)) record.values[key] = value
  if (JSON.stringify(wholeRow(asked.office.world, record)) !== before || record.version + 1 === told.output.version)
    record.version++
  noteSecrets(office.world, record, changes)
  sameRow(asked, 'updated', told.output, record)
}

const archive: Question = async (asked) => {
  const { oracle, who, random } = asked
  const record = random.chance(0.5)
    ? pickRecord(asked)
    : (asked.office.world.records.filter((one) => one.archived)[0] ?? pickRecord(asked))
  const version = versionOf(asked, record)
  const name = random.pick(
    record.archived ? (['restore', 'restore', 'archive'] as const) : (['archive', 'restore'] as const),
  )
  // keep the office alive
  if (name === 'archive' && random.chance(0.7)) return
  const reach = oracle.onRecord(who.id, `${record.kind}.archive`, record, name === 'restore')
  const stale = version === record.version ? 'ok' : 'conflict'
  const expected = reach !== 'ok' ? reach : name === 'restore' && !record.archived ? 'rule' : stale
  // the answer shows it as it is then, with all that hangs on it
  if (expected === 'ok' && name === 'restore') record.archived = false
  const told = await tell(asked, `${record.kind}.${name}`, { id: record.id, version })
  same(asked, `${name} ${record.kind}/${record.id}`, told.verdict, expected)
  if (told.verdict !== 'ok') return
  record.archived = name === 'archive'
  record.version++
  sameRow(asked, name, told.output, record)
}

const restoreFromBin: Question = async (asked) => {
  const { oracle, who, office, random } = asked
  const archived = office.world.records.filter((record) => record.archived)
  const record = archived.length > 0 && random.chance(0.8) ? random.pick(archived) : pickRecord(asked)
  const told = await tell(asked, 'recycleBin.restore', { entity: record.kind, id: record.id, version: record.version })
  const there =
    record.archived &&
    oracle.sees(who.id, record, true) &&
    oracle.scopeHolds(who.id, 'recycleBin.restore', oracle.ownerOf(record))
  const reach = oracle.onRecord(who.id, `${record.kind}.archive`, record, true)
  same(
    asked,
    `restore from bin ${record.kind}/${record.id}`,
    told.verdict,
    !oracle.can(who.id, 'recycleBin.restore') ? 'forbidden' : there ? reach : 'notFound',
  )
  if (told.verdict !== 'ok') return
  record.archived = false
  record.version++
}

const share: Question = async (asked) => {
  const { oracle, who, office, random } = asked
  const customer = pickRecord(asked, 'customers')
  const kind = random.pick(['team', 'share'] as const)
  const kept = office.world.access.filter((entry) => entry.customerId === customer.id && entry.kind === kind)
  const plain = kept.map(({ personId, level, untilOn }) => ({ personId, level, untilOn }))
  const after = plain.filter(() => random.chance(0.6))
  const newcomer = random.pick(office.world.people).id
  if (!after.some((entry) => entry.personId === newcomer))
    after.push({
      personId: newcomer,
      level: random.pick(['read', 'write'] as const),
      untilOn: kind === 'team' ? null : random.pick([null, '2027-01-01']),
    })
  const version = versionOf(asked, customer)
  const expected = oracle.share(
    who.id,
    customer.id,
    version,
    plain.map((one) => JSON.stringify(one)),
    after,
    after.map((one) => JSON.stringify(one)),
  )
  const told =
    kind === 'team'
      ? await tell(asked, 'customers.setTeam', {
          id: customer.id,
          version,
          team: after.map(({ personId, level }) => ({ personId, level })),
        })
      : await tell(asked, 'sharing.set', { customerId: customer.id, version, shares: after })
  same(asked, `${kind} of ${customer.id} ${JSON.stringify(after)}`, told.verdict, expected)
  if (told.verdict !== 'ok') return
  office.world.access = [
    ...office.world.access.filter((entry) => !kept.includes(entry)),
    ...after.map((entry) => ({ ...entry, kind, customerId: customer.id })),
  ]
  // the same again changes nothing
  const texts = (list: readonly object[]): string =>
    list
      .map((one) => JSON.stringify(one))
      .sort()
      .join()
  if (texts(after) !== texts(plain)) customer.version++
}

const star: Question = async (asked) => {
  const { oracle, who, random } = asked
  const customer = pickRecord(asked, 'customers')
  const told = await tell(asked, 'customers.star', { id: customer.id, starred: random.chance(0.5) })
  same(
    asked,
    `star ${customer.id}`,
    told.verdict,
    !oracle.can(who.id, 'customers.view') ? 'forbidden' : oracle.sees(who.id, customer) ? 'ok' : 'notFound',
  )
}

const plain = (value: unknown): unknown => (Array.isArray(value) && value.length === 0 ? null : (value ?? null))

/** What changed in the database since the world was last right must be what this person may change. */
function judgeChanges(asked: Asked, by: string): void {
  const { oracle, who, office } = asked
  const { db } = office.app.host
  for (const record of office.world.records) {
    const stored = readStored(db, record)
    const changed = written[record.kind].filter(
      (key) => !isDeepStrictEqual(plain(record.values[key]), plain(stored.values[key])),
    )
    const reach = oracle.onRecord(who.id, `${record.kind}.update`, record, true)
    if (changed.length > 0) same(asked, `${by} changed ${record.kind}/${record.id}`, reach, 'ok')
    for (const key of changed)
      same(asked, `${by} changed ${record.kind}/${record.id}.${key}`, oracle.rightOn(who.id, record.kind, key), null)
    if (stored.archived !== record.archived)
      same(
        asked,
        `${by} put away or brought back ${record.kind}/${record.id}`,
        oracle.can(who.id, `${record.kind}.archive`),
        true,
      )
  }
}

/** The world learns what is in the database now, new records too. */
function learn({ office: { world, app } }: Asked): void {
  const { db } = app.host
  for (const record of world.records) Object.assign(record, readStored(db, record))
  for (const kind of kinds)
    for (const { id } of db.prepare<[], { id: number }>(`SELECT id FROM ${tables[kind]} ORDER BY id`).all()) {
      if (world.records.some((record) => record.kind === kind && record.id === id)) continue
      const blank: WorldRecord = {
        kind,
        id,
        version: 1,
        archived: false,
        values: Object.fromEntries(written[kind].map((key) => [key, null])),
      }
      const record = Object.assign(blank, readStored(db, blank))
      world.records.push(record)
      noteSecrets(world, record, record.values)
    }
  world.access = db
    .prepare<[], (typeof world.access)[number]>(
      'SELECT record_id customerId, person_id personId, level, kind, until_on untilOn FROM record_access',
    )
    .all()
}

/** The same value for several: each record by its own rights, beside the right for bulk edits. */
const bulk: Question = async (asked) => {
  const { oracle, who, random } = asked
  const records = random.some(
    asked.office.world.records.filter((one) => one.kind === 'customers'),
    3,
  )
  const key = random.pick(['note', 'industry', 'phone', 'custom.grade'])
  const value = freshValue(key)
  const told = await tell(asked, 'bulkEdit.run', {
    list: 'customers',
    which: { ids: records.map(({ id }) => id) },
    action: { kind: 'set', changes: asInput({ [key]: value }) },
  })
  const may = ['view', 'bulkEdit', 'update'].every((action) => oracle.can(who.id, `customers.${action}`))
  if (!may) return same(asked, 'bulk edit', told.verdict, 'forbidden')
  const allowed = records.filter(
    (record) =>
      oracle.onRecord(who.id, 'customers.bulkEdit', record, false) === 'ok' &&
      oracle.update(who.id, 'customers', record.id, record.version, { [key]: value }) === 'ok',
  )
  const seen = records.filter((record) => !record.archived && oracle.sees(who.id, record))
  same(asked, `bulk edit ${key}`, told.verdict, allowed.length > 0 ? 'ok' : seen.length > 0 ? 'rule' : 'notFound')
  if (told.verdict !== 'ok') return
  same(asked, `bulk edit ${key} of ${seen.length}`, told.output.done, allowed.length)
  for (const record of allowed) {
    record.values[key] = value
    record.version++
    noteSecrets(asked.office.world, record, { [key]: value })
  }
}

/** An undo may only change what its maker may change. */
const undo: Question = async (asked) => {
  const told = await tell(asked, 'changeSets.undo', { id: 1 + asked.random.whole(80) })
  if (told.verdict !== 'ok') return
  judgeChanges(asked, 'undo')
  learn(asked)
}

/** An import changes what its maker may change, and says nothing of what it met and they do not see. */
const bringIn: Question = async (asked) => {
  const { oracle, who, random, office } = asked
  if (!['view', 'create', 'update', 'import'].every((action) => oracle.can(who.id, `customers.${action}`))) return
  const lines = Array.from({ length: 6 }, () => {
    const { values } = pickRecord(asked, 'customers')
    const name = random.chance(0.7) ? values['name'] : freshValue('name')
    const phone = random.chance(0.5) ? (values['phone'] ?? '') : freshValue('phone')
    return `${String(name)},${String(phone)},${String(freshValue('note'))}`
  })
  const content = ['客户名称,电话,备注', ...lines].join('\n')
  const options = {
    matchBy: ['name', 'phone'],
    overwrite: true,
    mode: random.pick(['both', 'update', 'create'] as const),
  } as const
  const result = await importTable(who, content, { options: { ...options, matchBy: [...options.matchBy] } }).catch(
    (error: unknown) => String(error),
  )
  scanSecrets(asked, 'import', JSON.stringify(result), content)
  judgeChanges(asked, 'import')
  learn(asked)
  for (const record of office.world.records.slice(-6)) asked.decided += Number(record.version > 0)
}

export const writes: Record<string, Question> = { create, update, archive, restoreFromBin, share, star, bulk, undo }

/** Takes a worker and some time: asked by a test of its own. */
export const slow: Record<string, Question> = { bringIn }
