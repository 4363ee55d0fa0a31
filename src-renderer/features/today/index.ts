import { Sun } from '@lucide/vue'
import type { RoomPages } from '@renderer/layout/rooms'
import { useTodayCount } from './useTodayCount'

export const todayPages: RoomPages = {
  routes: [
    {
      path: '/',
      component: () => import('./TodayPage.vue'),
      meta: { titleKey: 'today.title', permission: 'followUps.view' },
    },
  ],
  menu: [
    {
      to: '/',
      titleKey: 'today.title',
      order: 10,
      group: 'work',
      icon: Sun,
      permission: 'followUps.view',
      goKey: 't',
      useCount: useTodayCount,
    },
  ],
}
