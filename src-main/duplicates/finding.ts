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

export interface Found {
  id: number
  name: string
  ownerId: number | null
  reasons: DuplicateReason[]
  score: number
}

/** A key of more customers than this tells none of them apart: the number of a call centre, a word like 中国. */
export const tooCommon = 40

export function idsWith(db: Db, key: string): number[] {
  const rows = statement<[string], { id: number }>(
    db,
    `SELECT customer_id id FROM duplicate_keys WHERE key = ? LIMIT ${tooCommon + 1}`,
  ).all(key)
  return rows.length > tooCommon ? [] : rows.map(({ id }) => id)
}

interface Row {
  name: string
  ownerId: number | null
}

/** A kept customer by id. */
export function keptSide(db: Db, id: number): (Side & Row) | null {
  const row = statement<[number], Row>(db, 'SELECT name, owner_id ownerId FROM customers WHERE id = ?').get(id)
  return row ? { ...row, ...sideOf(row.name, keptKeys(db, id)) } : null
}

/** Best first. */
export function findDuplicates(
  { db }: Pick<Context, 'db'>,
  customer: Compared,
  contacts: readonly ComparedContact[] = [],
): Found[] {
  const ids = new Set([...keysAsked(customer, contacts)].flatMap((key) => idsWith(db, key)))
  const own = sideOf(customer.name ?? '', keysOf(customer, contacts))
  const found: Found[] = []
  for (const id of ids) {
    const side = keptSide(db, id)
    const reasons = side ? reasonsFor(own, side) : []
    if (side && reasons.length > 0)
      found.push({ id, name: side.name, ownerId: side.ownerId, reasons, score: scoreOf(reasons) })
  }
  return found.sort((a, b) => b.score - a.score || a.id - b.id)
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
