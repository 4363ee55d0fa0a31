// The part of a long list that is on screen: pages of rows read when they come into view, kept fresh by events.
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { ApiError } from '@shared/api/errors'
import type { Filter } from '@shared/api/filters'
import type { Sort } from '@shared/api/paging'
import { call, toApiError } from '@renderer/api/caller'
import { onChange } from '@renderer/api/events'
import { useSlow } from '@renderer/api/queries'
import type { AnyRow } from '@renderer/records/fieldList'
import { useNotifications } from '@renderer/stores/notifications'
import { createPages, pageSize, type ListAnswer } from './pageStore'

export interface ListAsk {
  filter?: Filter | undefined
  search?: string | undefined
  sort?: Sort[] | undefined
}

/** What a list shows of how far it is. */
function createStatus() {
  return {
    total: ref(0),
    exact: ref(false),
    loaded: ref(false),
    error: shallowRef<ApiError | null>(null),
    drawn: ref(0),
  }
}
type Status = ReturnType<typeof createStatus>

/** Takes a page's count: exact, or at least so many. */
function takeCount({ total, exact }: Status, page: number, { rows, count }: ListAnswer): void {
  if (count.exact) {
    total.value = count.value
    exact.value = true
  } else if (!exact.value) {
    total.value = Math.max(count.value, page * pageSize + rows.length)
  }
}

/** Rounds of reading; a new one calls off what the one before still waits for. */
function createRounds() {
  let round = 0
  let control = new AbortController()
  return {
    now: () => round,
    signal: () => control.signal,
    stop: () => control.abort(),
    next(): number {
      control.abort()
      control = new AbortController()
      return ++round
    },
  }
}

type Rounds = ReturnType<typeof createRounds>

/** A list says "1 000 or more"; how many exactly is asked after the first paint. */
async function countInto(status: Status, rounds: Rounds, entity: string, { filter, search }: ListAsk): Promise<void> {
  const mine = rounds.now()
  // every entity's count answers so
  const count = (await call(entity, 'count', { filter, search }, { signal: rounds.signal() })) as ListAnswer['count']
  if (mine !== rounds.now()) return
  status.total.value = count.value
  status.exact.value = count.exact
}

/** Reads pages; each `renew` begins a round whose answers alone count. */
function createReader(entity: string, ask: () => ListAsk, fields: () => string[], status: Status) {
  const pages = createPages()
  const inFlight = new Set<number>()
  const rounds = createRounds()
  let range = { from: 0, to: 0 }

  async function load(page: number): Promise<void> {
    const mine = rounds.now()
    inFlight.add(page)
    try {
      const input = { ...ask(), ...pages.place(page, mine), fields: fields(), limit: pageSize }
      // every entity's list answers so
      const answer = (await call(entity, 'list', input, { signal: rounds.signal() })) as ListAnswer
      if (mine !== rounds.now()) return
      if (!status.loaded.value) pages.clear()
      pages.put(page, answer, mine)
      takeCount(status, page, answer)
      status.loaded.value = true
      status.error.value = null
      status.drawn.value++
    } catch (thrown) {
      const error = toApiError(thrown)
      if (mine === rounds.now() && error.code !== 'cancelled') status.error.value = error
    } finally {
      if (mine === rounds.now()) inFlight.delete(page)
    }
  }

  async function fill(): Promise<void> {
    const last = Math.floor(range.to / pageSize)
    for (let page = Math.floor(range.from / pageSize); page <= last; page++) {
      if (page > 0 && page * pageSize >= status.total.value) break
      if (!pages.isFresh(page, rounds.now()) && !inFlight.has(page)) await load(page)
    }
  }

  async function renew(): Promise<void> {
    const mine = rounds.next()
    inFlight.clear()
    const countedApart = status.exact.value && status.total.value > 1000
    if (!countedApart) status.exact.value = false
    await fill()
    if (mine === rounds.now() && (!status.exact.value || countedApart))
      await countInto(status, rounds, entity, ask()).catch(() => undefined)
  }

  function restart(): void {
    status.loaded.value = false
    status.exact.value = false
    range = { from: 0, to: Math.min(range.to - range.from, pageSize) }
    void renew()
  }
  const need = (from: number, to: number): void => void (range = { from: Math.max(0, from), to: Math.max(0, to) })
  return { pages, fill, renew, restart, need, stop: rounds.stop }
}

/**
 * `fields`: what is read of each row.
 * @example const list = useListWindow('customers', () => ({ filter, sort }), () => ['name']); list.need(0, 40); list.row(3)
 */
export function useListWindow(entity: string, ask: () => ListAsk, fields: () => string[]) {
  const status = createStatus()
  const notifications = useNotifications()
  const reader = createReader(entity, ask, fields, status)
  const slow = useSlow(() => !status.loaded.value && status.error.value === null)
  let changed: ReturnType<typeof setTimeout> | undefined
  let scrolling: ReturnType<typeof setTimeout> | undefined

  watch(() => JSON.stringify(ask()), reader.restart, { immediate: true })
  // the rows stay where they are while a new column is read
  watch(
    () => fields().join(),
    () => void reader.renew(),
  )
  const unhear = onChange((event) => {
    if (event.entity !== entity && event.entity !== '*') return
    clearTimeout(changed)
    changed = setTimeout(() => void reader.renew(), 60)
  })
  onScopeDispose(() => {
    unhear()
    clearTimeout(changed)
    clearTimeout(scrolling)
    reader.stop()
  })

  return {
    ...status,
    slow,
    again: () => void reader.renew(),
    /** What has been read of it; undefined until then. */
    row: reader.pages.row,
    /** All of a row as it is now; why it cannot be had is told. */
    async whole(id: number): Promise<AnyRow | null> {
      try {
        // every entity's read gives its row
        return (await call(entity, 'read', { id })) as AnyRow
      } catch (thrown) {
        notifications.tellFailure(toApiError(thrown))
        return null
      }
    },
    rowsLoaded: reader.pages.all,
    /** Says which rows are on screen. */
    need(from: number, to: number): void {
      reader.need(from, to)
      clearTimeout(scrolling)
      scrolling = setTimeout(() => void reader.fill(), 20)
    },
  }
}
export type ListWindow = ReturnType<typeof useListWindow>
