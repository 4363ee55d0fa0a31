import { computed } from 'vue'
import { useSession } from '@renderer/stores/session'
import { menuGroups, useRooms } from './rooms'

/** The menu entries this person may open, by group. */
export function useMenu() {
  const rooms = useRooms()
  const session = useSession()
  const shown = rooms.menu.map((entry) => ({ entry, shown: entry.useShown?.() }))
  const entries = computed(() =>
    shown
      .filter((one) => one.shown?.value !== false)
      .map((one) => one.entry)
      .filter((entry) => !entry.permission || session.can(entry.permission)),
  )
  const groups = computed(() =>
    menuGroups
      .map((group) => ({ group, entries: entries.value.filter((entry) => entry.group === group) }))
      .filter((one) => one.entries.length > 0),
  )
  return { entries, groups }
}
