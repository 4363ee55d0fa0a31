// The search index is told of every written record, inside the same transaction.
import type { Context } from '@main/api/context'

export interface SearchIndex {
  indexRecord(ctx: Context, entity: string, id: number): void
}

export const createSearchIndex = (): SearchIndex => ({ indexRecord: () => undefined })

declare module '@main/api/context' {
  interface Services {
    search: SearchIndex
  }
}
