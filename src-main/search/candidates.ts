// Which records of one kind match a query, best first. Two ways give the same answer: from the full-text index,
// newest first, or, when the viewer sees few records and the query is common, by reading those.
// What the viewer may see stands inside both, so nothing unseen is counted, ranked or cut off by a limit.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Entity } from '@main/records/entity'
import { seesField } from '@main/records/masks'
import { type Condition, countUpTo, fewVisible, scope } from '@main/records/scope'
import { columnsOf, indexed, type SearchedKind, writeOrder } from './documents'
import { expressionOf, type Found, type Query, type Rank, test } from './query'

export interface Match extends Found {
  id: number
}

export type Way = 'index' | 'visible'

/** Reading more rows than this costs more than testing what the index offers. */
const readAtMost = 2000

/** At most `limit` matches, and whether there are more. `way` only for the test that holds both against each other. */
export function matchesOf(
  ctx: Context,
  entity: Entity,
  kind: SearchedKind,
  { query, limit, way }: { query: Query; limit: number; way?: Way | undefined },
): { matches: Match[]; more: boolean } {
  const search = new KindSearch(ctx, entity, kind, query)
  const visible = way === 'index' ? null : search.fewWay(way)
  const found = visible ? search.amongVisible(visible, limit + 1) : search.fromIndex(limit + 1)
  return { matches: found.slice(0, limit), more: found.length > limit }
}

type Row = unknown[]

class KindSearch {
  readonly #fields
  constructor(
    readonly ctx: Context,
    readonly entity: Entity,
    readonly kind: SearchedKind,
    readonly query: Query,
  ) {
    // a field not seen whole is as good as empty
    this.#fields = kind.fields.map((field) => seesField(ctx, entity.name, field.key))
  }

  #test(row: Row): Match | null {
    const [id, ...values] = row
    const found = test(
      this.query,
      this.kind.fields,
      values.map((value, i) => (this.#fields[i] ? value : null)),
    )
    return found && { ...found, id: Number(id) }
  }

  /** The visible ids when reading those is the better way. */
  fewWay(way?: Way): Condition | null {
    if (way === 'visible') return fewVisible(this.ctx, this.entity, Infinity)
    const few = fewVisible(this.ctx, this.entity, readAtMost)
    if (!few) return null
    const { index } = this.kind
    const hits = {
      sql: `SELECT rowid FROM ${index} WHERE ${index} MATCH ?`,
      params: [expressionOf(this.query, this.kind, 2)],
    }
    return countUpTo(this.ctx, hits, readAtMost) === null ? few : null
  }

  amongVisible(visible: Condition, limit: number): Match[] {
    const { from, newest } = this.#recordsByAge()
    const rows = rowsOf(
      this.ctx,
      `SELECT t.id, ${columnsOf(this.kind)} FROM ${from} WHERE t.id IN (${visible.sql}) AND t.archived_at IS NULL ORDER BY ${newest} DESC`,
      visible.params,
    )
    const found: Match[] = []
    for (const row of rows) {
      const match = this.#test(row)
      if (match) found.push(match)
      if (found.length === limit && !this.#ranked()) break
    }
    return found.sort((a, b) => a.rank - b.rank).slice(0, limit)
  }

  #recordsByAge(): { from: string; newest: string } {
    const { table } = this.entity
    if (this.kind.newestFirst === 'byId') return { from: `${table} t`, newest: 't.id' }
    return { from: `${table} t JOIN ${writeOrder} w ON w.record_id = t.id`, newest: 'w.place' }
  }

  #ranked(): boolean {
    return this.kind.fields.some(({ reading }, i) => reading === 'name' && this.#fields[i])
  }

  fromIndex(limit: number): Match[] {
    const found = new Map<number, Match>()
    const ranks: readonly Rank[] = this.#ranked() ? [0, 1, 2] : [2]
    for (const rank of ranks) {
      for (const row of this.#offered(rank)) {
        if (found.size >= limit) break
        const match = found.has(Number(row[0])) ? null : this.#test(row)
        if (match && match.rank <= rank) found.set(match.id, match)
      }
      if (found.size >= limit) break
    }
    return [...found.values()]
  }

  /** What the index offers: at least every match of this rank. */
  #offered(rank: Rank): Iterable<Row> {
    const { from, newest } = indexed(this.entity, this.kind)
    const seen = scope(this.ctx, this.entity, 'read')
    const sql = `SELECT t.id, ${columnsOf(this.kind)} FROM ${from}
      WHERE ${this.kind.index} MATCH ? AND t.archived_at IS NULL AND ${seen.sql} ORDER BY ${newest} DESC`
    return rowsOf(this.ctx, sql, [expressionOf(this.query, this.kind, rank), ...seen.params])
  }
}

function* rowsOf(ctx: Context, sql: string, params: unknown[]): Iterable<Row> {
  // arrays are quicker than objects, and most rows are only looked at
  for (const row of statement<unknown[], Record<string, unknown>>(ctx.db, sql).iterate(...params))
    yield Object.values(row)
}
