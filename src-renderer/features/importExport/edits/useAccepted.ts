// Which cells of a comparison are to be taken.
import { computed, ref, type ShallowRef } from 'vue'
import { comparedKeys } from '@shared/features/duplicates/rules'
import type { Comparison, EditedCell, EditedRow } from '@shared/features/importExport/sheetEdits'

/** What makes it look like another one that is there: the rest of an edited row is taken all the same. */
const alike = (row: EditedRow, { field }: EditedCell): boolean =>
  row.exists !== null && (row.kind === 'new' || comparedKeys.some((key) => key === field))

/** A copy, or a second record of one name or number, is more often a mistake than meant. */
const wanted = (row: EditedRow, cell: EditedCell): boolean =>
  cell.problem === null && !cell.clash && !row.copied && !alike(row, cell)

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
    /** Of one row, as it was taken. */
    fieldsOf: (at: number): string[] => [...(accepted.value.get(at) ?? [])],
    cells: computed(() => chosen.value.reduce((sum, [, fields]) => sum + fields.size, 0)),
  }
}
