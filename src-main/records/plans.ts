// Four ways through the rows of a list, chosen by how many are in sight and how many the words match.
// All give the same rows; tests/features/records/plans.test.ts holds them against each other.
//   words: from the records that the words match
//   sight: from the viewer's own and shared records
//   filter: from the records that a condition leaves, by the index of its field
//   walk:  along the order of the list, each row tested
import type { Context } from '@main/api/context'
import type { Filter } from '@shared/api/filters'
import type { ListInput } from '@shared/api/paging'
import { columnFor, filterSql } from './filters'
import type { Entity, WordsMatch } from './entity'
import { indexBy } from './indices'
import { type Narrowing, narrowingOf } from './narrowing'
import { orderOf } from './pages'
import { type Condition, recordsAbout, scope, shareInSight, sightSources, type Source } from './scope'

export type Plan = 'words' | 'sight' | 'filter' | 'walk'
type Asked = Pick<ListInput, 'filter' | 'search'>

export function pageSources(
  ctx: Context,
  entity: Entity,
  input: ListInput,
  limit: number,
  plan?: Plan,
): readonly Source[] {
  const words = wordsOf(ctx, entity, input.search)
  const order = orderOf(ctx, entity, input)
  const index = order.length === 1 ? indexBy(ctx, entity, order[0].column) : null
  const narrowing = narrowingOf(ctx, entity, input.filter)
  const extent = {
    ...extentOf(ctx, entity, words, input, narrowing),
    wanted: index ? limit : Infinity,
    sorted: true,
    bare: false,
  }
  const chosen = plan ?? cheapest(extent)
  const found = gathered(ctx, entity, input, { words, narrowing }, chosen)
  if (found) return found
  // what a filter looks at lies in the index, what is shown does not: then the rows are read after the page is found
  const inOrder = index !== null && !input.filter && !words
  return [{ ...walked(ctx, entity, input, words, index ? ` INDEXED BY ${index}` : ''), inOrder }]
}

/** Counting needs no order: from whatever is fewer. `wanted`: where it may stop. */
export function countSources(
  ctx: Context,
  entity: Entity,
  input: Asked,
  wanted: number,
  plan?: Plan,
): readonly Source[] {
  const words = wordsOf(ctx, entity, input.search)
  const narrowing = narrowingOf(ctx, entity, input.filter)
  const chosen =
    plan ??
    (!words && !narrowing && narrows(ctx, entity, input.filter)
      ? 'walk'
      : cheapest({
          ...extentOf(ctx, entity, words, input, narrowing),
          wanted,
          sorted: false,
          bare: !words && !input.filter,
        }))
  return gathered(ctx, entity, input, { words, narrowing }, chosen) ?? [walked(ctx, entity, input, words, '')]
}

/** What the choice stands on: numbers of rows, and parts of all rows from 0 to 1. */
interface Extent {
  records: number
  inSight: number
  /** Infinity without words. */
  offered: number
  /** µs for each row that comes from its words or from the order. */
  sight: number
  tested: boolean
  passing: number
  /** Rows that an indexed condition leaves; Infinity without one. */
  narrowed: number
  wanted: number
  /** All gathered rows have to be read before the first can be shown. */
  sorted: boolean
  /** Of a row nothing has to be known but that it is there: an index of what it belongs to tells that. */
  bare: boolean
}

/** Nobody knows before how many rows a filter lets through. */
const passingGuess = 0.1
/** Of what one condition lets through, each further one is taken to let through this part. */
const furtherGuess = 0.3
/** µs a row, measured: looked at in an index, fetched; and more when its customer has to be looked up for sight, or its text tested. */
const cost = { looked: 0.5, fetched: 2.5, customer: 1.5, tested: 8 }

function extentOf(
  ctx: Context,
  entity: Entity,
  words: WordsMatch | null,
  { filter }: Asked,
  narrowing: Narrowing | null,
) {
  const records = recordsAbout(ctx, entity)
  const narrowed = narrowing?.offered ?? Infinity
  const passing = narrowed === Infinity ? passingGuess : Math.min(passingGuess, narrowed / Math.max(1, records))
  return {
    records,
    narrowed,
    inSight: shareInSight(ctx, entity),
    offered: words?.offered ?? Infinity,
    sight: entity.scope.by === 'parent' ? cost.customer : 0,
    tested: words !== null && !words.exact,
    passing: filter ? passing * furtherGuess ** (conditionsIn(filter) - 1) : 1,
  }
}

const conditionsIn = (filter: Filter): number =>
  'and' in filter
    ? Math.max(
        1,
        filter.and.reduce((sum, part) => sum + conditionsIn(part), 0),
      )
    : 1

function cheapest({ records, inSight, offered, sight, tested, passing, narrowed, wanted, sorted, bare }: Extent): Plan {
  const worded = offered !== Infinity
  const matching = worded ? Math.min(1, offered / Math.max(1, records)) : 1
  const until = (part: number, rows: number): number => Math.min(rows, wanted / Math.max(part, 1e-9))
  const gathering = (part: number, rows: number): number => (sorted ? rows : until(part, rows))
  const costs: Record<Plan, number> = {
    walk:
      until(inSight * matching * passing, records) *
      (cost.looked + sight + (worded ? inSight * (cost.fetched + cost.tested) : 0)),
    sight:
      gathering(matching * passing, records * inSight) *
      ((bare ? cost.looked : cost.fetched) + sight + (worded ? cost.tested : 0)),
    // owner and usual filters lie in these indices too: the row itself is fetched where it is in sight
    filter:
      gathering(inSight * matching, narrowed) *
      (cost.looked + sight + inSight * (cost.fetched + (worded ? cost.tested : 0))),
    words: gathering(inSight * passing, offered) * (cost.fetched + sight + (tested ? cost.tested : 0)),
  }
  if (inSight === 1) costs.sight = Infinity
  if (!worded) costs.words = Infinity
  if (narrowed === Infinity) costs.filter = Infinity
  // in this order when alike
  const plans: readonly Plan[] = ['words', 'filter', 'sight', 'walk']
  return plans.reduce((best, plan) => (costs[plan] < costs[best] ? plan : best), 'walk')
}

/** Whether a filter leaves few rows by an index, which SQLite then starts from by itself. */
function narrows(ctx: Context, entity: Entity, filter: Filter | undefined): boolean {
  if (!filter || 'or' in filter) return false
  if ('and' in filter) return filter.and.some((part) => narrows(ctx, entity, part))
  const narrow = ['is', 'in', 'between', 'today', 'withinDays', 'nextDays'].includes(filter.operator)
  return narrow && indexBy(ctx, entity, columnFor(ctx, entity, filter.field)) !== null
}

/** Null when the plan does not apply: everything is in sight, or there are no words. */
function gathered(
  ctx: Context,
  entity: Entity,
  asked: Asked,
  { words, narrowing }: { words: WordsMatch | null; narrowing: Narrowing | null },
  plan: Plan,
): readonly Source[] | null {
  if (plan === 'filter' && narrowing) return narrowed(ctx, entity, asked, words, ` INDEXED BY ${narrowing.index}`)
  if (plan === 'words' && words) {
    const { from, where } = words.source
    const rest = restOf(ctx, entity, asked, words.exact ? null : words)
    return [{ from, where: all([where, scope(ctx, entity, 'read'), rest]) }]
  }
  if (plan !== 'sight') return null
  const rest = restOf(ctx, entity, asked, words)
  return sightSources(ctx, entity)?.map(({ from, where }) => ({ from, where: all([where, rest]) })) ?? null
}

/** Own and shared records apart: the index then tells by itself which rows are one's own. */
function narrowed(
  ctx: Context,
  entity: Entity,
  asked: Asked,
  words: WordsMatch | null,
  index: string,
): readonly Source[] {
  const [own, ...shared] = (entity.scope.by === 'owner' && sightSources(ctx, entity)) || []
  if (!own) return [walked(ctx, entity, asked, words, index)]
  const rest = restOf(ctx, entity, asked, words)
  return [{ ...own, from: own.from + index }, ...shared].map(({ from, where }) => ({ from, where: all([where, rest]) }))
}

function walked(ctx: Context, entity: Entity, asked: Asked, words: WordsMatch | null, index: string): Source {
  return {
    from: `${entity.table} t${index}`,
    where: all([scope(ctx, entity, 'read'), restOf(ctx, entity, asked, words)]),
  }
}

function restOf(ctx: Context, entity: Entity, { filter }: Asked, words: WordsMatch | null): Condition {
  const parts: Condition[] = [{ sql: 't.archived_at IS NULL', params: [] }]
  if (filter) parts.push(filterSql(ctx, entity, filter))
  if (words) parts.push(words.test)
  return all(parts)
}

const all = (parts: readonly Condition[]): Condition => ({
  sql: parts.map(({ sql }) => sql).join(' AND '),
  params: parts.flatMap(({ params }) => params),
})

function wordsOf(ctx: Context, entity: Entity, search: string | undefined): WordsMatch | null {
  const typed = search?.trim()
  if (!typed) return null
  if (entity.matches) return entity.matches(ctx, typed)
  const column = columnFor(ctx, entity, entity.labelField)
  const test = { sql: `instr(lower(${column.sql}), lower(?)) > 0`, params: [typed] }
  return {
    source: { from: `${entity.table} t`, where: { sql: '1', params: [] } },
    test,
    exact: false,
    offered: recordsAbout(ctx, entity),
  }
}
