// Which cells of a comparison are to be taken.
import { computed, ref, type ShallowRef } from 'vue'
import type { Comparison, EditedCell, EditedRow } from '@shared/features/importExport/sheetEdits'

/** A copy, or a second record of one name, is more often a mistake than meant. */
const wanted = (row: EditedRow, cell: EditedCell): boolean =>
  cell.problem === null && !cell.clash && !row.copied && !row.exists

export function useAccepted(found: ShallowRef<Comparison | null>) {
  const accepted = ref(new Map<number, Set<string>>())
  const chosen = computed(() => [...accepted.value].filter(([, fields]) => fields.size > 0))

  return {
    /** All but what clashes, or none. */
    acceptAll(on: boolean): void {
      const rows = on ? (found.value?.rows ?? []) : []
      const fieldsOf = (row: EditedRow) => row.cells.filter((cell) => wanted(row, cell)).map(({ field }) => field)
      accepted.value = new Map(rows.map((row, at) => [at, new Set(fieldsOf(row))]))
    },
    set(at: number, fields: readonly string[], on: boolean): void {
      const next = new Set(accepted.value.get(at))
      for (const field of fields) {
        if (on) next.add(field)
        else next.delete(field)
      }
      accepted.value = new Map(accepted.value).set(at, next)
    },
    has: (at: number, field: string): boolean => accepted.value.get(at)?.has(field) ?? false,
    chosen: () => chosen.value.map(([row, fields]) => ({ row, fields: [...fields] })),
    cells: computed(() => chosen.value.reduce((sum, [, fields]) => sum + fields.size, 0)),
  }
}
