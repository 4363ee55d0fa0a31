// A save by hand: every row it has to leave, by prepared statements in one transaction. Beside the record these are the
// change and its set, the audit row, the search document and the keys of duplicates, which the guarantees ask for.
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { keysAsked } from '@main/duplicates/keys'
import { searchedKinds, type SearchedKind, writeOrder } from '@main/search/documents'
import { piecesOf } from '@main/search/pieces'

interface Kept {
  entity: SearchedKind['kind']
  id: number
  personId: number
  path: string
  action: 'create' | 'update'
  diff: Record<string, unknown>
  /** What is searched, by field. */
  searched: Record<string, unknown>
}

const pagesMerged = 10

function document(db: Db, { entity, id, searched }: Kept): void {
  const kind = searchedKinds[entity]
  const { index } = kind
  let row = id
  if (kind.newestFirst !== 'byId') {
    const old = statement<[number], { place: number }>(db, `SELECT place FROM ${writeOrder} WHERE record_id = ?`).get(
      id,
    )
    if (old) {
      statement(db, `DELETE FROM ${index} WHERE rowid = ?`).run(old.place)
      statement(db, `DELETE FROM ${writeOrder} WHERE place = ?`).run(old.place)
    }
    row = Number(statement(db, `INSERT INTO ${writeOrder} (record_id) VALUES (?)`).run(id).lastInsertRowid)
  }
  const texts = kind.fields.map(({ key }) => searched[key] ?? null)
  statement(db, `INSERT INTO ${index} (rowid, pieces) VALUES (?, ?)`).run(row, piecesOf(kind.fields, texts))
  statement(db, `INSERT INTO ${index} (${index}, rank) VALUES ('merge', ${pagesMerged})`).run()
}

function keep(db: Db, kept: Kept, version: number): void {
  const { entity, id, personId, path, action, diff } = kept
  const now = Date.now()
  const set = statement(
    db,
    `INSERT INTO change_sets (path, at, person_id, actor_id, device, name, params) VALUES (?, ?, ?, ?, 'bench', '', '{}')`,
  ).run(path, now, personId, personId).lastInsertRowid
  statement(
    db,
    'INSERT INTO changes (change_set_id, entity, record_id, action, diff, version) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(set, entity, id, action, JSON.stringify(diff), version)
  document(db, kept)
  const last = statement<[], { hash: string }>(db, 'SELECT hash FROM audit_log ORDER BY id DESC LIMIT 1').get()
  statement(
    db,
    `INSERT INTO audit_log (at, person_id, actor_id, device, path, outcome, entity, record_id, change_set_id, detail, hash)
     VALUES (?, ?, ?, 'bench', ?, 'ok', ?, ?, ?, NULL, ?)`,
  ).run(now, personId, personId, path, entity, id, set, last?.hash ?? '')
}

export function createBare(db: Db, personId: number, { name, phone }: { name: string; phone: string }): void {
  db.transaction(() => {
    const now = Date.now()
    const id = Number(
      statement(
        db,
        `INSERT INTO customers (created_at, updated_at, created_by_id, name, type, level, phone, owner_id) VALUES (?, ?, ?, ?, 'potential', 'normal', ?, ?)`,
      ).run(now, now, personId, name, phone, personId).lastInsertRowid,
    )
    for (const key of keysAsked({ name, phone }))
      statement(db, 'INSERT OR IGNORE INTO duplicate_keys (key, customer_id) VALUES (?, ?)').run(key, id)
    const searched = { name, phone }
    keep(
      db,
      { entity: 'customers', id, personId, path: 'customers.create', action: 'create', diff: searched, searched },
      1,
    )
  }).immediate()
}

export function changeBare(db: Db, personId: number, { id, address }: { id: number; address: string }): void {
  db.transaction(() => {
    // what the change was made on is read before, for the conflict and the difference
    const row = statement<[number], Record<string, unknown>>(db, 'SELECT * FROM customers WHERE id = ?').get(id) ?? {}
    statement(db, 'UPDATE customers SET address = ?, updated_at = ?, version = version + 1 WHERE id = ?').run(
      address,
      Date.now(),
      id,
    )
    const diff = { address: [row['address'], address] }
    const searched = { name: row['name'], phone: row['phone'], mail: row['mail'] }
    keep(db, { entity: 'customers', id, personId, path: 'customers.update', action: 'update', diff, searched }, 2)
  }).immediate()
}

export function followUpBare(
  db: Db,
  personId: number,
  { customerId, content }: { customerId: number; content: string },
): void {
  db.transaction(() => {
    const now = Date.now()
    const id = Number(
      statement(
        db,
        `INSERT INTO follow_ups (created_at, updated_at, created_by_id, customer_id, way, content, followed_at, person_id) VALUES (?, ?, ?, ?, 'call', ?, ?, ?)`,
      ).run(now, now, personId, customerId, content, now, personId).lastInsertRowid,
    )
    statement(
      db,
      `UPDATE customers SET last_followed_at = ?, last_follow_up_way = 'call', last_follow_up = ?, follow_up_count = follow_up_count + 1 WHERE id = ?`,
    ).run(now, content, customerId)
    const searched = { content }
    keep(
      db,
      { entity: 'followUps', id, personId, path: 'followUps.create', action: 'create', diff: searched, searched },
      1,
    )
  }).immediate()
}
