// The tabs of a customer's page: the timeline, those the rooms bring, the changes.
import { computed, markRaw, type Component } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import { t } from '@renderer/i18n'
import { useRooms } from '@renderer/layout/rooms'
import { useSession } from '@renderer/stores/session'

export interface ShownTab {
  key: string
  title: string
  count: number | undefined
  component: Component | null
}

export function useCustomerTabs(counts: () => Record<string, number>) {
  const route = useRoute()
  const router = useRouter()
  const rooms = useRooms()
  const session = useSession()

  const tabs = computed<ShownTab[]>(() => [
    { key: 'timeline', title: t('customers.tabs.timeline'), count: undefined, component: null },
    ...rooms.tabs
      .filter((tab) => tab.entity === 'customers' && (!tab.permission || session.can(tab.permission)))
      .map(({ key, titleKey, component }) => ({
        key,
        title: t(titleKey),
        count: counts()[key],
        component: markRaw(component),
      })),
  ])
  const tab = computed(() => tabs.value.find((one) => one.key === route.query.tab)?.key ?? 'timeline')
  const choose = (key: string): void => void router.replace({ query: key === 'timeline' ? {} : { tab: key } })
  return { tabs, tab, choose }
}
