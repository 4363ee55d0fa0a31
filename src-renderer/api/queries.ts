// Reading: server state by path and input, refreshed by the host's events.
import { QueryClient, keepPreviousData, useQuery as useVueQuery, type VueQueryPluginOptions } from '@tanstack/vue-query'
import { computed, onScopeDispose, ref, watch, type ComputedRef, type Ref } from 'vue'
import type { ApiError } from '@shared/api/errors'
import { call, isHostLost, toApiError } from './caller'
import { onChange } from './events'
import { partsOf, type InputAt, type OutputAt, type QueryPath } from './paths'

const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      gcTime: 300_000,
      networkMode: 'always',
      retry: (failures, error) => isHostLost(toApiError(error)) && failures < 2,
      retryDelay: 400,
    },
  },
})
export const queryPlugin: VueQueryPluginOptions = { queryClient }

const waiting = new Set<string>()
let timer: ReturnType<typeof setTimeout> | undefined

/** Reads again whatever shows these entities; several events within a moment are one refresh. */
export function refresh(...entities: string[]): void {
  for (const entity of entities) waiting.add(entity)
  timer ??= setTimeout(() => {
    timer = undefined
    const names = new Set(waiting)
    waiting.clear()
    void queryClient.invalidateQueries({
      predicate: ({ meta }) =>
        names.has('*') || (Array.isArray(meta?.entities) && meta.entities.some((name) => names.has(name))),
    })
  }, 40)
}
onChange((event) => refresh(event.entity))

/** Forgets everything, for the next person at this window. */
export const forgetAll = (): void => queryClient.clear()

/** `quiet`: the first 150 ms, when nothing at all is drawn. */
export type ReadState = 'quiet' | 'loading' | 'ready' | 'failed'

export interface Reading<T> {
  data: ComputedRef<T | undefined>
  /** Why there is nothing to show. None while an older answer stands: what was typed into it must stay. */
  error: ComputedRef<ApiError | null>
  /** Of the latest reading, even while an older answer is shown. */
  lastError: ComputedRef<ApiError | null>
  state: ComputedRef<ReadState>
  /** Being read again while the old answer is shown. */
  renewing: ComputedRef<boolean>
  /** What is shown answers an earlier input (`keep`). */
  earlier: ComputedRef<boolean>
  again(): void
}

interface ReadOptions {
  /** Entities beside the path's own room whose changes matter. */
  also?: string[]
  /** Keeps the last answer on screen while another input is read. */
  keep?: boolean
}

/** True when `busy` has lasted 150 ms: a local answer comes sooner and nothing flickers. */
export function useSlow(busy: () => boolean): Ref<boolean> {
  const slow = ref(false)
  let pending: ReturnType<typeof setTimeout> | undefined
  watch(
    busy,
    (now) => {
      clearTimeout(pending)
      slow.value = false
      if (now) pending = setTimeout(() => (slow.value = true), 150)
    },
    { immediate: true },
  )
  onScopeDispose(() => clearTimeout(pending))
  return slow
}

/**
 * The answer of a query endpoint, kept fresh by events. `input` null: not asked yet.
 * @example const overview = useQuery('customers.overview', () => ({ id: id.value }), { also: ['contacts'] })
 */
export function useQuery<P extends QueryPath>(
  path: P,
  input: () => InputAt<P> | null,
  options: ReadOptions = {},
): Reading<OutputAt<P>> {
  const [room, name] = partsOf(path)
  const asked = computed(input)
  const query = useVueQuery<OutputAt<P>>({
    queryKey: [room, name, asked],
    // the caller's answer is typed by the same path
    queryFn: async ({ signal }) => (await call(room, name, asked.value, { signal })) as OutputAt<P>,
    enabled: computed(() => asked.value !== null),
    meta: { entities: [room, ...(options.also ?? [])] },
    placeholderData: options.keep ? keepPreviousData : undefined,
  })
  // vue-query wraps data in types that lose the generic
  const data = computed(() => query.data.value as OutputAt<P> | undefined)
  const lastError = computed(() => (query.error.value ? toApiError(query.error.value) : null))
  const slow = useSlow(() => query.isPending.value && asked.value !== null)
  return {
    data,
    error: computed(() => (data.value === undefined ? lastError.value : null)),
    lastError,
    state: computed(() => {
      if (data.value !== undefined) return 'ready'
      if (query.isError.value) return 'failed'
      return slow.value ? 'loading' : 'quiet'
    }),
    renewing: computed(() => query.isFetching.value && data.value !== undefined),
    earlier: computed(() => query.isPlaceholderData.value),
    again: () => void query.refetch(),
  }
}
