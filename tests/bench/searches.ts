// The measured searches, one for each kind of words, beside the full-text queries that one would write by hand.
import { statement } from '@main/database/statements'
import type { Db } from '@main/database/open'
import { type SearchedKind, searchedKinds } from '@main/search/documents'
import { expressionOf, type Query, type Rank, readQuery } from '@main/search/query'
import type { Operation } from './operation'
import type { OfficePerson } from './people'
import { inSight, type Sight } from './sight'
import type { Typed } from './typed'

const limit = 9

/** The newest matches in sight with what is shown of them. Whether they are true ones is not looked at here. */
const newest = (kind: SearchedKind['kind'], sight: Sight): string => {
  const seen = inSight(sight, 'c')
  const found: Record<SearchedKind['kind'], string> = {
    customers: `SELECT c.id, c.name, c.short_name, c.phone FROM customers_search CROSS JOIN customers_search_order w ON w.place = customers_search.rowid
      CROSS JOIN customers c ON c.id = w.record_id WHERE customers_search MATCH ? AND c.archived_at IS NULL AND ${seen} ORDER BY customers_search.rowid DESC`,
    contacts: `SELECT t.id, t.name, t.post, t.phone, c.name customer FROM contacts_search CROSS JOIN contacts t ON t.id = contacts_search.rowid CROSS JOIN customers c ON c.id = t.customer_id
      WHERE contacts_search MATCH ? AND t.archived_at IS NULL AND c.archived_at IS NULL AND ${seen} ORDER BY contacts_search.rowid DESC`,
    followUps: `SELECT t.id, t.content, t.next_step, c.name customer FROM follow_ups_search CROSS JOIN follow_ups t ON t.id = follow_ups_search.rowid CROSS JOIN customers c ON c.id = t.customer_id
      WHERE follow_ups_search MATCH ? AND t.archived_at IS NULL AND c.archived_at IS NULL AND ${seen} ORDER BY follow_ups_search.rowid DESC`,
  }
  return `${found[kind]} LIMIT ${limit}`
}

/** Names that equal the words come first, then those that begin with them, then the others. */
function byRank(db: Db, kind: SearchedKind, query: Query, sql: string): unknown {
  const ask = (rank: Rank): unknown[] => statement(db, sql).all(expressionOf(query, kind, rank))
  if (kind.kind === 'followUps') return ask(2)
  const begin = ask(1)
  return [begin, begin.length < limit ? ask(2) : ask(0)]
}

export function searches(db: Db, typed: Typed, name: string, person: OfficePerson, sight: Sight): Operation[] {
  const kinds = Object.values(searchedKinds).map((kind): [SearchedKind, string] => [kind, newest(kind.kind, sight)])
  return Object.entries(typed).map(([kindOfWord, text]) => ({
    name: `search · ${kindOfWord} · ${name}`,
    person,
    path: 'search.find',
    input: (run) => ({ text: text(run) }),
    raw: [
      (run) => {
        const query = readQuery(text(run))
        return query && kinds.map(([kind, sql]) => byRank(db, kind, query, sql))
      },
    ],
  }))
}
