// The part of a long list that is on screen: pages of rows read when they come into view, kept fresh by events.
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { ApiError } from '@shared/api/errors'
import type { Filter } from '@shared/api/filters'
import type { Sort } from '@shared/api/paging'
import { call, toApiError } from '@renderer/api/caller'
import { onChange } from '@renderer/api/events'
import { useSlow } from '@renderer/api/queries'
import type { AnyRow } from '@renderer/records/fieldList'

export interface ListAsk {
  filter?: Filter | undefined
  search?: string | undefined
  sort?: Sort[] | undefined
}

interface Page {
  rows: AnyRow[]
  next: string | null
  round: number
}
interface Answer {
  rows: AnyRow[]
  next: string | null
  count: { value: number; exact: boolean }
}

const size = 100
const kept = 60

/**
 * @example const list = useListWindow('customers', () => ({ filter, sort })); list.need(0, 40); list.row(3)
 */
export function useListWindow(entity: string, ask: () => ListAsk) {
  const pages = new Map<number, Page>()
  const inFlight = new Set<number>()
  /** Counts up with each arrival; what draws rows reads it. */
  const drawn = ref(0)
  const total = ref(0)
  const exact = ref(false)
  const loaded = ref(false)
  const error = shallowRef<ApiError | null>(null)
  let round = 0
  let control = new AbortController()
  let range: [number, number] = [0, 0]
  const slow = useSlow(() => !loaded.value && error.value === null)

  const place = (page: number) => {
    const before = pages.get(page - 1)
    if (page === 0) return {}
    return before?.round === round && before.next ? { after: before.next } : { offset: page * size }
  }

  function take(page: number, answer: Answer): void {
    if (!loaded.value) pages.clear()
    pages.set(page, { rows: answer.rows, next: answer.next, round })
    if (answer.count.exact) {
      total.value = answer.count.value
      exact.value = true
    } else if (!exact.value) {
      total.value = Math.max(answer.count.value, page * size + answer.rows.length)
    }
    loaded.value = true
    error.value = null
    if (pages.size > kept) forgetFar(page)
    drawn.value++
  }

  function forgetFar(page: number): void {
    for (const known of [...pages.keys()]) if (Math.abs(known - page) > kept / 2) pages.delete(known)
  }

  async function load(page: number): Promise<void> {
    const mine = round
    inFlight.add(page)
    try {
      const input = { ...ask(), ...place(page), limit: size }
      // every entity's list answers so
      const answer = (await call(entity, 'list', input, { signal: control.signal })) as Answer
      if (mine === round) take(page, answer)
    } catch (thrown) {
      if (mine === round && toApiError(thrown).code !== 'cancelled') error.value = toApiError(thrown)
    } finally {
      if (mine === round) inFlight.delete(page)
    }
  }

  /** The list answers with a count up to 1 000; the exact one comes after the first paint. */
  async function countAll(): Promise<void> {
    const mine = round
    const { filter, search } = ask()
    // every entity's count answers so
    const count = (await call(entity, 'count', { filter, search }, { signal: control.signal })) as Answer['count']
    if (mine !== round) return
    total.value = count.value
    exact.value = count.exact
  }

  async function fill(): Promise<void> {
    const [from, to] = range.map((index) => Math.floor(index / size))
    for (let page = from ?? 0; page <= (to ?? 0); page++) {
      if (page > 0 && page * size >= total.value) break
      if (pages.get(page)?.round !== round && !inFlight.has(page)) await load(page)
    }
  }

  function renew(): void {
    round++
    control.abort()
    control = new AbortController()
    inFlight.clear()
    const mine = round
    const counted = exact.value && total.value > 1000
    exact.value = exact.value && counted
    void fill().then(() => {
      if (mine === round && (!exact.value || counted)) void countAll().catch(() => undefined)
    })
  }

  function restart(): void {
    loaded.value = false
    exact.value = false
    range = [0, Math.min(range[1] - range[0], size)]
    renew()
  }

  watch(() => JSON.stringify(ask()), restart, { immediate: true })
  let timer: ReturnType<typeof setTimeout> | undefined
  let scrolling: ReturnType<typeof setTimeout> | undefined
  const stop = onChange((event) => {
    if (event.entity !== entity && event.entity !== '*') return
    clearTimeout(timer)
    timer = setTimeout(renew, 60)
  })
  onScopeDispose(() => {
    stop()
    clearTimeout(timer)
    clearTimeout(scrolling)
    control.abort()
  })

  return {
    total,
    exact,
    loaded,
    slow,
    error,
    drawn,
    again: renew,
    /** Undefined until it has been read. */
    row: (index: number): AnyRow | undefined => pages.get(Math.floor(index / size))?.rows[index % size],
    /** Says which rows are on screen. */
    need(from: number, to: number): void {
      range = [Math.max(0, from), Math.max(0, to)]
      clearTimeout(scrolling)
      scrolling = setTimeout(() => void fill(), 20)
    },
    rowsLoaded: (): AnyRow[] => [...pages.entries()].sort(([a], [b]) => a - b).flatMap(([, page]) => page.rows),
  }
}
export type ListWindow = ReturnType<typeof useListWindow>
