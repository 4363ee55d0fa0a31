// Which records and fields of a set are to be undone; all of them until something is taken out.
import { computed, ref } from 'vue'
import type { ChosenRecords, UndoItem } from '@shared/features/changeSets/endpoints'

/** What can be put back of a record: its fields, and `record` for its being made, archived or restored. */
export function partsOf(item: UndoItem): string[] {
  const whole = item.action !== 'update' && !item.skipped.some(({ field }) => field === 'record')
  return [...(whole ? ['record'] : []), ...item.fields.map(({ field }) => field)]
}

const nameOf = (item: UndoItem, part: string): string => `${item.entity}/${item.recordId}/${part}`

export function useChosen(items: () => readonly UndoItem[]) {
  const left = ref(new Set<string>())
  const has = (item: UndoItem, part: string): boolean => !left.value.has(nameOf(item, part))
  return {
    has,
    set(item: UndoItem, parts: readonly string[], on: boolean): void {
      const next = new Set(left.value)
      for (const part of parts) {
        if (on) next.delete(nameOf(item, part))
        else next.add(nameOf(item, part))
      }
      left.value = next
    },
    clear: () => (left.value = new Set(items().flatMap((item) => partsOf(item).map((part) => nameOf(item, part))))),
    all: () => (left.value = new Set()),
    /** Undefined: the whole set. */
    only: computed<ChosenRecords | undefined>(() =>
      left.value.size === 0
        ? undefined
        : items()
            .map((item) => ({
              entity: item.entity,
              recordId: item.recordId,
              fields: partsOf(item).filter((part) => has(item, part)),
            }))
            .filter(({ fields }) => fields.length > 0),
    ),
  }
}
export type Chosen = ReturnType<typeof useChosen>
