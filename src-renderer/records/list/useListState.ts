// How a list is being looked at: which view, which conditions, what order, which columns. The last way is kept.
import { computed, reactive, toRefs, watch } from 'vue'
import { useRoute } from 'vue-router'
import { z } from 'zod'
import { conditionSchema, filterSchema, type Condition, type Filter } from '@shared/api/filters'
import type { Sort } from '@shared/api/paging'
import { viewColumns, type ViewRow } from '@shared/features/views/endpoints'
import { fitted, type ColumnChoice } from '@renderer/records/table/columns'
import { usePreferences } from '@renderer/stores/preferences'

/** A filter one click away. */
export interface Quick {
  key: string
  label: string
  filter?: Filter | undefined
  sort?: Sort[] | undefined
}

export interface ListOptions {
  entity: 'customers' | 'contacts' | 'followUps' | 'pool'
  columns: readonly ColumnChoice[]
  sort: readonly Sort[]
  quicks: () => readonly Quick[]
}

interface State {
  /** Key of the quick filter, or null while a saved view is chosen. */
  quick: string | null
  view: ViewRow | null
  conditions: Condition[]
  /** Groups of a saved filter that the chips cannot show one by one. */
  groups: Filter[]
  sort: Sort[]
  columns: ColumnChoice[]
  search: string
}

const remembered = z.object({ quick: z.string().nullable(), columns: viewColumns })
const isCondition = (filter: Filter): filter is Condition => conditionSchema.safeParse(filter).success

/** A saved filter taken apart: single conditions become chips, the rest stays whole. */
function partsOf(filter: Filter | null): Pick<State, 'conditions' | 'groups'> {
  const parts = filter === null ? [] : 'and' in filter ? filter.and : [filter]
  return { conditions: parts.filter(isCondition), groups: parts.filter((part) => !isCondition(part)) }
}

const joined = (parts: Filter[]): Filter | undefined => (parts.length > 1 ? { and: parts } : parts[0])

/** A filter that came with the address, e.g. from a figure of the home page. */
function filterIn(text: unknown): Filter | null {
  if (typeof text !== 'string') return null
  try {
    return filterSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

/** Kept, but never chosen: it follows the language. */
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function startOf({ entity, columns, sort, quicks }: ListOptions): State {
  const known = remembered.safeParse(usePreferences().readJson(`list.${entity}`)).data
  const quick = quicks().find((one) => one.key === known?.quick) ?? quicks()[0]
  return {
    quick: quick?.key ?? null,
    view: null,
    conditions: [],
    groups: [],
    sort: [...(quick?.sort ?? sort)],
    columns: known?.columns.length && !same(known.columns, columns) ? known.columns : fitted(columns),
    search: '',
  }
}

export function useListState(options: ListOptions) {
  const preferences = usePreferences()
  const state = reactive<State>(startOf(options))
  const quick = computed(() => options.quicks().find((one) => one.key === state.quick))
  const filter = computed(() =>
    joined([...(quick.value?.filter ? [quick.value.filter] : []), ...state.groups, ...state.conditions]),
  )

  const route = useRoute()
  const { path } = route
  const given = computed(() => (route.path === path ? filterIn(route.query['filter']) : null))
  watch(given, (one) => one && Object.assign(state, { quick: null, view: null, search: '', ...partsOf(one) }), {
    immediate: true,
  })

  let timer: ReturnType<typeof setTimeout> | undefined
  watch([() => state.quick, () => JSON.stringify(state.columns)], () => {
    if (state.view || state.quick === null) return
    clearTimeout(timer)
    const value = JSON.stringify({ quick: state.quick, columns: state.columns })
    timer = setTimeout(() => void preferences.set(`list.${options.entity}`, value), 800)
  })

  return {
    ...toRefs(state),
    filter,
    filtered: computed(() => state.conditions.length > 0 || state.groups.length > 0 || state.search !== ''),
    ask: () => ({
      filter: filter.value,
      search: state.search.trim() || undefined,
      sort: state.sort.length ? state.sort : undefined,
    }),
    chooseQuick(one: Quick): void {
      Object.assign(state, {
        quick: one.key,
        view: null,
        conditions: [],
        groups: [],
        sort: [...(one.sort ?? options.sort)],
      })
    },
    chooseView(view: ViewRow): void {
      const columns = view.columns.length ? [...view.columns] : state.columns
      Object.assign(state, { quick: null, view, sort: [...view.sort], columns, ...partsOf(view.filter) })
    },
    clear: () => Object.assign(state, { conditions: [], groups: [], search: '' }),
  }
}
export type ListState = ReturnType<typeof useListState>
