// Looks up the customers that one being typed, imported or kept may be, whoever may see them: what is told of them
// is for the asker to decide.
import type { Context } from '@main/api/context'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { scoreOf, type DuplicateReason } from '@shared/features/duplicates/rules'
import { companyName } from './companyName'
import { reasonsFor, type Side, sideOf } from './comparing'
import { keptKeys } from './keyIndex'
import { type Compared, type ComparedContact, keyOf, keysAsked, keysOf } from './keys'
import { nearRelationOf } from './nearNames'
import { signsOf } from './secondSigns'

export interface Found {
  id: number
  name: string
  ownerId: number | null
  reasons: DuplicateReason[]
  score: number
}

/** A key of more customers than this tells none of them apart: the number of a call centre, a word like 中国. */
export const tooCommon = 40

/** What is only nearly a name is looked at less far: it is asked for under many keys. */
const tooCommonNear = 16
const isNearKey = (key: string): boolean => 'yfga'.includes(key.charAt(0))

const mostOf = (key: string): number => (isNearKey(key) ? tooCommonNear : tooCommon)

/** Customers by key; none where there are too many. */
export function idsWith(db: Db, keys: Iterable<string>): Map<string, number[]> {
  const rows = statement<[string], { key: string; id: number }>(
    db,
    `SELECT j.value key, k.customer_id id FROM json_each(?) j JOIN duplicate_keys k ON k.key = j.value
       AND k.customer_id IN (SELECT customer_id FROM duplicate_keys WHERE key = j.value LIMIT ${tooCommon + 1})`,
  ).all(JSON.stringify([...keys]))
  const found = new Map<string, number[]>()
  for (const { key, id } of rows) {
    const ids = found.get(key)
    if (ids) ids.push(id)
    else found.set(key, [id])
  }
  for (const [key, ids] of found) if (ids.length > mostOf(key)) found.delete(key)
  return found
}

interface Row {
  name: string
  ownerId: number | null
}

/** A kept customer by id. */
export function keptSide(db: Db, id: number): (Side & Row) | null {
  const row = statement<[number], Row>(db, 'SELECT name, owner_id ownerId FROM customers WHERE id = ?').get(id)
  return row ? { ...row, ...sideOf(row.name, keptKeys(db, id)), signs: () => signsOf(db, id) } : null
}

/** Best first. */
export function findDuplicates(
  { db }: Pick<Context, 'db'>,
  customer: Compared,
  contacts: readonly ComparedContact[] = [],
): Found[] {
  const own = sideOf(customer.name ?? '', keysOf(customer, contacts))
  const [exact, near] = idsAsked(db, keysAsked(customer, contacts))
  for (const id of near) if (!exact.has(id) && isNearlyNamed(db, own, id)) exact.add(id)
  const found: Found[] = []
  for (const id of exact) {
    const side = keptSide(db, id)
    const reasons = side ? reasonsFor(own, side) : []
    if (side && reasons.length > 0)
      found.push({ id, name: side.name, ownerId: side.ownerId, reasons, score: scoreOf(reasons) })
  }
  return found.sort((a, b) => b.score - a.score || a.id - b.id)
}

function idsAsked(db: Db, keys: ReadonlySet<string>): [exact: Set<number>, near: Set<number>] {
  const [exact, near] = [new Set<number>(), new Set<number>()]
  for (const [key, ids] of idsWith(db, keys)) for (const id of ids) (isNearKey(key) ? near : exact).add(id)
  return [exact, near]
}

/** By the name alone, before all of a customer is read. */
function isNearlyNamed(db: Db, { company }: Side, id: number): boolean {
  const row = statement<[number], Pick<Row, 'name'>>(db, 'SELECT name FROM customers WHERE id = ?').get(id)
  return row !== undefined && nearRelationOf(company, companyName(row.name)) !== null
}

const offered = 60

/** Ids of customers whose name goes on where this one stops, wherever they are: for the list while typing. */
export function idsBeginning({ db }: Pick<Context, 'db'>, name: string): number[] {
  const { core } = companyName(name)
  if (core.length < 2) return []
  const from = keyOf('c', core)
  return statement<[string, string], { id: number }>(
    db,
    `SELECT customer_id id FROM duplicate_keys WHERE key >= ? AND key < ? LIMIT ${offered}`,
  )
    .all(from, `${from}\uffff`)
    .map(({ id }) => id)
}
