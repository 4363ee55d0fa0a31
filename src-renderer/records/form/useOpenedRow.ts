// The row a form edits, as it was when the form was opened. It is not renewed by events: what others change meanwhile
// must be met as a conflict when it is saved, never slip in under what was typed.
import { onMounted, shallowRef, type Ref, type ShallowRef } from 'vue'
import type { ApiError } from '@shared/api/errors'
import { call, toApiError } from '@renderer/api/caller'
import { useSlow } from '@renderer/api/queries'
import { partsOf, type OutputAt, type QueryPath } from '@renderer/api/paths'

type ReadPath = Extract<QueryPath, `${string}.read`>

export interface OpenedRow<T> {
  row: ShallowRef<T | null>
  error: ShallowRef<ApiError | null>
  /** It takes a while: time for a skeleton. */
  slow: Ref<boolean>
  again(): void
}

/**
 * @example const { row, error, again } = useOpenedRow('customers.read', id) // id null: a new record, nothing is read
 */
export function useOpenedRow<P extends ReadPath>(path: P, id: number | null): OpenedRow<OutputAt<P>> {
  const [room, name] = partsOf(path)
  // Vue's overloads cannot see that a row is no ref
  const row = shallowRef(null) as ShallowRef<OutputAt<P> | null>
  const error = shallowRef<ApiError | null>(null)

  async function open(): Promise<void> {
    error.value = null
    try {
      // the caller's answer is typed by the same path
      row.value = (await call(room, name, { id })) as OutputAt<P>
    } catch (thrown) {
      error.value = toApiError(thrown)
    }
  }
  onMounted(() => id !== null && void open())
  const slow = useSlow(() => id !== null && row.value === null && error.value === null)
  return { row, error, slow, again: () => void open() }
}
