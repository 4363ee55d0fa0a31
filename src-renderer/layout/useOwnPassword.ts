// Whoever got a first password from the admin chooses one of their own before anything else.
import { onMounted, watch } from 'vue'
import { useSession } from '@renderer/stores/session'
import { openDialog } from './openDialog'

export function useOwnPassword(): void {
  const session = useSession()
  const ask = async (must: boolean): Promise<void> => {
    while (must && session.info?.mustChangePassword) await openDialog('auth.password', {})
  }
  // A modal that opens with the shell itself would find its own focus trap not yet in place.
  onMounted(() => setTimeout(() => watch(() => session.info?.mustChangePassword === true, ask, { immediate: true }), 100))
}
