// The rows one has ticked, with the version they were seen in.
import { computed, shallowRef } from 'vue'
import type { AnyRow } from '@renderer/records/fieldList'

export function useSelection() {
  const chosen = shallowRef(new Map<number, AnyRow>())
  let anchor: number | null = null

  const set = (rows: readonly AnyRow[], on: boolean): void => {
    const next = new Map(chosen.value)
    for (const row of rows) {
      if (on) next.set(row.id, row)
      else next.delete(row.id)
    }
    chosen.value = next
  }

  return {
    chosen,
    count: computed(() => chosen.value.size),
    has: (id: number): boolean => chosen.value.has(id),
    set,
    clear: () => (chosen.value = new Map()),
    /** Ticks one row; with `range` all between it and the last one ticked. */
    toggle(index: number, rowAt: (index: number) => AnyRow | undefined, range: boolean): void {
      const row = rowAt(index)
      if (!row) return
      const on = !chosen.value.has(row.id)
      const from = range && anchor !== null ? Math.min(anchor, index) : index
      const to = range && anchor !== null ? Math.max(anchor, index) : index
      const rows = Array.from({ length: to - from + 1 }, (_, at) => rowAt(from + at)).filter((one) => one !== undefined)
      set(rows, range || on)
      anchor = index
    },
  }
}
export type Selection = ReturnType<typeof useSelection>
