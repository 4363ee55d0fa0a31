// Who is there already, and what hangs together: of what is out of sight only that it is taken, and by whom.
import { pickRecord, type Question, same, tell } from './asking'
import type { WorldRecord } from './world'

interface Match {
  id: number | null
  name: string | null
  ownerId: number | null
}

/** A number that agrees may be the one or the other: it is told to whoever sees both. */
const lookedAt: Record<string, readonly string[]> = { name: ['name'], phone: ['phone', 'otherPhones'] }

/** A name or number of one customer, typed by anybody. */
const taken: Question = async (asked) => {
  const { oracle, who, random } = asked
  const record = pickRecord(asked, 'customers')
  const field = random.pick(['name', 'phone'])
  const value = record.values[field]
  if (typeof value !== 'string') return
  const told = await tell(asked, 'duplicates.check', { customer: { [field]: value } })
  if (!oracle.can(who.id, 'customers.view')) return same(asked, 'check', told.verdict, 'forbidden')
  // the answer of this one endpoint
  const { matches } = told.output as unknown as { matches: Match[] }
  // a bulk edit gives the same number to several
  const alike = asked.office.world.records.filter(
    (one) => one.kind === 'customers' && !one.archived && one.values[field] === value,
  )
  const asTold = (one: WorldRecord): string => {
    const open = oracle.sees(who.id, one) && lookedAt[field]!.every((key) => oracle.seesWhole(who.id, 'customers', key))
    return JSON.stringify([open ? one.id : null, one.values['ownerId'] ?? null])
  }
  same(
    asked,
    `who has ${field} of ${record.id}`,
    matches.map(({ id, ownerId }) => JSON.stringify([id, ownerId])).sort(),
    // several of one owner out of sight are told once
    [...new Set(alike.map(asTold))].sort(),
  )
  same(
    asked,
    'named only in sight',
    matches.filter(({ id, name }) => id === null && name !== null),
    [],
  )
}

/** A pair of the scan is told to whoever sees both; a merge is for whoever may change both and sees every field. */
const pairs: Question = async (asked) => {
  const { oracle, who, office } = asked
  const [one, other] = [pickRecord(asked, 'customers'), pickRecord(asked, 'customers')]
  if (one.id === other.id) return
  const { db } = office.app.host
  const [first, second] = one.id < other.id ? [one, other] : [other, one]
  db.prepare(
    `INSERT INTO duplicate_pairs (first_id, second_id, score, reasons, found_at) VALUES (?, ?, 0.9, '["sameName"]', 0)`,
  ).run(first.id, second.id)
  const told = await tell(asked, 'duplicates.list', {})
  const compared = await tell(asked, 'duplicates.compare', { keepId: one.id, goneId: other.id })
  db.prepare('DELETE FROM duplicate_pairs').run()
  const may = oracle.can(who.id, 'duplicates.view')
  same(asked, 'pairs', told.verdict, may ? 'ok' : 'forbidden')
  const both = [one, other].every((record) => oracle.sees(who.id, record))
  if (may)
    same(
      asked,
      `pair ${one.id}/${other.id}`,
      told.output.rows.length,
      both && oracle.seesWhole(who.id, 'customers', 'name') ? 1 : 0,
    )
  if (!oracle.can(who.id, 'duplicates.merge')) return same(asked, 'compare', compared.verdict, 'forbidden')
  if (!both) same(asked, `compare ${one.id}/${other.id}`, compared.verdict === 'ok', false)
}

/** Ties of two customers are told only where both are in sight. */
const tied: Question = async (asked) => {
  const { oracle, who, office } = asked
  const [low, top] = [pickRecord(asked, 'customers'), pickRecord(asked, 'customers')]
  if (low.id === top.id) return
  const { db } = office.app.host
  const tie = db.prepare(
    `INSERT INTO customer_ties (created_at, updated_at, created_by_id, customer_id, kind, to_customer_id) VALUES (0, 0, 1, ?, ?, ?)`,
  )
  for (const kind of ['parent', 'referral']) tie.run(low.id, kind, top.id)
  const told = await tell(asked, 'ties.ofCustomer', { id: low.id })
  db.prepare('DELETE FROM customer_ties').run()
  const expected = !oracle.can(who.id, 'customers.view') ? 'forbidden' : oracle.sees(who.id, low) ? 'ok' : 'notFound'
  same(asked, `ties of ${low.id}`, told.verdict, expected)
  if (told.verdict !== 'ok') return
  // the answer of this one endpoint
  const { group, referrals, people } = told.output as unknown as Record<
    'group' | 'referrals' | 'people',
    { id: number }[]
  >
  const seen = oracle.sees(who.id, top)
  same(
    asked,
    `group of ${low.id}`,
    group.map(({ id }) => id),
    seen ? [top.id, low.id] : [],
  )
  same(asked, `referrals of ${low.id}`, referrals.length, seen ? 1 : 0)
  const mine = office.world.records.filter(
    (one) => one.kind === 'contacts' && one.values['customerId'] === low.id && oracle.sees(who.id, one),
  )
  same(
    asked,
    `people of ${low.id}`,
    people.map(({ id }) => id).sort((a, b) => a - b),
    mine.map(({ id }) => id).sort((a, b) => a - b),
  )
}

export const duplicateReads: Record<string, Question> = { taken, pairs, tied }
