import { ref } from 'vue'
import { useRouter } from 'vue-router'
import { useSession } from '@renderer/stores/session'
import { useKeys, type KeyMap } from './keyboard'
import { openDialog, openDialogs } from './openDialog'
import { useRooms } from './rooms'

/** The keys that work on every page. */
export function useGlobalKeys() {
  const router = useRouter()
  const rooms = useRooms()
  const session = useSession()
  const helpShown = ref(false)

  const map: KeyMap = {
    'mod+k': () => {
      if (!openDialogs.value.some((one) => one.name === 'search.open')) void openDialog('search.open', {})
    },
    '/': () => void openDialog('search.open', {}),
    '?': () => (helpShown.value = true),
    n: () => {
      if (session.can('customers.create')) void openDialog('customers.create', {})
    },
    f: () => {
      if (session.can('followUps.create')) void openDialog('followUps.write', {})
    },
  }
  for (const entry of rooms.menu) if (entry.goKey) map[`g ${entry.goKey}`] = () => void router.push(entry.to)
  useKeys(map)
  return { helpShown }
}
