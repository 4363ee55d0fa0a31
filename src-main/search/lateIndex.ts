// Full-text rows of a command that writes many records are written after its last record: FTS5 writes out all it
// has at every savepoint, so that a savepoint for each record would cost one piece of index, and its merges, each.
import type { Context } from '@main/api/context'
import type { Indexed, SearchIndex } from './searchIndex'

/**
 * Runs `work` with a context whose records reach the search index only when it is done, once each.
 * @example withLateIndex(ctx, (inner) => { for (const row of rows) place(inner, row) })
 */
export function withLateIndex<T>(ctx: Context, work: (inner: Context) => T): T {
  const waiting = new Map<string, Indexed>()
  const note = (entity: string, id: number): void => {
    const key = `${entity}/${id}`
    // what was written last comes last
    waiting.delete(key)
    waiting.set(key, { entity, id })
  }
  const search: SearchIndex = {
    indexRecord: (_, entity, id) => note(entity, id),
    indexRecords(_, records) {
      for (const { entity, id } of records) note(entity, id)
    },
  }
  const result = work({ ...ctx, services: { ...ctx.services, search } })
  ctx.services.search.indexRecords(ctx, waiting.values())
  return result
}
