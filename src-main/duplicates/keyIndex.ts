// The keys of all customers, kept right by every write of a customer or contact in its own transaction.
import { rowPieces } from '@main/jobs/pieces'
import type { Dispatcher } from '@main/api/dispatch'
import type { Context } from '@main/api/context'
import { readSetting, writeSetting } from '@main/api/settings'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { reckoned } from '@main/records/lateSums'
import type { Reaction } from '@main/records/reactions'
import { type Compared, type ComparedContact, keysOf } from './keys'

/** Counted up when the same customer would get other keys than before: then all are made anew. */
const rules = 3

export const duplicateReactions: readonly Reaction[] = [
  { entity: 'customers', afterWrite: (ctx, { id }) => keepLater(ctx, id) },
  {
    entity: 'contacts',
    afterWrite(ctx, { row, before }) {
      keepLater(ctx, Number(row['customerId']))
      if (before && before['customerId'] !== row['customerId']) keepLater(ctx, Number(before['customerId']))
    },
  },
]

const customerSql = `SELECT name, short_name shortName, phone, other_phones otherPhones, mail, other_mails otherMails, website,
  tax_number taxNumber FROM customers WHERE id = ? AND archived_at IS NULL`
const contactSql = `SELECT phone, other_phones otherPhones, mail, other_mails otherMails FROM contacts
  WHERE customer_id = ? AND archived_at IS NULL`

/** The keys of a customer as it stands; none of one in the recycle bin. */
function keysNow(db: Db, id: number): Set<string> {
  const customer = statement<[number], Compared>(db, customerSql).get(id)
  return customer ? keysOf(customer, statement<[number], ComparedContact>(db, contactSql).all(id)) : new Set()
}

export const keptKeys = (db: Db, id: number): Set<string> =>
  new Set(
    statement<[number], { key: string }>(db, 'SELECT key FROM duplicate_keys WHERE customer_id = ?')
      .all(id)
      .map(({ key }) => key),
  )

const keepLater = (ctx: Context, id: number): void => reckoned(ctx, `duplicates/${id}`, (inner) => keep(inner.db, id))

function keep(db: Db, id: number): void {
  const before = keptKeys(db, id)
  const now = keysNow(db, id)
  for (const key of before)
    if (!now.has(key)) statement(db, 'DELETE FROM duplicate_keys WHERE key = ? AND customer_id = ?').run(key, id)
  for (const key of now)
    if (!before.has(key)) statement(db, 'INSERT INTO duplicate_keys (key, customer_id) VALUES (?, ?)').run(key, id)
}

const chunk = 100

/** Makes the keys of an office that was kept by an older program, in pieces; gives how many customers were read. */
export async function fillDuplicateKeys(
  { db }: Pick<Dispatcher, 'db'>,
  signal: AbortSignal,
  progress: (done: number) => void = () => undefined,
): Promise<number> {
  if (readSetting(db, 'duplicates.rules') === rules) return 0
  const next = (after: number) =>
    statement<[number], { id: number }>(db, `SELECT id FROM customers WHERE id > ? ORDER BY id LIMIT ${chunk}`).all(
      after,
    )
  let done = 0
  for await (const ids of rowPieces(next, () => signal.aborted)) {
    db.transaction(() => ids.forEach(({ id }) => keep(db, id)))()
    progress((done += ids.length))
  }
  if (!signal.aborted) writeSetting(db, 'duplicates.rules', rules)
  return done
}

/** Whether every customer has its keys. */
export const keysComplete = ({ db }: Pick<Context, 'db'>): boolean => readSetting(db, 'duplicates.rules') === rules
