// The measured reads: each as a page asks for it, beside the SQL that one would write by hand for the same answer.
import { statement } from '@main/database/statements'
import type { Db } from '@main/database/open'
import { searchedKinds } from '@main/search/documents'
import { expressionOf, readQuery } from '@main/search/query'
import type { OfficePerson } from './people'
import type { Operation } from './operation'
import { duplicateCheck, homePage, otherLists } from './roomOperations'
import { type Typed, typedIn } from './typed'

/** Who asks, by reach. */
export const viewersOf = (people: readonly OfficePerson[]): [name: string, person: OfficePerson][] =>
  (['rep', 'newcomer', 'lead', 'colleague', 'manager', 'owner'] as const).flatMap((role) => {
    // the last rep has a full share of the customers
    const person = people.findLast((one) => one.role === role)
    return person ? [[role === 'newcomer' ? 'own (few)' : person.scope, person] as [string, OfficePerson]] : []
  })

/** Owners a person sees, told by the host itself through the rows they see. */
type OwnersSeen = ReadonlyMap<number, readonly number[] | 'all'>

export function readOperations(db: Db, people: readonly OfficePerson[], seen: OwnersSeen): Operation[] {
  const typed = typedIn(db)
  return viewersOf(people).flatMap(([name, person]) => {
    const owners = seen.get(person.id) ?? 'all'
    return [
      ...searches(db, typed, name, person, owners),
      ...lists(db, name, person, owners),
      overview(db, name, person),
      ...otherLists(db, name, person, owners),
      homePage(db, name, person, owners),
      duplicateCheck(db, name, person),
    ]
  })
}

const ownedBy = (owners: readonly number[] | 'all', alias = 't'): string =>
  owners === 'all' ? '1' : `${alias}.owner_id IN (${owners.join(',')})`

function searches(
  db: Db,
  typed: Typed,
  name: string,
  person: OfficePerson,
  owners: readonly number[] | 'all',
): Operation[] {
  const index = { customers: 'customers_search', contacts: 'contacts_search', followUps: 'follow_ups_search' }
  const own = ownedBy(owners, 'c')
  const sql = {
    customers: `SELECT c.id, c.name, c.phone FROM customers_search s CROSS JOIN customers_search_order w ON w.place = s.rowid
      CROSS JOIN customers c ON c.id = w.record_id WHERE s.customers_search MATCH ? AND c.archived_at IS NULL AND ${own} ORDER BY s.rowid DESC LIMIT 9`,
    contacts: `SELECT t.id, t.name, t.post, c.name customer FROM contacts_search s CROSS JOIN contacts t ON t.id = s.rowid CROSS JOIN customers c ON c.id = t.customer_id
      WHERE s.contacts_search MATCH ? AND t.archived_at IS NULL AND c.archived_at IS NULL AND ${own} ORDER BY s.rowid DESC LIMIT 9`,
    followUps: `SELECT t.id, t.content, c.name customer FROM follow_ups_search s CROSS JOIN follow_ups t ON t.id = s.rowid CROSS JOIN customers c ON c.id = t.customer_id
      WHERE s.follow_ups_search MATCH ? AND t.archived_at IS NULL AND c.archived_at IS NULL AND ${own} ORDER BY s.rowid DESC LIMIT 9`,
  }
  const kinds = Object.values(searchedKinds)
  return Object.entries(typed).map(([kindOfWord, text]) => ({
    name: `search · ${kindOfWord} · ${name}`,
    person,
    path: 'search.find',
    input: (run) => ({ text: text(run) }),
    raw: (run) => {
      const query = readQuery(text(run))
      return (
        query &&
        kinds.map((kind) =>
          statement(
            db,
            sql[kind.kind]
              .replace('s.' + index[kind.kind], kind.index)
              .replaceAll(' s ', ' ')
              .replaceAll('s.rowid', `${kind.index}.rowid`),
          ).all(expressionOf(query, kind, 2)),
        )
      )
    },
  }))
}

/** What the list shows unless somebody chooses other columns, and the page's own drawing of them needs. */
const shown = {
  limit: 100,
  fields: [
    'name',
    'level',
    'type',
    'ownerId',
    'lastFollowedAt',
    'nextFollowAt',
    'pastAmount',
    'lastFollowUp',
    'lastFollowUpWay',
    'starred',
  ],
}
const shownSql = (me: number): string => `t.id, t.version, t.name, t.level,
  t.type, t.owner_id, t.last_followed_at, t.next_follow_at, t.past_amount, t.last_follow_up, t.last_follow_up_way,
  EXISTS (SELECT 1 FROM stars WHERE stars.person_id = ${me} AND stars.entity = 'customers' AND stars.record_id = t.id) starred`

const filtered = {
  filter: {
    and: [
      { field: 'level', operator: 'is', value: 'key' },
      { field: 'type', operator: 'in', value: ['won', 'loyal'] },
      { field: 'region', operator: 'is', value: '32' },
    ],
  },
}
const filteredSql = `AND t.level = 'key' AND t.type IN ('won', 'loyal') AND t.region >= '32' AND t.region < '32:'`

function lists(db: Db, name: string, person: OfficePerson, owners: readonly number[] | 'all'): Operation[] {
  const own = ownedBy(owners)
  const index = owners === 'all' || owners.length > 1 ? 'INDEXED BY customers_updated' : ''
  const page = (extra: string): string =>
    `SELECT ${shownSql(person.id)} FROM customers t ${index} WHERE t.archived_at IS NULL AND ${own} ${extra} ORDER BY t.updated_at DESC, t.id DESC LIMIT 101`
  const counted = (extra: string): string =>
    `SELECT count(*) FROM (SELECT 1 FROM customers t WHERE t.archived_at IS NULL AND ${own} ${extra} LIMIT 1001)`
  const raw =
    (extra: string, ...params: unknown[]) =>
    () => [statement(db, page(extra)).all(...params), statement(db, counted(extra)).all(...params)]
  const deep = deepCursor(db, own)
  const after = Buffer.from(JSON.stringify(deep)).toString('base64url')
  const list = (what: string, input: object, run: () => unknown): Operation => ({
    name: `list · ${what} · ${name}`,
    person,
    path: 'customers.list',
    input: () => ({ ...shown, ...input }),
    raw: run,
  })
  return [
    list('first page', {}, raw('')),
    list('first page, 3 filters', filtered, raw(filteredSql)),
    list('page at 80 %', { after }, () => [
      statement(db, page('AND (t.updated_at, t.id) < (?, ?)')).all(deep.value, deep.id),
      statement(db, counted('')).all(),
    ]),
    list('page at 80 %, 3 filters', { ...filtered, after }, () => [
      statement(db, page(`${filteredSql} AND (t.updated_at, t.id) < (?, ?)`)).all(deep.value, deep.id),
      statement(db, counted(filteredSql)).all(),
    ]),
  ]
}

/** Where a page begins before which four fifths of the list stand. */
function deepCursor(db: Db, own: string): { value: number; id: number } {
  const where = `archived_at IS NULL AND ${own.replaceAll('t.', '')}`
  const count = Number(db.prepare(`SELECT count(*) FROM customers WHERE ${where}`).pluck().get())
  const row = db
    .prepare<[number], { value: number; id: number }>(
      `SELECT updated_at value, id FROM customers WHERE ${where} ORDER BY updated_at DESC, id DESC LIMIT 1 OFFSET ?`,
    )
    .get(Math.floor(count * 0.8))
  return row ?? { value: 0, id: 0 }
}

function overview(db: Db, name: string, person: OfficePerson): Operation {
  const ids = db
    .prepare<[number], { id: number }>(
      'SELECT id FROM customers WHERE owner_id = ? AND archived_at IS NULL ORDER BY follow_up_count DESC LIMIT 200',
    )
    .all(person.id)
  const id = (run: number): number => ids[(run * 7) % ids.length]?.id ?? 1
  const parts = [
    'SELECT * FROM customers WHERE id = ?',
    'SELECT * FROM contacts WHERE customer_id = ? AND archived_at IS NULL ORDER BY is_primary DESC, is_active DESC, id LIMIT 200',
    // who sat at the keyboard, and with whom they spoke, stand in each line
    `SELECT f.*, (SELECT name FROM contacts WHERE contacts.id = f.contact_id) contact_name,
       (SELECT s.actor_id FROM changes c JOIN change_sets s ON s.id = c.change_set_id
        WHERE c.entity = 'followUps' AND c.record_id = f.id ORDER BY c.version LIMIT 1) actor_id
     FROM follow_ups f WHERE f.customer_id = ? AND f.archived_at IS NULL ORDER BY f.followed_at DESC, f.id DESC LIMIT 31`,
    `SELECT contact_count, follow_up_count, (SELECT count(*) FROM tasks WHERE entity = 'customers' AND record_id = c.id),
       (SELECT count(*) FROM attachments WHERE entity = 'customers' AND record_id = c.id) FROM customers c WHERE id = ?`,
    `SELECT c.*, s.at FROM changes c JOIN change_sets s ON s.id = c.change_set_id WHERE c.entity = 'customers' AND c.record_id = ? ORDER BY c.id DESC LIMIT 31`,
    `SELECT person_id, level FROM record_access WHERE entity = 'customers' AND record_id = ?`,
    'SELECT * FROM follow_ups WHERE customer_id = ? AND archived_at IS NULL ORDER BY followed_at DESC, id DESC LIMIT 1',
  ]
  return {
    name: `360° · ${name}`,
    person,
    path: 'customers.overview',
    input: (run) => ({ id: id(run) }),
    raw: (run) => parts.map((sql) => statement(db, sql).all(id(run))),
  }
}
