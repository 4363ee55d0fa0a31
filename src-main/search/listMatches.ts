// Words typed above a list: the same search as everywhere, as a source of rows and a test of each row.
import type { Context } from '@main/api/context'
import type { Db } from '@main/database/open'
import { columnOf, type WordsMatch } from '@main/records/entity'
import { seesField } from '@main/records/masks'
import { countUpTo, nothing } from '@main/records/scope'
import { indexed, type Kind, searchedKinds } from './documents'
import { expressionOf, type Query, readQuery, test } from './query'

const countedOffers = 10_000
const withFunction = new WeakSet<Db>()

/**
 * For an entity's `matches`.
 * @example matches: matchesWords('customers')
 */
export const matchesWords =
  (name: Kind) =>
  (ctx: Context, words: string): WordsMatch => {
    const kind = searchedKinds[name]
    const entity = ctx.services.entities.get(name)
    const query = readQuery(words)
    if (!query) return { source: { from: `${entity.table} t`, where: nothing }, test: nothing, offered: 0 }
    addFunction(ctx.db)
    const values = kind.fields.map(({ key }) => (seesField(ctx, name, key) ? `t.${columnOf(key)}` : 'NULL'))
    const asked = { sql: `${kind.index} MATCH ?`, params: [expressionOf(query, kind, 2)] }
    const offers = { sql: `SELECT rowid FROM ${kind.index} WHERE ${asked.sql}`, params: asked.params }
    return {
      source: { from: indexed(entity, kind).from, where: asked },
      test: { sql: `search_matches(?, ?, ${values.join(', ')})`, params: [words, name] },
      offered: countUpTo(ctx, offers, countedOffers) ?? Infinity,
    }
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
