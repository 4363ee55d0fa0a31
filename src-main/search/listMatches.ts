// Words typed above a list: the same search as everywhere, as a source of rows and a test of each row.
import type { Context } from '@main/api/context'
import type { Db } from '@main/database/open'
import type { WordsMatch } from '@main/records/entity'
import { seesField } from '@main/records/masks'
import { nothing } from '@main/records/scope'
import { between, fieldsFor, indexed, type Kind, searchedKind, searchedKinds, textsOf } from './documents'
import { offeredAbout } from './offers'
import { expressionOf, isOnePiece, type Query, readQuery, test } from './query'

const countedOffers = 5000
const withFunction = new WeakSet<Db>()

/**
 * For an entity's `matches`.
 * @example matches: matchesWords('customers')
 */
export const matchesWords =
  (name: Kind) =>
  (ctx: Context, words: string): WordsMatch => {
    const kind = searchedKind(ctx.db, name)
    const entity = ctx.services.entities.get(name)
    const query = readQuery(words)
    if (!query) return { source: { from: `${entity.table} t`, where: nothing }, test: nothing, exact: true, offered: 0 }
    addFunction(ctx.db)
    const seen = kind.fields.map(({ key }) => seesField(ctx, name, key))
    const expression = expressionOf(query, kind, 2)
    return {
      source: { from: indexed(entity, kind).from, where: { sql: `${kind.index} MATCH ?`, params: [expression] } },
      // inside a SELECT of its own SQLite leaves it to the last, when the row has passed everything else
      test: { sql: `(SELECT search_matches(?, ?, ${textsOf(kind, seen)}))`, params: [words, name] },
      // own fields may still be on their way into the index, or out of it
      exact: isOnePiece(query) && !seen.includes(false) && kind === searchedKinds[name],
      offered: offeredAbout(ctx.db, kind, expression, countedOffers),
    }
  }

/** SQL function search_matches(words, kind, texts of the kind's fields): 1 when all words are found in them. */
function addFunction(db: Db): void {
  if (withFunction.has(db)) return
  withFunction.add(db)
  const last: { words: string; query: Query | null } = { words: '', query: null }
  db.function('search_matches', { deterministic: true, directOnly: true }, (words, kind, texts) => {
    if (words !== last.words) Object.assign(last, { words, query: readQuery(String(words)) })
    const values = String(texts).split(between)
    // written above with the name of a kind
    return last.query && test(last.query, fieldsFor(kind as Kind, values.length), values) ? 1 : 0
  })
}
