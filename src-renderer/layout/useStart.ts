import { onMounted, shallowRef } from 'vue'
import type { ApiError } from '@shared/api/errors'
import { isHostLost, toApiError } from '@renderer/api/caller'
import { useSession } from '@renderer/stores/session'

/** Finds out who sits here; tries on while the host is still starting. */
export function useStart() {
  const session = useSession()
  const failure = shallowRef<ApiError | null>(null)

  async function start(): Promise<void> {
    failure.value = null
    try {
      await session.load()
    } catch (thrown) {
      failure.value = toApiError(thrown)
      if (isHostLost(failure.value)) setTimeout(() => failure.value && void start(), 3000)
    }
  }
  onMounted(start)
  return { failure, start }
}
