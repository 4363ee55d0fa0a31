// Work whose failure is shown on the page in words; nothing already chosen is lost.
import { ref, shallowRef } from 'vue'
import type { ApiError } from '@shared/api/errors'
import { toApiError } from '@renderer/api/caller'

export function useGuarded() {
  const busy = ref(false)
  const failure = shallowRef<ApiError | null>(null)
  async function guarded(run: () => Promise<void>): Promise<void> {
    busy.value = true
    failure.value = null
    try {
      await run()
    } catch (thrown) {
      failure.value = toApiError(thrown)
    } finally {
      busy.value = false
    }
  }
  return { busy, failure, guarded }
}
