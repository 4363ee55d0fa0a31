// Makes a dated list: only who came to a type or left it since the last one is written.
// The list itself is written last; what was begun and not finished is simply gone on with.
import { idRanges, lastId } from '@main/jobs/pieces'
import type { Context } from '@main/api/context'
import { type Dispatcher, writeAsHost } from '@main/api/dispatch'
import type { Db } from '@main/database/open'
import { statement } from '@main/database/statements'
import { fail } from '@shared/api/errors'
import { dayOf } from '@shared/dates'
import { listedTypes } from '@shared/features/periodicLists/rules'

const customersAPiece = 200

type Writer = <T>(work: (ctx: Context) => T) => T
interface Making {
  write: Writer
  stop(): boolean
  told?(done: number, total: number): void
}

const making = new WeakSet<Db>()

/** Gives the list's id; null when it was called off. One at a time. */
export async function makeList(db: Db, madeById: number, how: Making): Promise<number | null> {
  if (making.has(db)) throw fail('busy')
  making.add(db)
  try {
    return await make(db, madeById, how)
  } finally {
    making.delete(db)
  }
}

async function make(db: Db, madeById: number, { write, stop, told }: Making): Promise<number | null> {
  const id = lastId(db, 'periodic_lists') + 1
  for await (const { from, done, total } of idRanges(db, 'customers', customersAPiece, stop)) {
    if (changesIn(db, from)) write((ctx) => writePiece(ctx, id, from))
    told?.(done, total)
  }
  if (stop()) return null
  write((ctx) => {
    statement(ctx.db, 'INSERT INTO periodic_lists (id, made_at, made_on, made_by_id) VALUES (?, ?, ?, ?)').run(
      id,
      ctx.now,
      dayOf(ctx.now),
      madeById,
    )
    ctx.about('periodicLists', id)
    ctx.publish('periodicLists')
  })
  return id
}

const types = listedTypes.map((type) => `'${type}'`).join(', ')
const piece = (from: number): string => `> ${from} AND %s <= ${from + customersAPiece}`
const within = (column: string, from: number): string => `${column} ${piece(from).replace('%s', column)}`
const standing = 't.archived_at IS NULL AND t.type = s.type'
const left = (from: number): string =>
  `s.left_list IS NULL AND ${within('s.customer_id', from)} AND NOT EXISTS (SELECT 1 FROM customers t WHERE t.id = s.customer_id AND ${standing})`
const came = (from: number): string =>
  `${within('t.id', from)} AND t.archived_at IS NULL AND t.type IN (${types})
   AND NOT EXISTS (SELECT 1 FROM periodic_list_spans s WHERE s.customer_id = t.id AND s.left_list IS NULL AND s.type = t.type)`

const changesIn = (db: Db, from: number): boolean =>
  db.prepare(`SELECT 1 FROM periodic_list_spans s WHERE ${left(from)} LIMIT 1`).get() !== undefined ||
  db.prepare(`SELECT 1 FROM customers t WHERE ${came(from)} LIMIT 1`).get() !== undefined

function writePiece(ctx: Context, id: number, from: number): void {
  ctx.db.prepare(`UPDATE periodic_list_spans AS s SET left_list = ? WHERE ${left(from)}`).run(id)
  ctx.db
    .prepare(
      `INSERT INTO periodic_list_spans (customer_id, type, from_list) SELECT t.id, t.type, ? FROM customers t WHERE ${came(from)}`,
    )
    .run(id)
}

/** Once a month by itself. */
export async function makeMonthly(host: Dispatcher, signal: AbortSignal): Promise<number | null> {
  const month = dayOf(host.clock()).slice(0, 7)
  const made = statement(host.db, 'SELECT 1 FROM periodic_lists WHERE made_on >= ?').get(`${month}-01`)
  // an office still without customers has nothing to compare the next one with
  if (made || lastId(host.db, 'customers') === 0) return null
  return makeList(host.db, 0, {
    write: (work) => writeAsHost(host, 'periodicLists.make', work),
    stop: () => signal.aborted,
  })
}
