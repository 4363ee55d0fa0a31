import { Waves } from '@lucide/vue'
import { defineAsyncComponent } from 'vue'
import type { RoomPages } from '@renderer/layout/rooms'

export const poolPages: RoomPages = {
  routes: [
    {
      path: '/pool',
      component: () => import('./PoolPage.vue'),
      meta: { titleKey: 'pool.title', permission: 'pool.view', fills: true, keeps: true },
    },
    {
      path: '/settings/pool',
      component: () => import('./PoolSettingsPage.vue'),
      meta: { titleKey: 'pool.settings.title', permission: 'pool.manage' },
    },
  ],
  menu: [
    { to: '/pool', titleKey: 'pool.title', order: 50, group: 'work', icon: Waves, permission: 'pool.view', goKey: 'p' },
  ],
  settings: [{ to: '/settings/pool', titleKey: 'pool.settings.title', order: 300, permission: 'pool.manage' }],
  parts: { 'customers.notice': defineAsyncComponent(() => import('./DueNotice.vue')) },
  tabs: [
    {
      entity: 'customers',
      key: 'owners',
      titleKey: 'pool.moves.tab',
      order: 980,
      component: defineAsyncComponent(() => import('./MovesTab.vue')),
    },
  ],
}
