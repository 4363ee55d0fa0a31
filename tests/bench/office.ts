// An invented office of any size in a file of its own: filled by plain SQL, since only its size and shape matter.
// The same seed gives the same office.
import { statement } from '@main/database/statements'
import { openDatabase, closeDatabase, type Db } from '@main/database/open'
import { applyMigrations, readMigrations } from '@main/database/migrate'
import { rebuildSearchIndex } from '@main/search/searchIndex'
import { join } from 'node:path'
import { type Dice, diceOf } from './dice'
import { makePeople, type OfficePerson } from './people'
import * as words from './words'

export interface OfficeSize {
  customers: number
  followUps: number
  /** 20 unless told. */
  people?: number
  seed?: number
}

export const sizes = {
  S: { customers: 2_000, followUps: 20_000 },
  M: { customers: 20_000, followUps: 200_000 },
  L: { customers: 200_000, followUps: 2_000_000 },
} as const satisfies Record<string, OfficeSize>

export interface Office {
  people: OfficePerson[]
  now: number
}

const day = 86_400_000

/** @example const office = makeOffice(join(folder, 'zhike.db'), { ...sizes.M, seed: 1 }) */
export function makeOffice(file: string, size: OfficeSize, say: (text: string) => void = () => undefined): Office {
  const db = openDatabase(file)
  applyMigrations(db, readMigrations(join(import.meta.dirname, '../../migrations')))
  // the file is thrown away when this fails halfway
  db.pragma('synchronous = OFF')
  const indices = dropIndices(db)
  const people = fillOffice(db, size)
  say('records')
  for (const sql of indices) db.exec(sql)
  say('indices')
  rebuildSearchIndex(db)
  say('search index')
  db.exec('ANALYZE')
  closeDatabase(db)
  return { people, now: Date.now() }
}

/** People, customers, contacts, follow-ups; without the search index. */
export function fillOffice(db: Db, size: OfficeSize): OfficePerson[] {
  const now = Date.now()
  const people = makePeople(db, size.people ?? 20, now)
  db.transaction(() => makeRecords(db, { ...size, dice: diceOf(size.seed ?? 1), now, people }))()
  return people
}

const bulky = `('customers', 'contacts', 'follow_ups', 'changes')`

/** Rows go in several times faster when their indices are made afterwards. */
function dropIndices(db: Db): string[] {
  const found = db
    .prepare<[], { name: string; sql: string }>(
      `SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ${bulky}`,
    )
    .all()
  for (const { name } of found) db.exec(`DROP INDEX ${name}`)
  return found.map(({ sql }) => sql)
}

interface Making extends Omit<OfficeSize, 'people'> {
  dice: Dice
  now: number
  people: readonly OfficePerson[]
}

interface Spoken {
  id: number
  at: number
  way: string
  content: string
  nextAt: number | null
  nextStep: string | null
  count: number
}

function makeRecords(db: Db, making: Making): void {
  const { dice, customers, now, people } = making
  const begin = (): number | bigint =>
    statement(
      db,
      `INSERT INTO change_sets (path, at, person_id, actor_id, device, name, params) VALUES ('importExport.run', ?, 1, 1, 'bench', 'import', '{}')`,
    ).run(now - 800 * day).lastInsertRowid
  let set = begin()
  const owners = new Uint16Array(customers + 1)
  for (let id = 1; id <= customers; id++) owners[id] = ownerBy(dice.part(), people)
  for (let id = 1; id <= customers; id++) insertContacts(db, dice, id, now)
  const spoken = insertFollowUps(db, making, owners)
  for (let id = 1; id <= customers; id++) {
    // a few came with each, as in an office that has lists and typists
    if (id % customersASet === 0) set = begin()
    insertCustomer(db, dice, { id, ownerId: owners[id] ?? 1, now, spoken: spoken[id] })
    statement(
      db,
      `INSERT INTO changes (change_set_id, entity, record_id, action, diff, version) VALUES (?, 'customers', ?, 'create', '{}', 1)`,
    ).run(set, id)
  }
  for (let i = 0; i < customers / 50; i++) share(db, making)
}

const customersASet = 100

function ownerBy(part: number, people: readonly OfficePerson[]): number {
  let left = part
  for (const { id, share: own } of people) if ((left -= own) < 0) return id
  return people.at(-1)?.id ?? 1
}

/** Team members and shares: a fiftieth of the customers. */
function share(db: Db, { dice, people, customers, now }: Making): void {
  statement(
    db,
    `INSERT INTO record_access (entity, record_id, person_id, level, kind, until_on, created_at, created_by_id) VALUES ('customers', ?, ?, ?, ?, NULL, ?, 1)`,
  ).run(1 + dice.below(customers), dice.of(people).id, dice.of(['read', 'write']), dice.of(['team', 'share']), now)
}

export const companyName = (dice: Dice): string => {
  const core = Array.from({ length: 2 + dice.below(2) }, () => dice.of(words.nameSigns)).join('')
  return dice.of(words.cities) + core + dice.of(words.trades) + dice.of(words.legalForms)
}
export const personName = (dice: Dice): string =>
  dice.of(words.surnames) + dice.of(words.givenSigns) + (dice.part() < 0.7 ? dice.of(words.givenSigns) : '')

export const mobile = (dice: Dice): string => `1${dice.of(['38', '39', '36', '58', '86', '77', '99'])}${dice.digits(8)}`
const landline = (dice: Dice): string =>
  `0${dice.of(['21', '512', '510', '25', '571', '755'])}-${2 + dice.below(7)}${dice.digits(3)} ${dice.digits(4)}`

interface CustomerToMake {
  id: number
  ownerId: number
  now: number
  spoken: Spoken | undefined
}

function insertCustomer(db: Db, dice: Dice, { id, ownerId, now, spoken }: CustomerToMake): void {
  const name = companyName(dice)
  const createdAt = now - Math.round((800 * day * (1_000_000 - id)) / 1_000_000)
  const updatedAt = createdAt + Math.round((now - createdAt) * dice.part())
  statement(
    db,
    `INSERT INTO customers (id, created_at, updated_at, created_by_id, name, short_name, type, level, source, industry, owner_id, tags, phone, mail,
       region, address, tax_number, last_followed_at, last_follow_up_way, last_follow_up, next_follow_at, next_step, follow_up_count, contact_count)
     VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 2)`,
  ).run(
    id,
    createdAt,
    updatedAt,
    name,
    dice.part() < 0.3 ? name.slice(2, 5) : null,
    dice.of(['potential', 'potential', 'target', 'prospective', 'won', 'loyal', 'lost']),
    dice.of(['key', 'normal', 'normal', 'low', 'low']),
    dice.of(['exhibition', 'referral', 'phone', null]),
    dice.of(words.industries),
    ownerId,
    JSON.stringify(dice.part() < 0.2 ? [dice.of(words.products)] : []),
    dice.part() < 0.6 ? landline(dice) : mobile(dice),
    dice.part() < 0.3 ? `office${dice.digits(4)}@example${dice.below(900)}.com` : null,
    dice.of(words.cityCodes),
    `${dice.of(words.nameSigns)}${dice.of(words.nameSigns)}路${dice.below(2000)}号`,
    dice.part() < 0.5 ? `91${dice.digits(6)}MA${dice.digits(7)}X` : null,
    spoken?.at ?? null,
    spoken?.way ?? null,
    spoken?.content ?? null,
    spoken?.nextAt ?? null,
    spoken?.nextStep ?? null,
    spoken?.count ?? 0,
  )
}

function insertContacts(db: Db, dice: Dice, customerId: number, now: number): void {
  for (const isPrimary of [1, 0])
    statement(
      db,
      `INSERT INTO contacts (created_at, updated_at, created_by_id, name, customer_id, post, is_primary, phone, mail, wechat) VALUES (?, ?, 1, ?, ?, ?, ?, ?, ?, ?)`,
    ).run(
      now - 700 * day,
      now - Math.floor(700 * day * dice.part()),
      personName(dice),
      customerId,
      dice.of(words.posts),
      isPrimary,
      mobile(dice),
      dice.part() < 0.3 ? `${dice.letters(6)}${dice.below(100)}@163.com` : null,
      dice.part() < 0.3 ? `wx_${dice.letters(7)}` : null,
    )
}

export const followUpText = (dice: Dice): string => {
  const middle = `${dice.of(words.openings)}，主要谈${dice.of(words.products)}的${dice.of(words.matters)}，${dice.of(words.remarks)}`
  const more = dice.part() < 0.4 ? `；另外${dice.of(words.remarks)}，金额约${1 + dice.below(300)}万` : ''
  return dice.part() < 0.1 ? `${middle}${more}。联系人${personName(dice)}，电话${mobile(dice)}` : `${middle}${more}。`
}

/** Written in the order they happened; some customers hear from the office often, most seldom. */
function insertFollowUps(
  db: Db,
  { dice, customers, followUps, now }: Making,
  owners: Uint16Array,
): (Spoken | undefined)[] {
  const last = new Array<Spoken | undefined>(customers + 1)
  const settle = statement(db, 'UPDATE follow_ups SET next_done = 1 WHERE id = ?')
  const insert = statement(
    db,
    `INSERT INTO follow_ups (created_at, updated_at, created_by_id, customer_id, way, content, followed_at, next_at, next_step, next_done, person_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  for (let i = 0; i < followUps; i++) {
    const at = now - Math.round((730 * day * (followUps - i)) / followUps)
    const customerId = 1 + Math.floor(customers * dice.part() ** 1.5)
    const nextAt = dice.part() < 0.5 ? at + (1 + dice.below(40)) * day : null
    const entry = {
      at,
      way: dice.of(['visit', 'call', 'mail', 'message', 'meeting']),
      content: followUpText(dice),
      nextAt,
      nextStep: nextAt ? dice.of(words.steps) : null,
    }
    const personId = owners[customerId] ?? 1
    const { lastInsertRowid } = insert.run(
      at,
      at,
      personId,
      customerId,
      entry.way,
      entry.content,
      at,
      nextAt,
      entry.nextStep,
      0,
      personId,
    )
    const before = last[customerId]
    // a step planned is settled by whatever was said next
    if (before?.nextAt) settle.run(before.id)
    last[customerId] = { ...entry, id: Number(lastInsertRowid), count: (before?.count ?? 0) + 1 }
  }
  return last
}
