// Which records of one kind match a query, best first. Four ways give the same answer:
//   few:     the query is rare; all that the full-text index offers is tested and sorted
//   visible: the query is common and the viewer sees few records; those are tested and sorted
//   kept:    as before, their texts being kept until the next write
//   walk:    otherwise the index is walked from the newest record on until there are enough
// What the viewer may see stands inside each, so nothing unseen is counted, ranked or cut off by a limit.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Entity } from '@main/records/entity'
import { seesField } from '@main/records/masks'
import { type Condition, fewVisible, recordsAbout, scope, shareInSight } from '@main/records/scope'
import { between, indexed, ofRow, recordsByAge, type SearchedKind, textsOf } from './documents'
import { asThick, offeredRows } from './offers'
import { fewRows, foldedOf, gatherTexts, type KeptText, keptTexts } from './keptTexts'
import { expressionOf, type Found, type Query, type Rank, test, testFolded } from './query'

export interface Match extends Found {
  id: number
}

export type Way = 'kept' | 'few' | 'visible' | 'walk'

interface Asked {
  query: Query
  limit: number
  /** Only for the test that holds the ways against each other. */
  way?: Way
}

/** At most `limit` matches, and whether there are more. */
export function matchesOf(
  ctx: Context,
  entity: Entity,
  kind: SearchedKind,
  { query, limit, way }: Asked,
): { matches: Match[]; more: boolean } {
  const search: KindSearch = {
    ctx,
    entity,
    kind,
    query,
    seen: kind.fields.map(({ key }) => seesField(ctx, entity.name, key)),
  }
  const found = ways(search, limit + 1, way)
  return { matches: found.slice(0, limit), more: found.length > limit }
}

interface Row {
  id: number
  texts: string
}

const rowsOf = (ctx: Context, sql: string, params: readonly unknown[]): Iterable<Row> =>
  statement<unknown[], Row>(ctx.db, sql).iterate(...params)

interface KindSearch {
  ctx: Context
  entity: Entity
  kind: SearchedKind
  query: Query
  /** For each field of the kind; one not seen whole is as good as empty. */
  seen: readonly boolean[]
}

function matchIn({ query, kind }: KindSearch, { id, texts }: Row): Match | null {
  const found = test(query, kind.fields, texts.split(between))
  return found && { ...found, id }
}

const named = ({ kind, seen }: KindSearch): boolean =>
  kind.fields.some(({ reading }, i) => reading === 'name' && seen[i])

/** Rarer words than this are not worth a choice. */
const fewOffers = 32
/** More are never tested one by one: what the newest promised may lie thicker among the older ones. */
const testedAtMost = 4000

function ways(search: KindSearch, limit: number, asked?: Way): Match[] {
  const { ctx, kind, query } = search
  const kept = asked ? null : keptTexts(search)
  if (kept) return keptMatches(search, limit, kept)
  const expression = expressionOf(query, kind, 2)
  const newest = asked && asked !== 'walk' ? [] : offeredRows(ctx.db, kind, expression, fewOffers + 1)
  if (!asked && newest.length <= fewOffers) return fewOf(search, limit, newest)
  const way = asked ?? cheapest(search, limit, asThick(ctx.db, kind, newest.length, newest.at(-1) ?? 0))
  if (way === 'few') {
    const offers = offeredRows(ctx.db, kind, expression, asked ? -1 : testedAtMost + 1)
    if (asked || offers.length <= testedAtMost) return fewOf(search, limit, offers)
  }
  const gathered = way === 'kept' || (way === 'visible' && !asked) ? gatherTexts(search) : null
  if (gathered) return keptMatches(search, limit, gathered)
  const visible = way === 'visible' ? fewVisible(ctx, search.entity, Infinity) : null
  return visible
    ? sortedMatches(search, limit, { sql: `t.id IN (${visible.sql})`, params: visible.params })
    : walk(search, limit, newest)
}

/** µs a row, measured: offered and looked up, its id gathered, it read and tested. */
const cost = { offered: 5, gathered: 1.5, tested: 4 }

/** Gathered for one letter, they are there for the next ones. */
const keptPart = 1 / 3

/** A walk passes many of others before it has enough of the viewer's; names are walked once for each rank. */
function cheapest(search: KindSearch, limit: number, offers: number): Way {
  const { ctx, entity } = search
  const share = shareInSight(ctx, entity)
  if (share === 1) return 'walk'
  const records = recordsAbout(ctx, entity)
  const visible = share * records
  const untilEnough = named(search) ? visible : Math.min(visible, (limit * records) / offers)
  const costs: [Way, number][] = [
    ['few', offers * cost.offered],
    ['visible', (visible * cost.gathered + untilEnough * cost.tested) * (visible <= fewRows ? keptPart : 1)],
    ['walk', Math.min(offers, limit / share) * cost.offered * (named(search) ? 3 : 1)],
  ]
  return costs.reduce((best, one) => (one[1] < best[1] ? one : best))[0]
}

function keptMatches(search: KindSearch, limit: number, rows: readonly KeptText[]): Match[] {
  const { query, kind } = search
  // most rows have none of it anywhere: that is seen at one glance
  const written = query.words.filter(({ patterns }) => patterns.length === 0).map(({ text }) => text)
  return bestOf(search, limit, rows, (row) => {
    const { all, fields } = foldedOf(row, kind)
    if (!written.every((text) => all.includes(text))) return null
    const found = testFolded(query, kind.fields, (i) => fields[i] ?? '')
    return found && { ...found, id: row.id }
  })
}

/** Of rows that come newest first; among names the better ones may come late. */
function bestOf<R>(search: KindSearch, limit: number, rows: Iterable<R>, matchOf: (row: R) => Match | null): Match[] {
  const ranked = named(search)
  const found: Match[] = []
  for (const row of rows) {
    const match = matchOf(row)
    if (match) found.push(match)
    if (found.length === limit && !ranked) break
  }
  return found.sort((a, b) => a.rank - b.rank)
}

function fewOf(search: KindSearch, limit: number, offers: readonly number[]): Match[] {
  if (offers.length === 0) return []
  const inSight = scope(search.ctx, search.entity, 'read')
  const { newest } = recordsByAge(search.entity, search.kind)
  const where = `${newest} IN (SELECT value FROM json_each(?)) AND ${inSight.sql}`
  return sortedMatches(search, limit, { sql: where, params: [JSON.stringify(offers), ...inSight.params] })
}

function sortedMatches(search: KindSearch, limit: number, where: Condition): Match[] {
  const { ctx, entity, kind } = search
  const { from, newest } = recordsByAge(entity, kind)
  const sql = `SELECT t.id, ${textsOf(kind, search.seen)} texts FROM ${from} WHERE ${where.sql} AND t.archived_at IS NULL ORDER BY ${newest} DESC`
  return bestOf(search, limit, rowsOf(ctx, sql, where.params), (row) => matchIn(search, row))
}

/** `offers`: the newest rows of the index that match, where they are known. */
function walk(search: KindSearch, limit: number, offers: readonly number[]): Match[] {
  if (!named(search)) return elsewhere(search, limit, offers, [])
  // those that begin with it hold those that equal it
  const begin = newestOf(search, limit, offered(search, 1), { rank: 1, known: [] })
  const best =
    begin.length < limit ? begin : [...newestOf(search, limit, offered(search, 0), { rank: 0, known: [] }), ...begin]
  const byId = new Map(best.map((match): [number, Match] => [match.id, match]))
  if (best.length < limit)
    for (const match of elsewhere(search, limit - best.length, offers, best)) byId.set(match.id, match)
  return [...byId.values()].sort((a, b) => a.rank - b.rank).slice(0, limit)
}

/** Where fewer are in sight, hardly one of the newest is. */
const offersInSight = 0.2

/** Of any rank, beside the known ones: those on offer first, then the rest of the index. */
function elsewhere(search: KindSearch, limit: number, offers: readonly number[], known: readonly Match[]): Match[] {
  const last = shareInSight(search.ctx, search.entity) < offersInSight ? undefined : offers.at(-1)
  if (last === undefined) return newestOf(search, limit, offered(search, 2), { rank: 2, known })
  const first = newestOf(search, limit, ofOffers(search, offers), { rank: 2, known })
  if (first.length >= limit) return first
  const others = { rank: 2, known: [...known, ...first] } as const
  return [...first, ...newestOf(search, limit - first.length, offered(search, 2, last), others)]
}

interface Wanted {
  /** This or a better one. */
  rank: Rank
  known: readonly Match[]
}

/** The first `limit` matches among rows that come newest first. */
function newestOf(search: KindSearch, limit: number, rows: Iterable<Row>, { rank, known }: Wanted): Match[] {
  const ids = new Set(known.map(({ id }) => id))
  const found: Match[] = []
  for (const row of rows) {
    const match = ids.has(row.id) ? null : matchIn(search, row)
    if (match && match.rank <= rank) found.push(match)
    if (found.length >= limit) break
  }
  return found
}

/** What the index offers in sight, newest first: at least every match of this rank. `before`: older ones only. */
function offered(search: KindSearch, rank: Rank, before?: number): Iterable<Row> {
  const { ctx, entity, kind, query } = search
  const { from, newest } = indexed(entity, kind)
  const inSight = scope(ctx, entity, 'read')
  const older = before === undefined ? '' : `AND ${newest} < ?`
  const sql = `SELECT t.id, ${textsOf(kind, search.seen)} texts FROM ${from}
    WHERE ${kind.index} MATCH ? ${older} AND t.archived_at IS NULL AND ${inSight.sql} ORDER BY ${newest} DESC`
  const params = before === undefined ? [] : [before]
  return rowsOf(ctx, sql, [expressionOf(query, kind, rank), ...params, ...inSight.params])
}

/** These rows of the index that are in sight, in their order. */
function ofOffers({ ctx, entity, kind, seen }: KindSearch, offers: readonly number[]): Iterable<Row> {
  const inSight = scope(ctx, entity, 'read')
  const sql = `SELECT t.id, ${textsOf(kind, seen)} texts FROM json_each(?) j CROSS JOIN ${ofRow(entity, kind, 'j.value')}
    WHERE t.archived_at IS NULL AND ${inSight.sql}`
  return rowsOf(ctx, sql, [JSON.stringify(offers), ...inSight.params])
}
