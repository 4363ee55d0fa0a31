import { ListTree } from '@lucide/vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const periodicListsPages: RoomPages = {
  routes: [
    {
      path: '/periodic-lists',
      component: () => import('./PeriodicListsPage.vue'),
      meta: { titleKey: 'periodicLists.title', permission: 'periodicLists.view' },
    },
  ],
  menu: [
    {
      to: '/periodic-lists',
      titleKey: 'periodicLists.title',
      order: 80,
      group: 'work',
      icon: ListTree,
      permission: 'periodicLists.view',
    },
  ],
}
