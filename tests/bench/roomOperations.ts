// The measured reads of the customer desk's other pages: the home page, and who may be there already.
import { statement } from '@main/database/statements'
import type { Db } from '@main/database/open'
import { companyName } from '@main/duplicates/companyName'
import { keyOf, keysAsked } from '@main/duplicates/keys'
import { birthdaysOn } from '@shared/chineseCalendar'
import { startOfDay } from '@shared/dates'
import type { Operation } from './operation'
import type { OfficePerson } from './people'
import type { Sight } from './sight'

const own = 'owner_id = ? AND archived_at IS NULL'
const waiting = `next_follow_at IS NULL AND type <> 'lost'`
const toldOfCustomers =
  'id, name, phone, level, next_follow_at, next_step, last_followed_at, last_follow_up, created_at'

interface Listed {
  id: number
}

/** Whom to call, in numbers and the first hundred of each reason with the person to ask for, and what was said this week. */
export function homePage(db: Db, name: string, person: OfficePerson, { me, below }: Sight): Operation {
  const now = Date.now()
  const [today, tomorrow, later, quiet] = [
    startOfDay(now),
    startOfDay(now, 1),
    startOfDay(now, 4),
    startOfDay(now, -30),
  ]
  const reasons: [string, unknown[]][] = [
    ['next_follow_at < ?', [today]],
    ['next_follow_at >= ? AND next_follow_at < ?', [today, tomorrow]],
    ['next_follow_at >= ? AND next_follow_at < ?', [tomorrow, later]],
    [`${waiting} AND last_followed_at < ?`, [quiet]],
    [`${waiting} AND last_followed_at IS NULL`, []],
  ]
  const listed = (): Listed[] =>
    reasons.flatMap(([sql, params]) => {
      statement(db, `SELECT count(*) FROM customers WHERE ${own} AND ${sql}`).all(person.id, ...params)
      return statement<unknown[], Listed>(
        db,
        `SELECT ${toldOfCustomers} FROM customers WHERE ${own} AND ${sql} ORDER BY next_follow_at, last_followed_at LIMIT 100`,
      ).all(person.id, ...params)
    })
  return {
    name: `home page · ${name}`,
    person,
    path: 'today.home',
    input: () => ({}),
    raw: [
      () => [
        withWhomToAsk(db, listed()),
        birthdays(db, person.id),
        statement(
          db,
          `SELECT id, name, last_followed_at FROM customers WHERE ${own} AND type <> 'lost' AND (last_followed_at IS NULL OR last_followed_at < ?) ORDER BY last_followed_at LIMIT 8`,
        ).all(person.id, quiet),
        statement(
          db,
          'SELECT count(*), sum(way = ?) FROM follow_ups WHERE person_id = ? AND followed_at >= ? AND archived_at IS NULL',
        ).all('visit', person.id, startOfDay(now, -7)),
        ...peopleFigures(db, [me, ...below]),
      ],
    ],
  }
}

/** With whom the next step was agreed, and the contact the office speaks with first. */
function withWhomToAsk(db: Db, customers: readonly Listed[]): unknown[] {
  const ids = JSON.stringify(customers.map(({ id }) => id))
  return [
    customers,
    statement(
      db,
      `SELECT customer_id, id, name, phone FROM contacts WHERE customer_id IN (SELECT value FROM json_each(?))
         AND archived_at IS NULL AND is_active = 1 ORDER BY is_primary, id DESC`,
    ).all(ids),
    statement(
      db,
      `SELECT j.value, (SELECT contact_id FROM follow_ups WHERE customer_id = j.value AND archived_at IS NULL
         ORDER BY followed_at DESC, id DESC LIMIT 1) FROM json_each(?) j`,
    ).all(ids),
  ]
}

/** Of the week to come, by the solar calendar and by the lunar one. */
function birthdays(db: Db, me: number): unknown[] {
  const keys = Array.from({ length: 8 }, (_, days) => birthdaysOn(startOfDay(Date.now(), days))).flat()
  return statement(
    db,
    `SELECT c.id, c.name, c.customer_id FROM contacts c CROSS JOIN customers t ON t.id = c.customer_id
     WHERE c.birthday_month_day IN (SELECT value FROM json_each(?)) AND c.archived_at IS NULL AND t.owner_id = ? AND t.archived_at IS NULL`,
  ).all(JSON.stringify(keys.map(({ monthDay }) => monthDay)), me)
}

/** What these people said this week, whom they took on, and how their customers stand. */
function peopleFigures(db: Db, people: readonly number[]): unknown[] {
  const since = startOfDay(Date.now(), -7)
  const among = (column: string): string => `${column} IN (${people.join(',')})`
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
    raw: [
      (run) => {
        const asked = typed(run)
        const keys = JSON.stringify([...keysAsked(asked)])
        const begins = keyOf('c', companyName(asked.name).core)
        return [
          // by which key, too: it is the reason that is told; a key of very many tells nobody apart
          statement(
            db,
            `SELECT c.id, c.name, c.owner_id, k.key FROM json_each(?) j JOIN duplicate_keys k ON k.key = j.value
               AND k.customer_id IN (SELECT customer_id FROM duplicate_keys WHERE key = j.value LIMIT 41)
             JOIN customers c ON c.id = k.customer_id WHERE c.archived_at IS NULL`,
          ).all(keys),
          statement(
            db,
            'SELECT id, name, owner_id FROM customers WHERE id IN (SELECT customer_id FROM duplicate_keys WHERE key >= ? AND key < ? LIMIT 60)',
          ).all(begins, `${begins}\uffff`),
        ]
      },
    ],
  }
}
