// Customers that went up in another one: as long as the merge stands they stay in the recycle bin for good, and their
// history is read with that of the other.
import type { Context } from '@main/api/context'
import { statement } from '@main/database/statements'
import type { Belonging } from '@main/records/belongings'
import type { Reaction } from '@main/records/reactions'

/** One taken out of the bin, or archived again for another reason, is itself again. */
export const standing = 'm.at = g.archived_at'

export const mergesBelonging: Belonging = {
  table: 'customer_merges',
  why: 'the pointer itself',
  keeps: {
    kind: 'customers',
    sql: `EXISTS (SELECT 1 FROM customer_merges m JOIN customers k ON k.id = m.into_id WHERE m.gone_id = t.id AND m.at = t.archived_at)`,
  },
  absorbed: ({ db }, kind, id) =>
    kind === 'customers'
      ? statement<[number], { id: number }>(
          db,
          `SELECT g.id FROM customer_merges m JOIN customers g ON g.id = m.gone_id AND ${standing} WHERE m.into_id = ?`,
        )
          .all(id)
          .map((row) => row.id)
      : [],
}

/** Whoever starred the one has the other starred; gives whose star is new there. */
export function copyStars({ db }: Context, goneId: number, keepId: number): number[] {
  return statement<[number, number], { personId: number }>(
    db,
    `INSERT OR IGNORE INTO stars (person_id, entity, record_id)
     SELECT person_id, 'customers', ? FROM stars WHERE entity = 'customers' AND record_id = ? RETURNING person_id personId`,
  )
    .all(keepId, goneId)
    .map(({ personId }) => personId)
}

/** When a merged customer is taken out of the bin, the stars it brought go with it. */
export const mergeReaction: Reaction = {
  entity: 'customers',
  afterWrite({ db }, { row, before }) {
    if (!before || before.archivedAt === null || row.archivedAt !== null) return
    statement(
      db,
      `DELETE FROM stars WHERE entity = 'customers' AND EXISTS (SELECT 1 FROM customer_merges m
         WHERE m.gone_id = ? AND m.into_id = stars.record_id AND stars.person_id IN (SELECT value FROM json_each(m.stars)))`,
    ).run(row.id)
  },
}
