// The measured reads of the customer desk's other pages: the home page, and who may be there already.
import { statement } from '@main/database/statements'
import type { Db } from '@main/database/open'
import { keysAsked } from '@main/duplicates/keys'
import { startOfDay } from '@shared/dates'
import type { Operation } from './operation'
import type { OfficePerson } from './people'

const system = 't.id, t.version'
const customerName = '(SELECT name FROM customers WHERE customers.id = t.customer_id) customer_name'
/** What the lists show unless somebody chooses other columns. */
const shown = {
  contacts: {
    fields: [
      ...['name', 'customerId', 'customerName', 'post', 'decisionRole', 'phone', 'wechat', 'mail'],
      ...['birthday', 'birthdayCalendar', 'birthdayLeapMonth'],
    ],
    sql: `${system}, t.name, t.customer_id, ${customerName}, t.post, t.decision_role, t.phone, t.wechat, t.mail,
      t.birthday, t.birthday_calendar, t.birthday_leap_month`,
  },
  follow_ups: {
    fields: [
      ...['followedAt', 'customerId', 'customerName', 'way', 'personId', 'result'],
      ...['nextAt', 'nextDone', 'nextStep', 'content'],
    ],
    sql: `${system}, t.followed_at, t.customer_id, ${customerName}, t.way, t.person_id, t.result, t.next_at, t.next_done,
      t.next_step, t.content`,
  },
}

/** Contacts, follow-ups, and what one's people wrote yesterday, each as its page asks for it. */
export function otherLists(db: Db, name: string, person: OfficePerson, owners: readonly number[] | 'all'): Operation[] {
  const seen = owners === 'all' ? '' : `AND c.owner_id IN (${owners.join(',')})`
  const people = owners === 'all' ? '' : `AND t.person_id IN (${owners.join(',')})`
  const found = (table: string, order: string, where = ''): string =>
    `FROM ${table} t INDEXED BY ${table}_${order.replace('_at', '')} WHERE t.archived_at IS NULL ${where}
     AND (SELECT 1 FROM customers c WHERE c.id = t.customer_id AND c.archived_at IS NULL ${seen})`
  const raw = (table: keyof typeof shown, order: string, where?: string, ...params: unknown[]) => {
    const rows = found(table, order, where)
    // ids first, from the index alone; a join instead of the inner SELECT would be sorted whole
    const page = `SELECT ${shown[table].sql} FROM ${table} t WHERE id IN (SELECT t.id ${rows} ORDER BY t.${order} DESC, t.id DESC LIMIT 101) ORDER BY ${order} DESC, id DESC`
    const counted = `SELECT count(*) FROM (SELECT 1 ${rows} LIMIT 1001)`
    return () => [statement(db, page).all(...params), statement(db, counted).all(...params)]
  }
  const [from, to] = [startOfDay(Date.now(), -1), startOfDay(Date.now()) - 1]
  const filter = {
    and: [
      { field: 'personId', operator: 'in', value: ['myPeople'] },
      { field: 'followedAt', operator: 'between', value: [from, to] },
    ],
  }
  const contacts = raw('contacts', 'updated_at')
  const followUps = raw('follow_ups', 'followed_at')
  const yesterday = raw('follow_ups', 'followed_at', `${people} AND t.followed_at BETWEEN ? AND ?`, from, to)
  const operation = (what: string, path: string, input: object, run: () => unknown): Operation => ({
    name: `list · ${what} · ${name}`,
    person,
    path,
    input: () => ({ limit: 100, ...input }),
    raw: run,
  })
  const [people1, said] = [{ fields: shown.contacts.fields }, { fields: shown.follow_ups.fields }]
  return [
    operation('contacts', 'contacts.list', people1, contacts),
    operation('follow-ups', 'followUps.list', said, followUps),
    operation('what my people wrote yesterday', 'followUps.list', { ...said, filter }, yesterday),
  ]
}

/** Whom to call, in numbers and the first hundred of each reason, and what was said this week. */
export function homePage(db: Db, name: string, person: OfficePerson, owners: readonly number[] | 'all'): Operation {
  const now = Date.now()
  const [today, tomorrow, later] = [startOfDay(now), startOfDay(now, 1), startOfDay(now, 4)]
  const own = 'owner_id = ? AND archived_at IS NULL'
  const waiting = `next_follow_at IS NULL AND type <> 'lost'`
  const reasons: [string, unknown[]][] = [
    ['next_follow_at < ?', [today]],
    ['next_follow_at >= ? AND next_follow_at < ?', [today, tomorrow]],
    ['next_follow_at >= ? AND next_follow_at < ?', [tomorrow, later]],
    [`${waiting} AND last_followed_at < ?`, [startOfDay(now, -30)]],
    [`${waiting} AND last_followed_at IS NULL`, []],
  ]
  return {
    name: `home page · ${name}`,
    person,
    path: 'today.home',
    input: () => ({}),
    raw: () => [
      ...reasons.flatMap(([sql, params]) => [
        statement(db, `SELECT count(*) FROM customers WHERE ${own} AND ${sql}`).all(person.id, ...params),
        statement(
          db,
          `SELECT * FROM customers WHERE ${own} AND ${sql} ORDER BY next_follow_at, last_followed_at LIMIT 100`,
        ).all(person.id, ...params),
      ]),
      statement(
        db,
        'SELECT count(*), sum(way = ?) FROM follow_ups WHERE person_id = ? AND followed_at >= ? AND archived_at IS NULL',
      ).all('visit', person.id, startOfDay(now, -7)),
      ...peopleFigures(db, owners),
    ],
  }
}

/** What the people whose customers one sees said this week, whom they took on, and how their customers stand. */
function peopleFigures(db: Db, owners: readonly number[] | 'all'): unknown[] {
  const since = startOfDay(Date.now(), -7)
  const among = (column: string): string => (owners === 'all' ? '1' : `${column} IN (${owners.join(',')})`)
  return [
    statement(
      db,
      `SELECT t.person_id, count(*), sum(t.way = 'visit') FROM follow_ups t JOIN customers c ON c.id = t.customer_id
       WHERE ${among('t.person_id')} AND t.followed_at >= ? AND t.archived_at IS NULL AND c.archived_at IS NULL GROUP BY 1`,
    ).all(since),
    statement(
      db,
      `SELECT owner_id, count(*) FROM customers WHERE ${among('owner_id')} AND created_at >= ? AND archived_at IS NULL GROUP BY 1`,
    ).all(since),
    statement(
      db,
      `SELECT owner_id, count(*), count(next_follow_at) FROM customers WHERE ${among('owner_id')} AND archived_at IS NULL GROUP BY 1`,
    ).all(),
  ]
}

/** A name as somebody types it into the form of a new customer, with a sign wrong in every second one. */
export function duplicateCheck(db: Db, name: string, person: OfficePerson): Operation {
  const names = db
    .prepare<[], { name: string; phone: string | null }>(
      'SELECT name, phone FROM customers WHERE id % 97 = 5 ORDER BY id LIMIT 97',
    )
    .all()
  const typed = (run: number): { name: string; phone?: string } => {
    const one = names[run % names.length] ?? { name: '', phone: null }
    return run % 2 === 0
      ? { name: one.name, ...(one.phone ? { phone: one.phone } : {}) }
      : { name: one.name.replace(/(?<=^..)./u, '夻') }
  }
  return {
    name: `duplicate check · ${name}`,
    person,
    path: 'duplicates.check',
    input: (run) => ({ customer: typed(run) }),
    raw(run) {
      const keys = JSON.stringify([...keysAsked(typed(run))])
      return statement(
        db,
        `SELECT id, name, phone, owner_id FROM customers WHERE archived_at IS NULL
           AND id IN (SELECT customer_id FROM duplicate_keys WHERE key IN (SELECT value FROM json_each(?)))`,
      ).all(keys)
    },
  }
}
