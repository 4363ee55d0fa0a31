// Whoever got a first password from the admin chooses one of their own before anything else.
import { watch } from 'vue'
import { useSession } from '@renderer/stores/session'
import { openDialog } from './openDialog'

export function useOwnPassword(): void {
  const session = useSession()
  watch(
    () => session.info?.mustChangePassword === true,
    async (must) => {
      while (must && session.info?.mustChangePassword) await openDialog('auth.password', {})
    },
    { immediate: true },
  )
}
