// Three ways through the rows of a list, chosen by how many are in sight and how many the words match.
// All give the same rows; tests/features/records/plans.test.ts holds them against each other.
//   words: from the records that the words match
//   sight: from the viewer's own and shared records
//   walk:  along the order of the list, each row tested
import type { Context } from '@main/api/context'
import type { ListInput } from '@shared/api/paging'
import { columnFor, filterSql } from './filters'
import type { Entity, WordsMatch } from './entity'
import { indexBy, orderOf } from './pages'
import { type Condition, fewVisible, recordsAbout, scope, sightSources, type Source } from './scope'

export type Plan = 'words' | 'sight' | 'walk'
type Asked = Pick<ListInput, 'filter' | 'search'>

export function pageSources(
  ctx: Context,
  entity: Entity,
  input: ListInput,
  limit: number,
  plan?: Plan,
): readonly Source[] {
  const words = wordsOf(ctx, entity, input.search)
  const rest = restOf(ctx, entity, input, words)
  const chosen = plan ?? pagePlan(ctx, entity, words, limit)
  const found = gathered(ctx, entity, words, rest, chosen)
  if (found) return found
  const order = orderOf(ctx, entity, input)
  const index = order.length === 1 ? indexBy(ctx, entity, order[0]) : null
  return [{ from: `${entity.table} t${index ? ` INDEXED BY ${index}` : ''}`, where: all([inSight(ctx, entity), rest]) }]
}

/** Counting needs no order: from whatever is fewer. */
export function countSources(ctx: Context, entity: Entity, input: Asked, plan?: Plan): readonly Source[] {
  const words = wordsOf(ctx, entity, input.search)
  const rest = restOf(ctx, entity, input, words)
  const chosen = plan ?? (words && !fewVisible(ctx, entity) ? 'words' : 'sight')
  return (
    gathered(ctx, entity, words, rest, chosen) ?? [
      { from: `${entity.table} t`, where: all([inSight(ctx, entity), rest]) },
    ]
  )
}

function pagePlan(ctx: Context, entity: Entity, words: WordsMatch | null, limit: number): Plan {
  // a walk passes limit × rows / matches before it has enough
  if (words && words.offered * words.offered < limit * recordsAbout(ctx, entity)) return 'words'
  return fewVisible(ctx, entity) ? 'sight' : 'walk'
}

/** Null when the plan does not apply: everything is in sight, or there are no words. */
function gathered(
  ctx: Context,
  entity: Entity,
  words: WordsMatch | null,
  rest: Condition,
  plan: Plan,
): readonly Source[] | null {
  if (plan === 'words' && words) {
    const { from, where } = words.source
    return [{ from, where: all([where, inSight(ctx, entity), rest]) }]
  }
  if (plan !== 'sight') return null
  return sightSources(ctx, entity)?.map(({ from, where }) => ({ from, where: all([where, rest]) })) ?? null
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

const inSight = (ctx: Context, entity: Entity): Condition => scope(ctx, entity, 'read')

function wordsOf(ctx: Context, entity: Entity, search: string | undefined): WordsMatch | null {
  const typed = search?.trim()
  if (!typed) return null
  if (entity.matches) return entity.matches(ctx, typed)
  const column = columnFor(ctx, entity, entity.labelField)
  const test = { sql: `instr(lower(${column.sql}), lower(?)) > 0`, params: [typed] }
  return { source: { from: `${entity.table} t`, where: { sql: '1', params: [] } }, test, offered: Infinity }
}
