// Questions to the pool, handovers, values, dated lists and data quality, with their own plain answers.
import { type Asked, pickRecord, type Question, same, tell } from './asking'
import type { Oracle, Verdict } from './oracle'
import { ownerOf, seesInPool } from './poolSight'
import type { WorldRecord } from './world'

const sorted = (ids: readonly number[]): number[] => [...ids].sort((a, b) => a - b)

/** By scope of the right alone: what was shown to one is not one's to give away. */
function asOwner(oracle: Oracle, id: number, permission: string, record: WorldRecord): Verdict {
  if (!oracle.can(id, permission)) return 'forbidden'
  if (!oracle.sees(id, record)) return 'notFound'
  return oracle.scopeHolds(id, permission, ownerOf(record)) ? 'ok' : 'forbidden'
}

function shownInPool({ oracle, who }: Asked, record: WorldRecord): Record<string, unknown> {
  const { values } = oracle.shownRow(who.id, record)
  return { name: values['name'], level: values['level'], industry: values['industry'] }
}

const poolList: Question = async (asked) => {
  const { oracle, who, office, random } = asked
  const words = random.chance(0.5) && oracle.seesWhole(who.id, 'customers', 'name')
  const told = await tell(asked, 'pool.list', { limit: 200, ...(words ? { search: 'k' } : {}) })
  const allowed = oracle.can(who.id, 'pool.view')
  same(asked, 'pool', told.verdict, allowed ? 'ok' : 'forbidden')
  if (!allowed) return
  const all = (await tell(asked, 'pool.list', { limit: 200 })).output.rows
  const expected = office.world.records.filter((record) => seesInPool(oracle, who.id, record))
  same(asked, 'rows of the pool', sorted(all.map((row) => row.id)), sorted(expected.map((record) => record.id)))
  for (const { id, name, level, industry } of all)
    same(asked, `pool row ${id}`, { name, level, industry }, shownInPool(asked, oracle.find('customers', id)!))
  same(asked, 'count of the pool', (await tell(asked, 'pool.count', {})).output.value, expected.length)
}

const poolOpen: Question = async (asked) => {
  const { oracle, who } = asked
  const record = pickRecord(asked, 'customers')
  const told = await tell(asked, 'pool.open', { id: record.id })
  const reach = seesInPool(oracle, who.id, record) ? 'ok' : 'notFound'
  same(asked, `pool card ${record.id}`, told.verdict, oracle.can(who.id, 'pool.view') ? reach : 'forbidden')
}

const claim: Question = async (asked) => {
  const { oracle, who } = asked
  const record = pickRecord(asked, 'customers')
  const told = await tell(asked, 'pool.claim', { ids: [record.id] })
  const there = seesInPool(oracle, who.id, record) || (ownerOf(record) === null && !record.archived)
  const reach = there && oracle.can(who.id, 'pool.view') ? 'ok' : 'notFound'
  same(asked, `claim ${record.id}`, told.verdict, oracle.can(who.id, 'pool.claim') ? reach : 'forbidden')
  if (told.verdict === 'ok') changeOwner(record, who.id)
}

function changeOwner(record: WorldRecord, ownerId: number | null): void {
  record.values['ownerId'] = ownerId
  record.version++
}

const assign: Question = async (asked) => {
  const { oracle, who, office, random } = asked
  const record = pickRecord(asked, 'customers')
  const personId = random.pick(office.world.people).id
  const told = await tell(asked, 'pool.assign', { ids: [record.id], personId })
  const within = personId === who.id || oracle.scopeHolds(who.id, 'pool.assign', personId)
  const reach = !within ? 'invalid' : seesInPool(oracle, who.id, record) ? 'ok' : 'notFound'
  same(asked, `assign ${record.id}`, told.verdict, oracle.can(who.id, 'pool.assign') ? reach : 'forbidden')
  if (told.verdict === 'ok') changeOwner(record, personId)
}

const giveBack: Question = async (asked) => {
  const { oracle, who } = asked
  const record = pickRecord(asked, 'customers')
  const told = await tell(asked, 'pool.return', { ids: [record.id], reason: 'x' })
  const reach = asOwner(oracle, who.id, 'pool.return', record)
  same(asked, `return ${record.id}`, told.verdict, reach === 'ok' && ownerOf(record) === null ? 'rule' : reach)
  if (told.verdict !== 'ok') return
  changeOwner(record, null)
  record.returnedBy = who.id
}

const lock: Question = async (asked) => {
  const { oracle, who, random } = asked
  const record = pickRecord(asked, 'customers')
  const told = await tell(asked, 'pool.lock', { id: record.id, version: record.version, locked: random.chance(0.5) })
  same(asked, `lock ${record.id}`, told.verdict, asOwner(oracle, who.id, 'pool.lock', record))
  if (told.verdict === 'ok') record.version = told.output.version
}

/** What is asked of one customer in sight. */
const besideRead: Question = async (asked) => {
  const { oracle, who } = asked
  const record = pickRecord(asked, 'customers')
  const sight = oracle.sees(who.id, record) ? 'ok' : 'notFound'
  const expected = oracle.can(who.id, 'customers.view') ? sight : 'forbidden'
  const moves = await tell(asked, 'pool.moves', { customerId: record.id })
  same(asked, `owners of ${record.id}`, moves.verdict, expected)
  const value = await tell(asked, 'values.explain', { customerId: record.id })
  same(asked, `value of ${record.id}`, value.verdict, expected)
  if (expected !== 'ok') return
  const whole =
    oracle.seesWhole(who.id, 'customers', 'pastAmount') &&
    oracle.seesWherever(who.id, 'customers', 'followUps') &&
    oracle.seesWhole(who.id, 'followUps', 'followedAt')
  // the answer of this endpoint
  const output = value.output as unknown as { value: unknown }
  same(asked, `sum behind the value of ${record.id}`, output.value !== null, whole)
}

const survey: Question = async (asked) => {
  const { oracle, who, office, random } = asked
  const leaverId = random.pick(office.world.people).id
  const told = await tell(asked, 'handovers.survey', { leaverId })
  const allowed = leaverId !== who.id && oracle.scopeHolds(who.id, 'handovers.manage', leaverId)
  const self = leaverId === who.id && oracle.can(who.id, 'handovers.manage')
  same(asked, `survey of ${leaverId}`, told.verdict, allowed ? 'ok' : self ? 'rule' : 'forbidden')
  if (!allowed) return
  const owned = office.world.records.filter(
    (record) => record.kind === 'customers' && ownerOf(record) === leaverId && oracle.sees(who.id, record),
  )
  // the answer of this endpoint
  const { customers } = told.output as unknown as { customers: { customerId: number }[] }
  same(
    asked,
    `customers of ${leaverId}`,
    sorted(customers.map((one) => one.customerId)),
    sorted(owned.map(({ id }) => id)),
  )
}

const orders: Question = async (asked) => {
  const { oracle, who, office } = asked
  const told = await tell(asked, 'dataQuality.orders', { limit: 200 })
  const allowed = oracle.can(who.id, 'dataQuality.view')
  same(asked, 'orders', told.verdict, allowed ? 'ok' : 'forbidden')
  if (!allowed) return
  const expected = office.world.orders.filter(
    ({ customerId, personId }) =>
      // an order tells of the field it is about
      oracle.seesWhole(who.id, 'customers', 'taxNumber') &&
      oracle.sees(who.id, oracle.find('customers', customerId), true) &&
      (personId === who.id || oracle.scopeHolds(who.id, 'dataQuality.view', personId)),
  )
  same(asked, 'orders in sight', sorted(told.output.rows.map((row) => row.id)), sorted(expected.map(({ id }) => id)))
}

const datedLists: Question = async (asked) => {
  const { oracle, who, office } = asked
  const told = await tell(asked, 'periodicLists.members', { id: 1, type: 'potential', which: 'all', limit: 500 })
  const allowed = oracle.can(who.id, 'periodicLists.view')
  same(asked, 'dated list', told.verdict, allowed ? 'ok' : 'forbidden')
  if (!allowed) return
  const expected = office.world.listed.filter((id) => oracle.sees(who.id, oracle.find('customers', id), true))
  // the answers of these endpoints
  const rows = told.output.rows as unknown as { customerId: number }[]
  same(
    asked,
    'on the dated list',
    rows.map((row) => row.customerId),
    sorted(expected),
  )
  const read = (await tell(asked, 'periodicLists.read', { id: 1 })).output as unknown as { types: { count: number }[] }
  same(asked, 'counted on the dated list', read.types[0]?.count, expected.length)
}

export const poolReads: Record<string, Question> = { poolList, poolOpen, besideRead, survey, orders, datedLists }
export const poolWrites: Record<string, Question> = { claim, assign, giveBack, lock }
