// A customer given away may be out of one's sight; whoever still sees it stays with it.
import { useRouter } from 'vue-router'
import { api, toApiError } from '@renderer/api/caller'

export function useLeaveUnseen(): (id: number) => Promise<void> {
  const router = useRouter()
  return async (id) => {
    try {
      await api.customers.overview({ id })
    } catch (thrown) {
      if (toApiError(thrown).code === 'notFound') await router.push('/customers')
    }
  }
}
