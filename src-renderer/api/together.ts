// What belongs to single records, on a page that shows many of them: asked for together, and again when it changed.
import { onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import type { ApiError } from '@shared/api/errors'
import { toApiError } from './caller'
import { onChange } from './events'
import { gathered, type About, type Asking } from './gathering'

export interface Together<Row> {
  rows: ShallowRef<Row[]>
  /** Why they could not be read; none of those shown before is lost. */
  failed: ShallowRef<ApiError | null>
  again(): void
}

interface Kept<Row> extends Asking<Row> {
  /** Entities whose changes make it be read again. */
  changes: readonly string[]
}

/**
 * @example const useFiles = asksTogether({ read, recordOf: (file) => file.recordId, changes: ['attachments'] })
 */
export function asksTogether<Row>({ changes, ...asking }: Kept<Row>): (about: () => About) => Together<Row> {
  const gather = gathered(asking)
  /** One that failed is read again with all that failed. */
  const failures = new Set<() => void>()

  return function useTogether(about) {
    // Vue's overloads cannot see that rows are no refs
    const rows = shallowRef([]) as ShallowRef<Row[]>
    const failed = shallowRef<ApiError | null>(null)
    const ask = (): void => {
      const { id } = about()
      failures.delete(ask)
      gather(about(), (found, thrown) => {
        if (about().id !== id) return
        failed.value = found ? null : toApiError(thrown)
        if (found) rows.value = found
        else failures.add(ask)
      })
    }
    watch(() => about().id, ask, { immediate: true })
    onScopeDispose(() => failures.delete(ask))
    onScopeDispose(onChange(({ entity }) => (entity === '*' || changes.includes(entity)) && ask()))
    const again = (): void => {
      for (const one of new Set([ask, ...failures])) one()
    }
    return { rows, failed, again }
  }
}
