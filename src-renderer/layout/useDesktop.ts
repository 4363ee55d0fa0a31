import { onScopeDispose, watch } from 'vue'
import { useRouter } from 'vue-router'
import type { MenuCommand } from '@shared/desktop'
import { desktop } from '@renderer/dialogs/desktop'
import { usePreferences } from '@renderer/stores/preferences'
import { useSession } from '@renderer/stores/session'
import { openDialog } from './openDialog'

/** Carries out what was chosen in the application menu or in a system notification. */
export function useDesktop(showKeys: () => void): void {
  const router = useRouter()
  const session = useSession()
  const preferences = usePreferences()

  const acts: Partial<Record<MenuCommand, () => void>> = {
    newCustomer: () => void openDialog('customers.create', {}),
    newFollowUp: () => void openDialog('followUps.write', {}),
    import: () => void router.push('/import'),
    search: () => void openDialog('search.open', {}),
    today: () => void router.push('/'),
    customers: () => void router.push('/customers'),
    settings: () => void router.push('/settings'),
    lock: () => void session.lock(),
    shortcuts: showKeys,
  }
  onScopeDispose(desktop.onMenuCommand((command) => acts[command]?.()))
  onScopeDispose(desktop.onOpenRoute((route) => void router.push(route)))
  watch(
    () => preferences.language,
    (language) => void desktop.setLanguage(language),
    { immediate: true },
  )
}
