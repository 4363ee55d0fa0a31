// All that the filter of a list leaves, taken at once instead of row by row.
import { computed, ref, watch } from 'vue'
import type { BulkWhich } from '@shared/features/bulkEdit/endpoints'
import type { Selection } from '@renderer/records/table/useSelection'
import type { ListState } from './useListState'

export function useWholeList(state: ListState, selection: Selection) {
  const everything = ref(false)
  const which = computed<BulkWhich>(() => {
    if (!everything.value) return { ids: [...selection.chosen.value.keys()] }
    const { filter, search } = state.ask()
    return { filter: filter ?? null, ...(search === undefined ? {} : { search }) }
  })
  function clearSelection(): void {
    everything.value = false
    selection.clear()
  }
  // another filter, other records; and whoever unticks one does not mean all
  watch(() => JSON.stringify(state.ask()), clearSelection)
  watch(selection.count, () => (everything.value = false))
  return { everything, which, takeAll: () => void (everything.value = true), clearSelection }
}
