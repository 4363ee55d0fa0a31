// The measured lists: customers, contacts and follow-ups, each as its page asks for it, beside the ways to write it by hand.
import { statement } from '@main/database/statements'
import type { Db } from '@main/database/open'
import { startOfDay } from '@shared/dates'
import type { Operation, Way } from './operation'
import type { OfficePerson } from './people'
import { inSight, inSightApart, type Sight } from './sight'

interface Rows {
  rows: { id: number }[]
  count: { value: number }
}
const idsOf = (rows: readonly { id: number }[]): number[] => rows.slice(0, 100).map(({ id }) => id)

/** A list tells these records in this order, and how many there are up to 1 000. */
const told: Operation['told'] = {
  answer(answer) {
    // what a list endpoint gives
    const { rows, count } = answer as Rows
    return [idsOf(rows), count.value]
  },
  bare(bare) {
    // what handWritten gives
    const [rows, [counted]] = bare as [{ id: number }[], { n: number }[]]
    return [idsOf(rows), Math.min(1000, counted?.n ?? 0)]
  },
}

/** Where the rows come from, each of them once. */
interface Source {
  from: string
  where: readonly string[]
}

interface Written {
  columns: string
  table: string
  order: string
  /** Of the page alone. */
  after?: string
}

const page = ({ columns, order, after = '' }: Written, { from, where: [where = '1'] }: Source): string =>
  `SELECT ${columns} FROM ${from} WHERE ${where} ${after} ORDER BY t.${order} DESC, t.id DESC LIMIT 101`

/** Ids first: what is sorted should be small. */
const idsFirst = ({ columns, table, order, after = '' }: Written, { from, where }: Source): string =>
  `SELECT ${columns} FROM ${table} t WHERE t.id IN (SELECT id FROM (${where
    .map((part) => `SELECT t.id, t.${order} FROM ${from} WHERE ${part} ${after}`)
    .join(' UNION ALL ')}) ORDER BY ${order} DESC, id DESC LIMIT 101) ORDER BY t.${order} DESC, t.id DESC`

const counted = ({ from, where }: Source): string =>
  `SELECT count(*) n FROM (${where.map((part) => `SELECT 1 FROM ${from} WHERE ${part}`).join(' UNION ALL ')} LIMIT 1001)`

/** Every way to the page with every way to the count. */
function handWritten(db: Db, written: Written, sources: readonly Source[]): Way[] {
  const pages = sources.flatMap((source) => [
    ...(source.where.length === 1 ? [page(written, source)] : []),
    idsFirst(written, source),
  ])
  return pages.flatMap((sql) =>
    sources.map((source) => () => [statement(db, sql).all(), statement(db, counted(source)).all()]),
  )
}

/** What the list shows unless somebody chooses other columns, and the page's own drawing of them needs. */
const customerFields = [
  ...['name', 'level', 'type', 'ownerId', 'lastFollowedAt', 'nextFollowAt', 'pastAmount', 'lastFollowUp'],
  ...['lastFollowUpWay', 'starred'],
]
const customerColumns = (me: number): string => `t.id, t.version, t.name, t.level,
  t.type, t.owner_id, t.last_followed_at, t.next_follow_at, t.past_amount, t.last_follow_up, t.last_follow_up_way,
  EXISTS (SELECT 1 FROM stars WHERE stars.person_id = ${me} AND stars.entity = 'customers' AND stars.record_id = t.id) starred`

const filter = {
  and: [
    { field: 'level', operator: 'is', value: 'key' },
    { field: 'type', operator: 'in', value: ['won', 'loyal'] },
    { field: 'region', operator: 'is', value: '32' },
  ],
}
const filterSql = `AND t.level = 'key' AND t.type IN ('won', 'loyal') AND t.region >= '32' AND t.region < '32:'`

export function customerLists(db: Db, name: string, person: OfficePerson, sight: Sight): Operation[] {
  const deep = deepCursor(db, sight)
  const after = Buffer.from(JSON.stringify(deep)).toString('base64url')
  const sources = (extra: string): Source[] => {
    const where = (conditions: readonly string[]) =>
      conditions.map((one) => `t.archived_at IS NULL AND ${one} ${extra}`)
    const tables = ['', ' INDEXED BY customers_updated', ...(extra ? [' INDEXED BY customers_region'] : [])]
    return [
      ...tables.map((index) => ({ from: `customers t${index}`, where: where([inSight(sight, 't')]) })),
      { from: 'customers t', where: where(inSightApart(sight, 't')) },
    ]
  }
  const list = (what: string, input: object, extra: string, cursor: boolean): Operation => ({
    name: `list · ${what} · ${name}`,
    person,
    path: 'customers.list',
    input: () => ({ limit: 100, fields: customerFields, ...input }),
    raw: handWritten(
      db,
      {
        columns: customerColumns(person.id),
        table: 'customers',
        order: 'updated_at',
        ...(cursor ? { after: `AND (t.updated_at, t.id) < (${deep.value}, ${deep.id})` } : {}),
      },
      sources(extra),
    ),
    told,
  })
  return [
    list('first page', {}, '', false),
    list('first page, 3 filters', { filter }, filterSql, false),
    list('page at 80 %', { after }, '', true),
    list('page at 80 %, 3 filters', { filter, after }, filterSql, true),
  ]
}

/** Where a page begins before which four fifths of the list stand. */
function deepCursor(db: Db, sight: Sight): { value: number; id: number } {
  const where = `t.archived_at IS NULL AND ${inSight(sight, 't')}`
  const count = Number(db.prepare(`SELECT count(*) FROM customers t WHERE ${where}`).pluck().get())
  const row = db
    .prepare<[number], { value: number; id: number }>(
      `SELECT t.updated_at value, t.id FROM customers t WHERE ${where} ORDER BY t.updated_at DESC, t.id DESC LIMIT 1 OFFSET ?`,
    )
    .get(Math.floor(count * 0.8))
  return row ?? { value: 0, id: 0 }
}

const customerName = '(SELECT name FROM customers WHERE customers.id = t.customer_id) customer_name'
const otherShown = {
  contacts: {
    fields: [
      ...['name', 'customerId', 'customerName', 'post', 'decisionRole', 'phone', 'wechat', 'mail'],
      ...['birthday', 'birthdayCalendar', 'birthdayLeapMonth'],
    ],
    columns: `t.id, t.version, t.name, t.customer_id, ${customerName}, t.post, t.decision_role, t.phone, t.wechat, t.mail,
      t.birthday, t.birthday_calendar, t.birthday_leap_month`,
  },
  follow_ups: {
    fields: [
      ...['followedAt', 'customerId', 'customerName', 'way', 'personId', 'result'],
      ...['nextAt', 'nextDone', 'nextStep', 'content'],
    ],
    columns: `t.id, t.version, t.followed_at, t.customer_id, ${customerName}, t.way, t.person_id, t.result, t.next_at, t.next_done,
      t.next_step, t.content`,
  },
}

/** What belongs to customers: along its own order, or from the customers in sight. */
function sourcesOf(table: keyof typeof otherShown, index: string, sight: Sight, extra: string): Source[] {
  const alive = 't.archived_at IS NULL'
  return [
    {
      from: `${table} t INDEXED BY ${index}`,
      // a join instead of the inner SELECT would be sorted whole
      where: [
        `${alive} ${extra} AND (SELECT 1 FROM customers c WHERE c.id = t.customer_id AND c.archived_at IS NULL AND ${inSight(sight, 'c')})`,
      ],
    },
    ...(sight.owners === 'all'
      ? []
      : [
          {
            from: `customers c CROSS JOIN ${table} t ON t.customer_id = c.id`,
            where: inSightApart(sight, 'c').map((one) => `${alive} ${extra} AND c.archived_at IS NULL AND ${one}`),
          },
        ]),
  ]
}

/** Contacts, follow-ups, and what one's people wrote yesterday. */
export function otherLists(db: Db, name: string, person: OfficePerson, sight: Sight): Operation[] {
  const [from, to] = [startOfDay(Date.now(), -1), startOfDay(Date.now()) - 1]
  const wroteYesterday = {
    and: [
      { field: 'personId', operator: 'in', value: ['myPeople'] },
      { field: 'followedAt', operator: 'between', value: [from, to] },
    ],
  }
  const yesterday = `AND t.person_id IN (${sight.below.join(',')}) AND t.followed_at BETWEEN ${from} AND ${to}`
  const list = (
    what: string,
    table: keyof typeof otherShown,
    order: string,
    { input = {}, extra = '' }: { input?: object; extra?: string } = {},
  ): Operation => ({
    name: `list · ${what} · ${name}`,
    person,
    path: table === 'contacts' ? 'contacts.list' : 'followUps.list',
    input: () => ({ limit: 100, fields: otherShown[table].fields, ...input }),
    raw: handWritten(
      db,
      { columns: otherShown[table].columns, table, order },
      sourcesOf(table, `${table}_${order.replace('_at', '')}`, sight, extra),
    ),
    told,
  })
  return [
    list('contacts', 'contacts', 'updated_at'),
    list('follow-ups', 'follow_ups', 'followed_at'),
    ...(sight.below.length > 0
      ? [
          list('what my people wrote yesterday', 'follow_ups', 'followed_at', {
            input: { filter: wroteYesterday },
            extra: yesterday,
          }),
        ]
      : []),
  ]
}
