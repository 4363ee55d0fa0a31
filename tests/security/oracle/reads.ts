// Questions that change nothing.
import { pickRecord, type Question, same, sameRow, tell } from './asking'
import { kinds, repeats, wholeRow, type WorldRecord, written } from './world'

const idsOf = (rows: { id: number }[]): number[] => rows.map((row) => row.id).sort((a, b) => a - b)

const read: Question = async (asked) => {
  const { oracle, who } = asked
  const record = pickRecord(asked)
  const told = await tell(asked, `${record.kind}.read`, { id: record.id })
  const expected = !oracle.can(who.id, `${record.kind}.view`)
    ? 'forbidden'
    : oracle.sees(who.id, record)
      ? 'ok'
      : 'notFound'
  same(asked, `read ${record.kind}/${record.id}`, told.verdict, expected)
  if (told.verdict === 'ok') sameRow(asked, 'read', told.output, record)
}

const history: Question = async (asked) => {
  const { oracle, who } = asked
  const record = pickRecord(asked)
  const told = await tell(asked, `${record.kind}.history`, { id: record.id })
  const expected = !oracle.can(who.id, `${record.kind}.view`)
    ? 'forbidden'
    : oracle.sees(who.id, record, true)
      ? 'ok'
      : 'notFound'
  same(asked, `history ${record.kind}/${record.id}`, told.verdict, expected)
  if (told.verdict !== 'ok') return
  const fields = told.output.rows.flatMap((row) => Object.keys(row.fields))
  same(
    asked,
    'unseen fields in history',
    fields.filter((field) => !field.startsWith('access.') && !oracle.seesWhole(who.id, record.kind, field)),
    [],
  )
}

const operators = {
  is: (value: unknown, wanted: unknown) => (Array.isArray(value) ? value.includes(wanted) : value === wanted),
  isNot: (value: unknown, wanted: unknown) => !(Array.isArray(value) ? value.includes(wanted) : value === wanted),
  empty: (value: unknown) => value === null || (Array.isArray(value) && value.length === 0),
  notEmpty: (value: unknown) => value !== null && !(Array.isArray(value) && value.length === 0),
} as const

/** Lists, counts, filters and orders, all on fields one may and may not see. */
const list: Question = async (asked) => {
  const { oracle, who, random } = asked
  const kind = random.pick(kinds)
  const filterable = [...written[kind], ...Object.keys(repeats[kind])].filter(
    (key) => !['note', 'content', 'lastFollowUp', 'customerName', 'contactName'].includes(key),
  )
  const field = random.pick(filterable)
  const operator = random.pick(Object.keys(operators) as (keyof typeof operators)[])
  const source = wholeRow(asked.office.world, pickRecord(asked, kind))[field]
  const value = Array.isArray(source) ? (source[0] ?? 'k0x') : (source ?? 'k0x')
  const filtered = random.chance(0.6)
  const sorted = random.chance(0.4) ? random.pick(filterable.filter((key) => key !== 'tags')) : null
  const filter = filtered ? { filter: { field, operator, ...(operator.startsWith('is') ? { value } : {}) } } : {}
  const sort = sorted ? { sort: [{ field: sorted, direction: random.pick(['asc', 'desc']) }] } : {}
  const expected = oracle.listed(
    who.id,
    kind,
    [...(filtered ? [field] : []), ...(sorted ? [sorted] : [])],
    (row) => !filtered || operators[operator](row[field], value),
  )
  const told = await tell(asked, `${kind}.list`, { ...filter, ...sort, limit: 200 })
  const allowed = !oracle.can(who.id, `${kind}.view`) ? 'forbidden' : expected ? 'ok' : 'invalid'
  same(asked, `list ${kind} ${JSON.stringify({ ...filter, ...sort })}`, told.verdict, allowed)
  if (!expected || told.verdict !== 'ok') return
  same(asked, `rows of ${kind} ${JSON.stringify(filter)}`, idsOf(told.output.rows), expected)
  // each record of the office was decided upon
  asked.decided += asked.office.world.records.filter((record) => record.kind === kind).length
  same(asked, `count in list of ${kind}`, told.output.count, { value: expected.length, exact: true })
  for (const row of told.output.rows) sameRow(asked, 'list', row, oracle.find(kind, row.id)!)
  const fields = filterable.filter(() => random.chance(0.3))
  const some = await tell(asked, `${kind}.list`, { ...filter, ...sort, limit: 200, fields })
  const only = (row: object): object =>
    Object.fromEntries(Object.entries(row).filter(([key]) => key === 'id' || fields.includes(key)))
  const unasked = filterable.filter((key) => !fields.includes(key))
  same(asked, `${fields.join()} of ${kind}`, some.output.rows.map(only), told.output.rows.map(only))
  same(
    asked,
    `beside them`,
    Object.keys(some.output.rows[0] ?? {}).filter((key) => unasked.includes(key)),
    [],
  )
  const count = await tell(asked, `${kind}.count`, filter)
  const countAllowed = oracle.listed(who.id, kind, filtered ? [field] : [], () => true)
  if (countAllowed) same(asked, `count of ${kind} ${JSON.stringify(filter)}`, count.output.value, expected.length)
}

/** A page at a time gives the same as all at once. */
const pages: Question = async (asked) => {
  const { oracle, who, random } = asked
  const kind = random.pick(kinds)
  const expected = oracle.listed(who.id, kind, [], () => true) ?? []
  if (!oracle.can(who.id, `${kind}.view`)) return
  const ids: number[] = []
  for (let after: string | undefined, turns = 0; turns < 30; turns++) {
    const { output } = await tell(asked, `${kind}.list`, { limit: 5, ...(after ? { after } : {}) })
    ids.push(...idsOf(output.rows))
    if (output.next === null) break
    after = output.next
  }
  same(
    asked,
    `pages of ${kind}`,
    ids.sort((a, b) => a - b),
    expected,
  )
}

const overview: Question = async (asked) => {
  const { oracle, who, office } = asked
  const customer = pickRecord(asked, 'customers')
  const told = await tell(asked, 'customers.overview', { id: customer.id })
  const expected = !oracle.can(who.id, 'customers.view')
    ? 'forbidden'
    : oracle.sees(who.id, customer)
      ? 'ok'
      : 'notFound'
  same(asked, `overview ${customer.id}`, told.verdict, expected)
  const timeline = await tell(asked, 'customers.timeline', { id: customer.id, limit: 100 })
  same(asked, `timeline ${customer.id}`, timeline.verdict, expected)
  if (told.verdict !== 'ok') return
  const { output } = told
  sameRow(asked, 'overview', output.customer, customer)
  const mine = (kind: WorldRecord['kind']): number[] =>
    idsOf(
      office.world.records.filter(
        (one) => one.kind === kind && one.values['customerId'] === customer.id && oracle.sees(who.id, one),
      ),
    )
  same(asked, `contacts in overview ${customer.id}`, idsOf(output.contacts), mine('contacts'))
  for (const row of output.contacts) sameRow(asked, 'overview', row, oracle.find('contacts', row.id)!)
  const sightOf = (kind: WorldRecord['kind']): boolean =>
    oracle.sees(who.id, { ...customer, kind, values: { customerId: customer.id } })
  const counts = Object.fromEntries(
    (['contacts', 'followUps'] as const).filter(sightOf).map((kind) => [kind, mine(kind).length]),
  )
  const { tasks, attachments } = output.counts as Record<string, number> // by rules of their own
  same(asked, `counts in overview ${customer.id}`, output.counts, { ...counts, tasks, attachments })
  for (const action of ['update', 'archive', 'share'] as const)
    same(
      asked,
      `${action} in overview ${customer.id}`,
      output[`can${action[0]!.toUpperCase()}${action.slice(1)}`],
      oracle.worksOn(who.id, `customers.${action}`, customer),
    )
  const lines = timeline.output.rows.filter((line) => line.kind === 'followUp')
  const told2 = ['followedAt', 'personId'].every((key) => oracle.seesWhole(who.id, 'followUps', key))
  same(asked, `follow-ups on timeline ${customer.id}`, idsOf(lines), told2 ? mine('followUps') : [])
}

/** Searching for a piece of text finds it exactly where the asker sees it whole. */
const search: Question = async (asked) => {
  const { oracle, who, office, random } = asked
  const searched: Record<string, readonly string[]> = {
    customers: ['name', 'phone', 'otherPhones'],
    contacts: ['name', 'phone', 'otherPhones', 'post'],
    followUps: ['content', 'nextStep'],
  }
  const [text, places] = random.pick([...office.world.secrets])
  const [secret] = places
  if (!secret || places.length > 1) return
  const record = oracle.find(secret.kind, secret.id)!
  const current = JSON.stringify(record.values[secret.field] ?? null).includes(text)
  const found =
    current &&
    searched[secret.kind]!.includes(secret.field) &&
    oracle.sees(who.id, record) &&
    oracle.seesWhole(who.id, secret.kind, secret.field)
  const told = await tell(asked, 'search.find', { text, limit: 50 })
  const hits = told.output.hits.map((hit) => `${hit.entity}/${hit.id}`)
  same(
    asked,
    `search ${text} of ${secret.kind}/${secret.id}.${secret.field}`,
    hits,
    found ? [`${record.kind}/${record.id}`] : [],
  )
  if (
    oracle.can(who.id, `${secret.kind}.view`) &&
    oracle.seesWhole(who.id, secret.kind, { customers: 'name', contacts: 'name', followUps: 'content' }[secret.kind])
  )
    await tell(asked, `${secret.kind}.list`, { search: text })
}

const suggest: Question = async (asked) => {
  const { oracle, who, office } = asked
  const told = await tell(asked, 'customers.suggest', { field: 'industry' })
  if (!oracle.can(who.id, 'customers.view')) return same(asked, 'suggest', told.verdict, 'forbidden')
  const words = office.world.records
    .filter(
      (record) =>
        record.kind === 'customers' && oracle.sees(who.id, record) && oracle.seesWhole(who.id, 'customers', 'industry'),
    )
    .flatMap((record) => (record.values['industry'] ? [String(record.values['industry'])] : []))
  same(asked, 'suggested words', [...told.output.words].sort(), [...new Set(words)].sort())
}

const why: Question = async (asked) => {
  const { oracle, who, office, random } = asked
  const customer = pickRecord(asked, 'customers')
  const other = random.pick(office.world.people).id
  const told = await tell(asked, 'sharing.why', { customerId: customer.id, personId: other })
  const expected = !oracle.can(who.id, 'customers.view')
    ? 'forbidden'
    : oracle.sees(who.id, customer)
      ? 'ok'
      : 'notFound'
  same(asked, `why ${customer.id}`, told.verdict, expected)
  if (told.verdict !== 'ok') return
  same(asked, `${other} sees ${customer.id}`, told.output.reasons.length > 0, oracle.sees(other, customer))
  const { output } = await tell(asked, 'sharing.viewers', { customerId: customer.id })
  const viewers = office.world.people
    .filter(({ id }) => oracle.sees(id, customer))
    .map(({ id }) => [id, oracle.worksOn(id, 'customers.update', customer) ? 'write' : 'read'])
  const got = output.viewers.map((viewer) => [viewer.personId, viewer.level])
  same(asked, `viewers of ${customer.id}`, got.sort(), viewers.sort())
  await tell(asked, 'sharing.list', { customerId: customer.id })
}

const bin: Question = async (asked) => {
  const { oracle, who } = asked
  const told = await tell(asked, 'recycleBin.list', { limit: 100 })
  if (!oracle.can(who.id, 'recycleBin.view')) return same(asked, 'bin', told.verdict, 'forbidden')
  // what hangs on records is found by the rules of its own rooms
  const mine = told.output.rows.filter(({ entity }) => kinds.some((kind) => kind === entity))
  same(asked, 'bin', mine.map((row) => `${row.entity}/${row.id}`).sort(), oracle.inBin(who.id))
  same(asked, 'total of the bin', told.output.total, told.output.rows.length)
}

/** Rooms whose answers are only searched for what may not stand in them. */
const others: Question = async (asked) => {
  const { random } = asked
  await tell(asked, 'today.list', { whose: random.pick(['me', 'myPeople']) })
  const sets = await tell(asked, 'changeSets.list', {})
  if (sets.verdict === 'ok' && sets.output.rows.length > 0)
    await tell(asked, 'changeSets.preview', { id: random.pick(sets.output.rows).id })
  await tell(asked, 'changeSets.preview', { id: 1 + random.whole(40) })
  await tell(asked, 'organization.directory', {})
}

/** Which ids of a change one hears of. */
const events: Question = async (asked) => {
  const { oracle, who, office, random } = asked
  const { hear } = await import('@main/api/hearing')
  const kind = random.pick(kinds)
  const stop = new AbortController()
  const heard = hear(office.app.host, who.token, stop.signal)
  const first = heard.next()
  const ids = office.world.records.filter((record) => record.kind === kind).map((record) => record.id)
  office.app.host.services.publisher.publish([
    ...ids.map((id) => ({ entity: kind, id })),
    { entity: 'end', id: undefined },
  ])
  const { value } = await first
  stop.abort()
  await heard.return(undefined)
  const seen = oracle.listed(who.id, kind, [], () => true) ?? []
  const binned = office.world.records
    .filter((record) => record.kind === kind && oracle.sees(who.id, record, true))
    .map((record) => record.id)
  const told = value?.entity === kind ? (value.ids ?? []) : []
  same(
    asked,
    `events of ${kind} beyond sight`,
    told.filter((id: number) => !binned.includes(id)),
    [],
  )
  same(
    asked,
    `events of ${kind} in sight`,
    seen.filter((id) => !told.includes(id)),
    [],
  )
}

export const reads: Record<string, Question> = {
  read,
  history,
  list,
  pages,
  overview,
  search,
  suggest,
  why,
  bin,
  others,
  events,
}
