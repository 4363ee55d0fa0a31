// Words typed above a list: the same search as everywhere, as a condition on the list's rows.
// Few records match: their ids from the index. Many: each row of the list is tested as it is walked.
// Either way the row itself is tested, since the index offers a little more than what matches.
import type { Context } from '@main/api/context'
import type { Db } from '@main/database/open'
import { columnOf } from '@main/records/entity'
import { seesField } from '@main/records/masks'
import { type Condition, countUpTo, nothing } from '@main/records/scope'
import { idsMatching, type Kind, searchedKinds } from './documents'
import { expressionOf, type Query, readQuery, test } from './query'

const gatheredAtMost = 5000
const withFunction = new WeakSet<Db>()

/**
 * For an entity's `matches`.
 * @example matches: matchesWords('customers')
 */
export const matchesWords =
  (name: Kind) =>
  (ctx: Context, words: string): Condition => {
    const query = readQuery(words)
    if (!query) return nothing
    const kind = searchedKinds[name]
    addFunction(ctx.db)
    const values = kind.fields.map(({ key }) => (seesField(ctx, name, key) ? `t.${columnOf(key)}` : 'NULL'))
    const tested = { sql: `search_matches(?, ?, ${values.join(', ')})`, params: [words, name] }
    const hits = { sql: idsMatching(kind), params: [expressionOf(query, kind, 2)] }
    if (countUpTo(ctx, hits, gatheredAtMost) === null) return tested
    return { sql: `t.id IN (${hits.sql}) AND ${tested.sql}`, params: [...hits.params, ...tested.params] }
  }

/** SQL function search_matches(words, kind, …values in the kind's order): 1 when all words are found in them. */
function addFunction(db: Db): void {
  if (withFunction.has(db)) return
  withFunction.add(db)
  const last: { words: string; query: Query | null } = { words: '', query: null }
  db.function('search_matches', { varargs: true, deterministic: true, directOnly: true }, (words, kind, ...values) => {
    if (words !== last.words) Object.assign(last, { words, query: readQuery(String(words)) })
    // written above with the name of a kind
    return last.query && test(last.query, searchedKinds[kind as Kind].fields, values) ? 1 : 0
  })
}
