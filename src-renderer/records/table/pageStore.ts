// The pages of a long list that have been read. A page of an older round is shown until it has been read again.
import type { AnyRow } from '@renderer/records/fieldList'

export interface ListAnswer {
  rows: AnyRow[]
  next: string | null
  count: { value: number; exact: boolean }
}

export const pageSize = 100
const kept = 60

export function createPages() {
  const pages = new Map<number, { rows: AnyRow[]; next: string | null; round: number }>()

  function forgetFar(page: number): void {
    if (pages.size <= kept) return
    for (const known of [...pages.keys()]) if (Math.abs(known - page) > kept / 2) pages.delete(known)
  }

  return {
    clear: () => pages.clear(),
    isFresh: (page: number, round: number): boolean => pages.get(page)?.round === round,
    /** How the host is told where a page begins: behind the page before, or by a jump. */
    place(page: number, round: number): { after?: string; offset?: number } {
      const before = pages.get(page - 1)
      if (page === 0) return {}
      return before?.round === round && before.next ? { after: before.next } : { offset: page * pageSize }
    },
    put(page: number, { rows, next }: ListAnswer, round: number): void {
      pages.set(page, { rows, next, round })
      forgetFar(page)
    },
    row: (index: number): AnyRow | undefined => pages.get(Math.floor(index / pageSize))?.rows[index % pageSize],
    all: (): AnyRow[] => [...pages.entries()].sort(([a], [b]) => a - b).flatMap(([, page]) => page.rows),
  }
}
